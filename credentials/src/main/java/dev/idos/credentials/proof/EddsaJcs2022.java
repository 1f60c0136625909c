package dev.idos.credentials.proof;

import dev.idos.credentials.text.StrictJson;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.SecretBytes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/// The proof that binds every member name: an Ed25519 signature over the hashes of the canonical
/// JSON (RFC 8785) of the proof's options and of the document, as W3C Data Integrity defines it.
public final class EddsaJcs2022 implements ProofSuite {

  private static final String TYPE = "DataIntegrityProof";
  private static final String CRYPTOSUITE = "eddsa-jcs-2022";

  @Override
  public boolean made(JsonObject proof) {
    return StrictJson.text(proof, "type").filter(TYPE::equals).isPresent()
        && StrictJson.text(proof, "cryptosuite").filter(CRYPTOSUITE::equals).isPresent();
  }

  @Override
  public JsonObject sign(JsonObject document, String keyId, String created, SecretBytes seed)
      throws UnprovableDocument {
    JsonObject options =
        Json.createObjectBuilder()
            .add("type", TYPE)
            .add("created", created)
            .add("verificationMethod", keyId)
            .add("cryptosuite", CRYPTOSUITE)
            .add("proofPurpose", "assertionMethod")
            .add("@context", document.get("@context"))
            .build();
    Bytes signature = Ed25519.sign(seed, signedBytes(document, options));
    return Json.createObjectBuilder(options)
        .add("proofValue", Multikey.ofSignature(signature))
        .build();
  }

  @Override
  public boolean verifies(JsonObject document, JsonObject proof, Bytes publicKey)
      throws UnprovableDocument {
    Optional<Bytes> signature = ProofSuite.signatureOf(proof);
    return signature.isPresent()
        // the suite lets a document add contexts after those that were signed; here none may be
        && Objects.equals(proof.get("@context"), document.get("@context"))
        && Ed25519.verify(publicKey, signedBytes(document, optionsOf(proof)), signature.get());
  }

  private static JsonObject optionsOf(JsonObject proof) {
    return Json.createObjectBuilder(proof).remove("proofValue").build();
  }

  private static Bytes signedBytes(JsonObject document, JsonObject options)
      throws UnprovableDocument {
    return Bytes.concat(CanonicalJson.hash(options), CanonicalJson.hash(document));
  }
}
