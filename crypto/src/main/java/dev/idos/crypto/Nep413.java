package dev.idos.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// What a NEAR wallet signs instead of a bare text, and the container that carries the signature:
/// `u16 payload length (high byte first) ‖ Borsh payload ‖ signature`.
///
/// The recipient names the application the user saw. It is kept, not compared: clients of idOS use
/// more than one.
public record Nep413(Bytes message, Bytes nonce, String recipient, Optional<String> callbackUrl) {

  /// 2^31 + 413: no NEAR transaction starts like this.
  private static final int TAG = 0x8000_0000 + 413;

  private static final int NONCE_LENGTH = 32;
  private static final int LENGTH_PREFIX = 2;
  private static final int LONGEST_PAYLOAD = 0xffff;

  public Nep413 {
    if (nonce.length() != NONCE_LENGTH) {
      throw new IllegalArgumentException("expected a nonce of 32 bytes, got " + nonce.length());
    }
  }

  /// The Borsh bytes, whose SHA-256 is signed.
  public Bytes payload() {
    Bytes to = Text.utf8(recipient);
    Bytes url = callbackUrl.map(Text::utf8).orElse(Bytes.EMPTY);
    int length = 4 + 4 + message.length() + NONCE_LENGTH + 4 + to.length() + 1;
    var borsh =
        ByteBuffer.allocate(callbackUrl.isPresent() ? length + 4 + url.length() : length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(TAG)
            .putInt(message.length())
            .put(message.exposeUnshared())
            .put(nonce.exposeUnshared())
            .putInt(to.length())
            .put(to.exposeUnshared());
    if (callbackUrl.isPresent()) {
      borsh.put((byte) 1).putInt(url.length()).put(url.exposeUnshared());
    } else {
      borsh.put((byte) 0);
    }
    return Bytes.ofUnshared(borsh.array());
  }

  /// Signs with the key of a seed and wraps the result in its container.
  public Bytes signWith(SecretBytes seed) {
    Bytes payload = payload();
    if (payload.length() > LONGEST_PAYLOAD) {
      throw new IllegalArgumentException("a NEAR container holds at most 65535 payload bytes");
    }
    Bytes length = Bytes.of(payload.length() >> 8, payload.length() & 0xff);
    return Bytes.concat(length, payload, Ed25519.sign(seed, Sha256.of(payload)));
  }

  /// Whether a container holds a signature of exactly this message by the key.
  public static boolean isSigned(Bytes publicKey, Bytes message, Bytes container) {
    if (container.length() < LENGTH_PREFIX + Ed25519.SIGNATURE_LENGTH) {
      return false;
    }
    int end = LENGTH_PREFIX + ((container.at(0) << 8) | container.at(1));
    if (container.length() != end + Ed25519.SIGNATURE_LENGTH) {
      return false;
    }
    Bytes payload = container.slice(LENGTH_PREFIX, end);
    return isFormedAround(message, payload)
        && Ed25519.verify(publicKey, Sha256.of(payload), container.slice(end, container.length()));
  }

  /// Whether a payload is tag, this message, nonce, recipient and callback, and nothing more.
  private static boolean isFormedAround(Bytes message, Bytes payload) {
    var borsh = ByteBuffer.wrap(payload.exposeUnshared()).order(ByteOrder.LITTLE_ENDIAN);
    if (borsh.remaining() < 8 || borsh.getInt() != TAG || borsh.getInt() != message.length()) {
      return false;
    }
    int nonceAt = borsh.position() + message.length();
    if (payload.length() < nonceAt + NONCE_LENGTH
        || !payload.slice(borsh.position(), nonceAt).equals(message)) {
      return false;
    }
    borsh.position(nonceAt + NONCE_LENGTH);
    if (!skipText(borsh) || !borsh.hasRemaining()) {
      return false;
    }
    return switch (borsh.get()) {
      case 0 -> !borsh.hasRemaining();
      case 1 -> skipText(borsh) && !borsh.hasRemaining();
      default -> false;
    };
  }

  private static boolean skipText(ByteBuffer borsh) {
    if (borsh.remaining() < 4) {
      return false;
    }
    int length = borsh.getInt();
    if (length < 0 || length > borsh.remaining()) {
      return false;
    }
    borsh.position(borsh.position() + length);
    return true;
  }
}
