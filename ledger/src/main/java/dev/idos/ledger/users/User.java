package dev.idos.ledger.users;

import dev.idos.protocol.InserterId;
import dev.idos.protocol.UserId;
import java.math.BigInteger;

/// A profile.
///
/// @param id never changes: clients derive the idOS key from it
/// @param recipientEncryptionPublicKey what credentials for this user are encrypted to
/// @param encryptionPasswordStore `user` or `mpc`
/// @param inserter the name of the inserter that made the profile
/// @param inserterId which inserter that is, whatever it is called later
/// @param gasAllowance what actions may cost, as the original counts it
/// @param claimed whether it ever had a wallet: from then on its inserter changes nothing any more
/// @param closing whether it is being deleted and only waits for locks
public record User(
    UserId id,
    String recipientEncryptionPublicKey,
    String encryptionPasswordStore,
    String inserter,
    InserterId inserterId,
    BigInteger gasAllowance,
    boolean claimed,
    boolean closing) {

  /// 100 whole units of 10^18.
  public static final BigInteger FIRST_ALLOWANCE = BigInteger.TEN.pow(20);

  /// The same profile with another key.
  public User withKey(String key, String store) {
    return new User(id, key, store, inserter, inserterId, gasAllowance, claimed, closing);
  }

  /// The same profile with another allowance.
  public User withAllowance(BigInteger allowance) {
    return new User(
        id,
        recipientEncryptionPublicKey,
        encryptionPasswordStore,
        inserter,
        inserterId,
        allowance,
        claimed,
        closing);
  }

  /// The same profile, owned by a wallet from now on.
  public User asClaimed() {
    return new User(
        id,
        recipientEncryptionPublicKey,
        encryptionPasswordStore,
        inserter,
        inserterId,
        gasAllowance,
        true,
        closing);
  }

  /// The same profile, waiting for its locks to pass before it goes.
  public User asClosing() {
    return new User(
        id,
        recipientEncryptionPublicKey,
        encryptionPasswordStore,
        inserter,
        inserterId,
        gasAllowance,
        claimed,
        true);
  }
}
