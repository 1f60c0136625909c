package dev.idos.demo.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.demo.PrivateFolder;
import dev.idos.demo.site.ApiProblem;
import dev.idos.protocol.Utf8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// The accounts of a company, in one file.
final class AccountBook {

  private static final String FILE = "accounts.json";

  private final PrivateFolder folder;
  private final List<Account> accounts = new ArrayList<>();

  private AccountBook(PrivateFolder folder) {
    this.folder = folder;
  }

  static AccountBook in(PrivateFolder folder) throws IOException {
    var book = new AccountBook(folder);
    var file = folder.read(FILE);
    if (file.isPresent()) {
      for (JsonNode account : new ObjectMapper().readTree(file.get().toArray())) {
        book.accounts.add(Account.of(account));
      }
    }
    return book;
  }

  /// Adds an account; it replaces an earlier one of the same wallet.
  synchronized void add(Account account) throws IOException {
    accounts.removeIf(
        other ->
            other.walletType() == account.walletType()
                && other.address().equals(account.address()));
    accounts.add(account);
    var json = JsonNodeFactory.instance.arrayNode();
    accounts.forEach(each -> json.add(each.toJson()));
    folder.write(FILE, Utf8.encode(json.toString()));
  }

  /// All accounts, the newest first.
  synchronized List<Account> all() {
    return accounts.stream().sorted(Comparator.comparing(Account::opened).reversed()).toList();
  }

  synchronized Account get(UUID id) {
    return accounts.stream()
        .filter(account -> account.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ApiProblem.notFound("there is no account with this id"));
  }
}
