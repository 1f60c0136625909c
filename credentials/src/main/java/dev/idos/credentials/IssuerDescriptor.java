package dev.idos.credentials;

import dev.idos.credentials.proof.Multikey;
import dev.idos.credentials.text.AbsoluteUri;
import dev.idos.credentials.text.StrictJson;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.Ed25519;
import dev.idos.protocol.Require;
import jakarta.json.JsonObject;
import java.util.Optional;

/// An issuer as a consumer trusts it: one key, where it is published, and who answers for it.
///
/// @param keyId the address of the key, the `verificationMethod` of its proofs
/// @param controller the address of the issuer, the `issuer` of its credentials
/// @param publicKey the 32 bytes of the Ed25519 key
public record IssuerDescriptor(String keyId, String controller, Bytes publicKey) {

  public IssuerDescriptor {
    Require.that(AbsoluteUri.matches(keyId), "a key id is an absolute URI");
    Require.that(AbsoluteUri.matches(controller), "an issuer is an absolute URI");
    Require.that(publicKey.length() == Ed25519.PUBLIC_KEY_LENGTH, "an Ed25519 key has 32 bytes");
  }

  /// The first key of an issuer that lives under a base address.
  public static IssuerDescriptor at(String base, Bytes publicKey) {
    return new IssuerDescriptor(base + "/keys/1", base + "/issuers/1", publicKey);
  }

  /// Reads any of the three forms in use: a key object with or without its type
  /// (`id`, `controller`, `publicKeyMultibase`), or `issuer` (a base address) and
  /// `publicKeyMultibase`.
  public static Optional<IssuerDescriptor> parse(String json) {
    return StrictJson.object(json).flatMap(IssuerDescriptor::ofObject);
  }

  /// The public key as multibase text, `z6Mk…`.
  public String publicKeyMultibase() {
    return Multikey.ofPublicKey(publicKey);
  }

  private static Optional<IssuerDescriptor> ofObject(JsonObject object) {
    Optional<Bytes> key =
        StrictJson.text(object, "publicKeyMultibase").flatMap(Multikey::publicKey);
    Optional<String> base = StrictJson.text(object, "issuer");
    Optional<String> keyId =
        base.map(issuer -> issuer + "/keys/1").or(() -> StrictJson.text(object, "id"));
    Optional<String> controller =
        base.map(issuer -> issuer + "/issuers/1").or(() -> StrictJson.text(object, "controller"));
    if (key.isEmpty()
        || keyId.filter(AbsoluteUri::matches).isEmpty()
        || controller.filter(AbsoluteUri::matches).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new IssuerDescriptor(keyId.get(), controller.get(), key.get()));
  }
}
