package dev.idos.node.session;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Require;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The nonce of a login: when it was issued, when it expires, and 128 random bits, in 48 hex
/// digits. The wallet signs it, so its times need no memory and no secret of the node.
///
/// @param issuedAt seconds since 1970
/// @param expiresAt seconds since 1970
/// @param random what makes it one of a kind
public record LoginNonce(long issuedAt, long expiresAt, Bytes random) {

  /// The longest a login lives.
  public static final Duration LONGEST = Duration.ofHours(12);

  static final int LENGTH = 24;

  /// How far the clock of the node that issued it may be ahead of ours.
  private static final long CLOCK_SKEW_SECONDS = 60;

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{48}");
  private static final long UNSIGNED_INT = 0xffff_ffffL;

  public LoginNonce {
    Require.that(issuedAt >= 0 && issuedAt <= UNSIGNED_INT, "an issue time fits 32 bits");
    Require.that(expiresAt >= 0 && expiresAt <= UNSIGNED_INT, "an expiry fits 32 bits");
    Require.that(random.length() == 16, "a nonce has 128 random bits");
  }

  /// A new nonce, good from now on.
  public static LoginNonce fresh(Instant now, Duration lifetime, RandomGenerator chance) {
    Require.that(lifetime.compareTo(LONGEST) <= 0, "a login lives 12 hours at most");
    var random = new byte[16];
    chance.nextBytes(random);
    long issued = now.getEpochSecond();
    return new LoginNonce(issued, issued + lifetime.toSeconds(), Bytes.ofUnshared(random));
  }

  /// Reads the text form, or nothing if it is not one.
  public static Optional<LoginNonce> parse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(ofBytes(Bytes.ofHex(text)))
        : Optional.empty();
  }

  static LoginNonce ofBytes(Bytes bytes) {
    var buffer = ByteBuffer.wrap(bytes.toArray());
    return new LoginNonce(
        Integer.toUnsignedLong(buffer.getInt()),
        Integer.toUnsignedLong(buffer.getInt()),
        bytes.slice(8, LENGTH));
  }

  Bytes toBytes() {
    var buffer = ByteBuffer.allocate(LENGTH);
    buffer.putInt((int) issuedAt).putInt((int) expiresAt).put(random.toArray());
    return Bytes.ofUnshared(buffer.array());
  }

  /// The form that is signed.
  public String text() {
    return toBytes().hex();
  }

  /// Whether a login with this nonce holds now. The client could have made it up, so the times are
  /// judged as strictly as if it had.
  public boolean holdsAt(Instant now) {
    long seconds = now.getEpochSecond();
    return issuedAt <= seconds + CLOCK_SKEW_SECONDS
        && seconds < expiresAt
        && expiresAt - issuedAt <= LONGEST.toSeconds();
  }

  public Instant issued() {
    return Instant.ofEpochSecond(issuedAt);
  }

  public Instant expires() {
    return Instant.ofEpochSecond(expiresAt);
  }
}
