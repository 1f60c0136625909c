package dev.idos.crypto;

import java.security.MessageDigest;
import java.util.Arrays;

/// Key material. It never prints itself, compares in constant time, and is wiped when closed.
public final class SecretBytes implements AutoCloseable {

  private final byte[] value;

  private SecretBytes(byte[] value) {
    this.value = value;
  }

  public static SecretBytes copyOf(byte[] value) {
    return new SecretBytes(value.clone());
  }

  /// The one way out. Search for its callers to audit who touches secrets.
  public byte[] exposeSecret() {
    return value.clone();
  }

  public int length() {
    return value.length;
  }

  public boolean matches(SecretBytes other) {
    return MessageDigest.isEqual(value, other.value);
  }

  @Override
  public void close() {
    Arrays.fill(value, (byte) 0);
  }

  @Override
  public String toString() {
    return "SecretBytes[" + value.length + " bytes, redacted]";
  }
}
