package dev.idos.credentials.proof;

import dev.idos.credentials.text.StrictJson;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.SecretBytes;
import jakarta.json.JsonObject;
import java.util.Optional;

/// A way to sign a credential and to check that signature. A document is always given without its
/// `proof` member: each proof of a set signs the document alone.
public sealed interface ProofSuite permits Ed25519Signature2020, EddsaJcs2022 {

  /// Whether this suite made a proof, as far as the proof says.
  boolean made(JsonObject proof);

  /// Signs a document.
  ///
  /// @param keyId the `verificationMethod`, where the issuer publishes the key
  /// @param created when it is signed, as an XSD date-time
  /// @throws UnprovableDocument if the document cannot be signed this way
  JsonObject sign(JsonObject document, String keyId, String created, SecretBytes seed)
      throws UnprovableDocument;

  /// Whether a proof of this suite is the key's signature of the document.
  ///
  /// @throws UnprovableDocument if a proof of this suite says nothing about such a document
  boolean verifies(JsonObject document, JsonObject proof, Bytes publicKey)
      throws UnprovableDocument;

  /// The signature inside a proof, if it is one.
  static Optional<Bytes> signatureOf(JsonObject proof) {
    return StrictJson.text(proof, "proofValue").flatMap(Multikey::signature);
  }
}
