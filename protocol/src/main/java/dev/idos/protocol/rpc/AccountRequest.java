package dev.idos.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.KeyType;
import dev.idos.protocol.Account;
import dev.idos.protocol.MalformedException;
import java.util.Optional;

/// The parameters of `user.account`.
///
/// @param identifier the text as given, which the answer repeats
/// @param keyType the text as given; an unknown one is error -500
/// @param withPending whether transactions that wait count
public record AccountRequest(String identifier, String keyType, boolean withPending) {

  /// Reads `params`.
  public static AccountRequest read(JsonNode params) throws MalformedException {
    JsonNode id = params.path("id");
    String identifier = id.isObject() ? Members.text(id, "identifier") : "";
    if (Members.hex(identifier, "identifier").isEmpty()) {
      throw new MalformedException("missing account identifier");
    }
    return new AccountRequest(
        identifier, Members.text(id, "key_type"), Members.number(params, "status") == 1);
  }

  /// The account it is about, if its key type is known.
  public Optional<Account> account() throws MalformedException {
    Bytes bytes = Members.hex(identifier, "identifier");
    for (KeyType type : KeyType.values()) {
      if (type.wireName().equals(keyType)) {
        return Optional.of(new Account(type, bytes));
      }
    }
    return Optional.empty();
  }

  /// These `params`.
  public static ObjectNode toJson(Account account, boolean withPending) {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    params
        .putObject("id")
        .put("identifier", account.identifier().hex())
        .put("key_type", account.keyType().wireName());
    return params.put("status", withPending ? 1 : 0);
  }
}
