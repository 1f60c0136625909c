package dev.idos.credentials.proof;

import dev.idos.credentials.text.StrictJson;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.SecretBytes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/// The proof that consumers of idOS check today: an Ed25519 signature over the hashes of the
/// canonical RDF of the proof's options and of the document.
///
/// It does not bind the names of subject members, because the idOS contexts map many of them to
/// one predicate. A second proof does ([EddsaJcs2022]).
public final class Ed25519Signature2020 implements ProofSuite {

  private static final String TYPE = "Ed25519Signature2020";

  private final RdfHash rdf;

  /// Signs and checks with these contexts.
  public Ed25519Signature2020(RdfHash rdf) {
    this.rdf = rdf;
  }

  @Override
  public boolean made(JsonObject proof) {
    return StrictJson.text(proof, "type").filter(TYPE::equals).isPresent();
  }

  @Override
  public JsonObject sign(JsonObject document, String keyId, String created, SecretBytes seed)
      throws UnprovableDocument {
    JsonObject options =
        Json.createObjectBuilder()
            .add("type", TYPE)
            .add("created", created)
            .add("verificationMethod", keyId)
            .add("proofPurpose", "assertionMethod")
            .build();
    Bytes signature = Ed25519.sign(seed, signedBytes(document, options));
    return Json.createObjectBuilder(options)
        .add("proofValue", Multikey.ofSignature(signature))
        .build();
  }

  @Override
  public boolean verifies(JsonObject document, JsonObject proof, Bytes publicKey)
      throws UnprovableDocument {
    PlainDocument.check(document);
    PlainDocument.check(proof);
    Optional<Bytes> signature = ProofSuite.signatureOf(proof);
    return signature.isPresent()
        && isOfDocumentContext(document, proof)
        && Ed25519.verify(publicKey, signedBytes(document, optionsOf(proof)), signature.get());
  }

  /// A proof is read with the document's context. One that brings another could rename its members.
  private static boolean isOfDocumentContext(JsonObject document, JsonObject proof) {
    JsonValue context = proof.get("@context");
    return context == null || context.equals(document.get("@context"));
  }

  private static JsonObject optionsOf(JsonObject proof) {
    return Json.createObjectBuilder(proof).remove("proofValue").build();
  }

  /// SHA-256 of the options, then SHA-256 of the document: 64 bytes.
  private Bytes signedBytes(JsonObject document, JsonObject options) throws UnprovableDocument {
    JsonObject readable =
        Json.createObjectBuilder()
            .add("@context", document.get("@context"))
            .addAll(Json.createObjectBuilder(options))
            .build();
    return Bytes.concat(rdf.of(readable), rdf.of(document));
  }
}
