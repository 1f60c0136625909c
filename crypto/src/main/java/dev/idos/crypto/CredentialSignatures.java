package dev.idos.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The two signatures of a credential row (`messages.md` §4).
///
/// The first is over the public notes. The broader one is over the 64 raw bytes of the first,
/// followed by the raw bytes of the content, so notes and content cannot be paired anew.
///
/// @param issuerKeyHex the issuer's public key, lower-case hex
/// @param notesSignatureBase64 the signature of the notes
/// @param broaderSignatureBase64 the signature of notes signature and content
public record CredentialSignatures(
    String issuerKeyHex, String notesSignatureBase64, String broaderSignatureBase64) {

  /// What a check found; the first thing wrong in this order.
  public enum Outcome {
    /// Both signatures are the issuer's.
    VALID,
    /// The issuer key is not 32 bytes of hex.
    ISSUER_KEY_MALFORMED,
    /// The content is not base64.
    CONTENT_MALFORMED,
    /// The signature of the notes is not one of the issuer.
    NOTES_SIGNATURE_WRONG,
    /// The signature that joins notes and content is not one of the issuer.
    BROADER_SIGNATURE_WRONG
  }

  /// Signs the notes and the content of one row with the issuer's seed.
  public static CredentialSignatures sign(SecretBytes seed, String notes, Bytes content) {
    Bytes noted =
        utf8(notes).orElseThrow(() -> new IllegalArgumentException("the notes are valid unicode"));
    Bytes notesSignature = Ed25519.sign(seed, noted);
    Bytes broaderSignature = Ed25519.sign(seed, Bytes.concat(notesSignature, content));
    return new CredentialSignatures(
        Ed25519.publicKey(seed).hex(), notesSignature.base64(), broaderSignature.base64());
  }

  /// Whether both signatures of a row are the issuer's. Never throws, whatever the texts.
  public static boolean isValid(
      String issuerKeyHex,
      String notes,
      String notesSignatureBase64,
      String contentBase64,
      String broaderSignatureBase64) {
    return check(issuerKeyHex, notes, notesSignatureBase64, contentBase64, broaderSignatureBase64)
        == Outcome.VALID;
  }

  /// Checks both signatures of a row and tells what is wrong. Never throws, whatever the texts.
  public static Outcome check(
      String issuerKeyHex,
      String notes,
      String notesSignatureBase64,
      String contentBase64,
      String broaderSignatureBase64) {
    Optional<Bytes> issuerKey = hex(issuerKeyHex);
    if (issuerKey.isEmpty()) {
      return Outcome.ISSUER_KEY_MALFORMED;
    }
    Optional<Bytes> noted = utf8(notes);
    Optional<Bytes> notesSignature = signature(notesSignatureBase64);
    if (noted.isEmpty()
        || notesSignature.isEmpty()
        || !Ed25519.verify(issuerKey.get(), noted.get(), notesSignature.get())) {
      return Outcome.NOTES_SIGNATURE_WRONG;
    }
    Optional<Bytes> joined = joined(notesSignature.get(), contentBase64);
    if (joined.isEmpty()) {
      return Outcome.CONTENT_MALFORMED;
    }
    Optional<Bytes> broaderSignature = signature(broaderSignatureBase64);
    return broaderSignature.isPresent()
            && Ed25519.verify(issuerKey.get(), joined.get(), broaderSignature.get())
        ? Outcome.VALID
        : Outcome.BROADER_SIGNATURE_WRONG;
  }

  private static Optional<Bytes> joined(Bytes notesSignature, String contentBase64) {
    return base64(contentBase64).map(content -> Bytes.concat(notesSignature, content));
  }

  private static Optional<Bytes> signature(String base64) {
    return base64.length() == 88 ? base64(base64) : Optional.empty();
  }

  private static Optional<Bytes> base64(String text) {
    try {
      return Optional.of(Bytes.ofUnshared(Base64.getDecoder().decode(text)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Bytes> hex(String text) {
    try {
      return text.length() == 2 * Ed25519.PUBLIC_KEY_LENGTH
          ? Optional.of(Bytes.ofUnshared(HexFormat.of().parseHex(text)))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Bytes> utf8(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      var bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return Optional.of(Bytes.ofUnshared(bytes));
    } catch (CharacterCodingException unpaired) {
      return Optional.empty();
    }
  }
}
