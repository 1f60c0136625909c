package dev.idos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.attributes.Attributes;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.credentials.SharedCredential;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.deletion.DueErasure;
import dev.idos.ledger.deletion.DueErasures;
import dev.idos.ledger.state.StateTree;
import dev.idos.ledger.store.Change;
import dev.idos.ledger.store.RowsInMemory;
import dev.idos.ledger.store.Table;
import dev.idos.ledger.usage.Usage;
import dev.idos.ledger.users.User;
import dev.idos.ledger.users.Users;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.Utf8;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What holds after every block, whoever did what.
final class Invariants {

  private final World world;
  private final RowsInMemory rows;

  Invariants(World world) {
    this.world = world;
    this.rows = world.rows();
  }

  void hold() {
    contentsMatchTheirCredentials();
    copiesHaveOriginalsAndGrants();
    grantsPointToCopies();
    aSignatureLivesInOneProfile();
    closingProfilesWaitForLocks();
    usageIsTheSumOfTheRows();
    theRootIsThatOfTheRows();
  }

  private void contentsMatchTheirCredentials() {
    List<Credential> all = all(Credentials.TABLE);
    assertThat(rows.contentCount()).isEqualTo(all.size());
    for (Credential credential : all) {
      String content = rows.content(credential.id().value()).orElseThrow();
      assertThat(credential.content().sha256()).isEqualTo(Sha256.of(Utf8.encode(content)));
      assertThat(credential.content().length()).isEqualTo(content.length());
      assertThat(Users.find(credential.owner(), rows)).isPresent();
    }
  }

  private void copiesHaveOriginalsAndGrants() {
    for (SharedCredential shared : all(SharedCredentials.TABLE)) {
      Credential copy = Credentials.find(shared.copy(), rows).orElseThrow();
      Credential original = Credentials.find(shared.original(), rows).orElseThrow();
      assertThat(copy.owner()).isEqualTo(original.owner());
      assertThat(copy.notes().text()).isEmpty();
      assertThat(SharedCredentials.isCopy(original.id(), rows)).isFalse();
      assertThat(AccessGrants.on(copy.id(), rows)).as("no orphan copy").isNotEmpty();
    }
  }

  private void grantsPointToCopies() {
    for (AccessGrant grant : all(AccessGrants.TABLE)) {
      CredentialId data = grant.data();
      assertThat(Credentials.find(data, rows).orElseThrow().owner()).isEqualTo(grant.owner());
      assertThat(SharedCredentials.isCopy(data, rows)).isTrue();
      assertThat(grant.lockedUntil()).isNotNegative();
    }
  }

  private void aSignatureLivesInOneProfile() {
    Map<Object, UserId> homes = new HashMap<>();
    for (Credential credential : all(Credentials.TABLE)) {
      UserId home = homes.putIfAbsent(credential.issuance(), credential.owner());
      assertThat(home).isIn(null, credential.owner());
    }
  }

  private void closingProfilesWaitForLocks() {
    List<DueErasure> due = all(DueErasures.TABLE);
    for (DueErasure erasure : due) {
      assertThat(AccessGrants.find(erasure.grant(), rows)).isPresent();
    }
    for (User user : all(Users.USERS)) {
      boolean waits = due.stream().anyMatch(it -> it.owner().equals(user.id()));
      assertThat(waits).isEqualTo(user.closing());
      if (user.closing()) {
        assertThat(Credentials.of(user.id(), rows))
            .allMatch(it -> SharedCredentials.isCopy(it.id(), rows) || it.content().length() == 0);
      }
    }
  }

  private void usageIsTheSumOfTheRows() {
    var sums = new HashMap<UserId, Usage.Held>();
    count(Users.USERS, User::id, sums);
    count(Wallets.WALLETS, it -> it.user(), sums);
    count(Attributes.ATTRIBUTES, it -> it.user(), sums);
    count(Credentials.TABLE, Credential::owner, sums);
    count(AccessGrants.TABLE, AccessGrant::owner, sums);
    for (Credential credential : all(Credentials.TABLE)) {
      add(sums, credential.owner(), credential.content().length(), 0);
    }
    assertThat(all(Usage.USAGE)).containsExactlyInAnyOrderElementsOf(sums.values());
    long most = world.genesis().limits().userRows();
    assertThat(sums.values()).allMatch(held -> held.rows() <= most);
  }

  private void theRootIsThatOfTheRows() {
    var changes = new ArrayList<Change<?>>();
    Tables.all().forEach(table -> addRows(table, changes));
    var rebuilt = new StateTree();
    rebuilt.apply(changes);
    Bytes root = rebuilt.root();
    assertThat(world.root()).isEqualTo(root);
  }

  private <R> void addRows(Table<R> table, List<Change<?>> changes) {
    rows.forEach(
        table,
        row ->
            changes.add(new Change<>(table, table.key(row), Optional.empty(), Optional.of(row))));
  }

  private <R> void count(Table<R> table, Function<R, UserId> owner, Map<UserId, Usage.Held> sums) {
    rows.forEach(table, row -> add(sums, owner.apply(row), Usage.sizeOf(table, row), 1));
  }

  private static void add(Map<UserId, Usage.Held> sums, UserId user, long bytes, long count) {
    sums.merge(
        user,
        new Usage.Held(user, bytes, count),
        (one, two) -> new Usage.Held(user, one.bytes() + two.bytes(), one.rows() + two.rows()));
  }

  private <R> List<R> all(Table<R> table) {
    var found = new ArrayList<R>();
    rows.forEach(table, found::add);
    return found;
  }
}
