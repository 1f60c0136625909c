package dev.idos.credentials;

import dev.idos.credentials.level.Level;
import dev.idos.credentials.text.Ascii85;
import dev.idos.credentials.text.StrictJson;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.Utf8;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A credential with its proofs, as an issuer hands it out. Holding one proves nothing: only
/// [CredentialVerifier] tells whether it is genuine.
public final class SignedCredential {

  private final JsonObject json;

  SignedCredential(JsonObject json) {
    this.json = json;
  }

  /// Reads a credential, or nothing if the text is not a JSON object with distinct members.
  public static Optional<SignedCredential> parse(String json) {
    return StrictJson.object(json).map(SignedCredential::new);
  }

  /// Reads a decrypted credential.
  public static Optional<SignedCredential> parse(Bytes plaintext) {
    return Utf8.decode(plaintext).flatMap(SignedCredential::parse);
  }

  /// The JSON text to encrypt and store. Hash what was received, not this: a credential of another
  /// issuer may be spaced differently.
  public String text() {
    return json.toString();
  }

  /// The bytes of [#text].
  public Bytes toBytes() {
    return Utf8.encode(text());
  }

  /// The address the issuer gave the credential.
  public Optional<String> id() {
    return StrictJson.text(json, "id");
  }

  /// The address of the issuer.
  public Optional<String> issuer() {
    return StrictJson.text(json, "issuer")
        .or(() -> StrictJson.object(json, "issuer").flatMap(named -> StrictJson.text(named, "id")));
  }

  /// The level as the issuer wrote it.
  public Optional<String> levelText() {
    return StrictJson.text(json, "level");
  }

  /// The level, if it is one of the ladder `basic`, `plus`.
  public Optional<Level> level() {
    return levelText().flatMap(Level::parse);
  }

  /// A date of the credential as the issuer wrote it, such as `expirationDate`.
  public Optional<String> date(String member) {
    return StrictJson.text(json, member);
  }

  /// The addresses of the holders it is bound to, see [HolderId].
  public List<String> holders() {
    return StrictJson.texts(json, "holder");
  }

  /// The members of the subject that are texts, in their order; files are Ascii85.
  public SequencedMap<String, String> subject() {
    var members = new LinkedHashMap<String, String>();
    StrictJson.object(json, "credentialSubject")
        .ifPresent(
            subject ->
                subject.forEach(
                    (name, value) -> {
                      if (value instanceof JsonString text && !name.startsWith("@")) {
                        members.put(name, text.getString());
                      }
                    }));
    return Collections.unmodifiableSequencedMap(members);
  }

  /// A file of the subject, such as `selfieFile`.
  public Optional<Bytes> file(String member) {
    return StrictJson.object(json, "credentialSubject")
        .flatMap(subject -> StrictJson.text(subject, member))
        .flatMap(Ascii85::decode);
  }

  JsonObject json() {
    return json;
  }

  /// What the proofs sign: everything but them.
  JsonObject document() {
    return Json.createObjectBuilder(json).remove("proof").build();
  }

  List<JsonObject> proofs() {
    return StrictJson.values(json, "proof").stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject)
        .toList();
  }

  /// Short on purpose: a person's data must not reach a log by accident.
  @Override
  public String toString() {
    return "SignedCredential[" + proofs().size() + " proofs]";
  }
}
