package dev.idos.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/// NaCl's secretbox: XSalsa20 with a Poly1305 tag of 16 bytes in front.
public final class SecretBox {

  /// The number of bytes of a key.
  public static final int KEY_LENGTH = 32;

  /// The number of bytes of a nonce.
  public static final int NONCE_LENGTH = 24;

  /// How much longer a box is than its content.
  public static final int TAG_LENGTH = 16;

  private SecretBox() {}

  /// Seals a content. A nonce must never be used twice with one key.
  public static Bytes seal(Bytes plaintext, Bytes nonce, SecretBytes key) {
    var box = new byte[TAG_LENGTH + plaintext.length()];
    sealInto(box, 0, plaintext, nonce, key);
    return Bytes.ofUnshared(box);
  }

  /// The content of a box; empty when key, nonce or box do not belong together.
  public static Optional<Bytes> open(Bytes box, Bytes nonce, SecretBytes key) {
    return openFrom(box, 0, nonce, key);
  }

  /// Seals into the end of an array, so that an envelope is written once and not copied.
  static void sealInto(byte[] target, int at, Bytes plaintext, Bytes nonce, SecretBytes key) {
    XSalsa20Engine stream = stream(nonce, key);
    byte[] tagKey = tagKey(stream);
    int textAt = at + TAG_LENGTH;
    stream.processBytes(plaintext.exposeUnshared(), 0, plaintext.length(), target, textAt);
    byte[] tag = tag(tagKey, target, textAt);
    System.arraycopy(tag, 0, target, at, TAG_LENGTH);
  }

  static Optional<Bytes> openFrom(Bytes source, int at, Bytes nonce, SecretBytes key) {
    int textAt = at + TAG_LENGTH;
    if (source.length() < textAt || nonce.length() != NONCE_LENGTH) {
      return Optional.empty();
    }
    XSalsa20Engine stream = stream(nonce, key);
    byte[] box = source.exposeUnshared();
    byte[] tag = tag(tagKey(stream), box, textAt);
    if (!MessageDigest.isEqual(tag, Arrays.copyOfRange(box, at, textAt))) {
      return Optional.empty();
    }
    var plaintext = new byte[box.length - textAt];
    stream.processBytes(box, textAt, plaintext.length, plaintext, 0);
    return Optional.of(Bytes.ofUnshared(plaintext));
  }

  private static XSalsa20Engine stream(Bytes nonce, SecretBytes key) {
    if (nonce.length() != NONCE_LENGTH || key.length() != KEY_LENGTH) {
      throw new IllegalArgumentException("expected a nonce of 24 bytes and a key of 32");
    }
    byte[] exposed = key.exposeSecret();
    try {
      var stream = new XSalsa20Engine();
      stream.init(true, new ParametersWithIV(new KeyParameter(exposed), nonce.exposeUnshared()));
      return stream;
    } finally {
      Arrays.fill(exposed, (byte) 0);
    }
  }

  /// The first 32 bytes of the stream are the key of the tag; the text begins behind them.
  private static byte[] tagKey(XSalsa20Engine stream) {
    var tagKey = new byte[32];
    stream.processBytes(tagKey, 0, tagKey.length, tagKey, 0);
    return tagKey;
  }

  private static byte[] tag(byte[] tagKey, byte[] box, int textAt) {
    var poly1305 = new Poly1305();
    poly1305.init(new KeyParameter(tagKey));
    poly1305.update(box, textAt, box.length - textAt);
    var tag = new byte[TAG_LENGTH];
    poly1305.doFinal(tag, 0);
    return tag;
  }
}
