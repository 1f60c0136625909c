package dev.idos.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of the JDK, which uses the processor's instructions.
public final class Sha256 {

  public static final int LENGTH = 32;

  /// Never fed: copying it is cheaper than looking for the algorithm.
  private static final MessageDigest FRESH = find();

  private Sha256() {}

  /// The hash of the parts in order, as if they were one sequence of bytes.
  public static Bytes of(Bytes... parts) {
    MessageDigest digest = newDigest();
    for (Bytes part : parts) {
      part.updateInto(digest);
    }
    return Bytes.ofUnshared(digest.digest());
  }

  /// A fresh digest, for streams and inner loops.
  public static MessageDigest newDigest() {
    try {
      return (MessageDigest) FRESH.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the SHA-256 of every JDK can be copied", impossible);
    }
  }

  private static MessageDigest find() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
