package dev.idos.ledger.deletion;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrantRules;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.CredentialRows;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.users.User;
import dev.idos.ledger.users.Users;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import java.util.List;
import java.util.Optional;

/// The end of a profile: at once, or as its locks pass (`ledger.md` §4).
public final class Closing {

  /// The most that one block erases by itself.
  public static final int MOST_A_BLOCK = 100;

  private Closing() {}

  /// Deletes what no lock protects. If anything is left, the profile closes and waits.
  static void begin(User user, Execution execution) {
    originalsOf(user.id(), execution.rows()).forEach(original -> reduce(original, execution));
    ProfileEnd.removeAttributes(user.id(), execution);
    ProfileEnd.forgetSenders(user.id(), execution);
    execution.rows().put(Users.USERS, user.asClosing());
    endIfEmpty(user.id(), execution);
  }

  /// Erases what has become due, in the order in which the locks passed. Runs before the first
  /// transaction of every block.
  public static void erasePassed(Execution execution) {
    long now = execution.block().timeSeconds();
    for (DueErasure due : DueErasures.passed(now, MOST_A_BLOCK, execution.rows())) {
      AccessGrants.find(due.grant(), execution.rows())
          .ifPresent(grant -> Erasing.grant(grant, execution));
    }
  }

  /// The first second at which a block has something to erase, if locks are running out.
  public static Optional<Long> nextDue(Reader rows) {
    return DueErasures.nextDue(rows);
  }

  /// Whether a profile only waits for locks to pass.
  public static boolean isClosing(UserId user, Reader rows) {
    return Users.find(user, rows).filter(User::closing).isPresent();
  }

  /// In a closing profile an original goes with its last copy, and the profile with everything.
  static void copyWent(UserId owner, CredentialId original, Execution execution) {
    if (!isClosing(owner, execution.rows())
        || !SharedCredentials.copiesOf(original, execution.rows()).isEmpty()) {
      return;
    }
    Credentials.find(original, execution.rows())
        .ifPresent(found -> CredentialRows.erase(found, execution));
    endIfEmpty(owner, execution);
  }

  /// All of them before the first is touched: a copy whose original went would look like one.
  private static List<Credential> originalsOf(UserId user, Reader rows) {
    return Credentials.of(user, rows).stream()
        .filter(credential -> !SharedCredentials.isCopy(credential.id(), rows))
        .toList();
  }

  /// Leaves the locked copies of an original and its notes, or nothing of it.
  private static void reduce(Credential original, Execution execution) {
    long now = execution.block().timeSeconds();
    if (!Locks.hold(original.id(), now, execution.rows())) {
      Erasing.credential(original, execution);
      return;
    }
    for (CredentialId copy : SharedCredentials.copiesOf(original.id(), execution.rows())) {
      if (Locks.holdAlone(copy, now, execution.rows())) {
        keepLocked(AccessGrants.on(copy, execution.rows()), execution);
      } else {
        Credentials.find(copy, execution.rows())
            .ifPresent(unlocked -> Erasing.credential(unlocked, execution));
      }
    }
    CredentialRows.eraseContent(original, execution);
  }

  private static void keepLocked(List<AccessGrant> grants, Execution execution) {
    for (AccessGrant grant : grants) {
      if (AccessGrantRules.isLocked(grant, execution.block().timeSeconds())) {
        execution
            .rows()
            .put(DueErasures.TABLE, new DueErasure(grant.lockedUntil(), grant.id(), grant.owner()));
      } else {
        Erasing.grantAlone(grant, execution);
      }
    }
  }

  private static void endIfEmpty(UserId user, Execution execution) {
    boolean empty =
        execution
            .rows()
            .page(Credentials.BY_OWNER, Key.of(user.value()), Optional.empty(), 1)
            .isEmpty();
    if (empty) {
      ProfileEnd.remove(user, execution);
    }
  }
}
