package dev.idos.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.EvmAddress;
import dev.idos.crypto.Hashes;
import dev.idos.crypto.NearKey;
import dev.idos.crypto.Sha256;
import dev.idos.crypto.WalletProofs;
import dev.idos.crypto.WalletSignatures;
import dev.idos.crypto.WalletType;
import dev.idos.crypto.XrplAddress;
import org.jspecify.annotations.Nullable;

/// The rows of topics `authenticator` and `wallet_proof`.
final class AuthenticatorVectors {

  private AuthenticatorVectors() {}

  static void run(String name, JsonNode inputs, JsonNode expected) {
    switch (name) {
      case "auth.eip55" ->
          assertThat(EvmAddress.checksummed(Bytes.ofHex(inputs.path("address_hex").asText())))
              .isEqualTo(expected.path("caller").asText());
      case "auth.ed25519_identifier" ->
          assertThat(
                  WalletSignatures.callerText(
                      AuthScheme.ED25519, Bytes.ofHex(inputs.path("public_key").asText())))
              .contains(expected.path("caller").asText());
      case "auth.xrpl_address" -> runXrplAddress(inputs, expected);
      case "auth.secp256k1_node" -> runNodeScheme(inputs, expected);
      default -> runScheme(scheme(name), inputs, expected);
    }
  }

  static void runProof(String name, JsonNode inputs, JsonNode expected) {
    WalletType type = WalletType.named(inputs.path("wallet_type").asText()).orElseThrow();
    String publicKey = textOrNull(inputs.path("public_key"));
    String address =
        inputs.has("address")
            ? inputs.path("address").asText()
            : NearKey.parse(inputs.path("public_key").asText()).orElseThrow().hex();
    String message = inputs.path("message").asText();
    String signature = expected.path("signature").asText();
    boolean valid = expected.path("valid").asBoolean();
    assertThat(WalletProofs.isValid(type, address, publicKey, message, signature))
        .as(name)
        .isEqualTo(valid);
    assertThat(WalletProofs.isValid(type, address, publicKey, message + ".", signature))
        .as("%s over another text", name)
        .isFalse();
  }

  private static void runScheme(AuthScheme scheme, JsonNode inputs, JsonNode expected) {
    Bytes sender = Bytes.ofHex(expected.path("sender").asText());
    Bytes message = Utf8.encode(inputs.path("message").asText());
    String signed = expected.has("signature_hex") ? "signature_hex" : "signature_blob_hex";
    Bytes signature = Bytes.ofHex(expected.path(signed).asText());
    assertThat(WalletSignatures.isValid(scheme, sender, message, signature)).isTrue();
    assertThat(WalletSignatures.isValid(scheme, sender, sender, signature)).isFalse();
    assertThat(WalletSignatures.callerText(scheme, sender))
        .contains(expected.path("caller").asText());
  }

  private static void runXrplAddress(JsonNode inputs, JsonNode expected) {
    Bytes key = Bytes.ofHex(inputs.path("public_key").asText());
    assertThat(Hashes.ripemd160OfSha256(key).hex())
        .isEqualTo(expected.path("account_id_ripemd160_sha256").asText());
    assertThat(XrplAddress.of(key)).isEqualTo(expected.path("address").asText());
  }

  /// Nodes of the original sign with a scheme of their own, which no wallet may use here.
  private static void runNodeScheme(JsonNode inputs, JsonNode expected) {
    assertThat(Sha256.of(Utf8.encode(inputs.path("message").asText())).hex())
        .isEqualTo(expected.path("sha256").asText());
    assertThat(AuthScheme.named("secp256k1")).isEmpty();
  }

  private static AuthScheme scheme(String name) {
    return switch (name) {
      case "auth.secp256k1_ep" -> AuthScheme.SECP256K1_EP;
      case "auth.ed25519" -> AuthScheme.ED25519;
      case "auth.nep413" -> AuthScheme.NEP413;
      case "auth.xrpl_ed25519", "auth.xrpl_secp256k1" -> AuthScheme.XRPL;
      case "auth.sep53" -> AuthScheme.SEP53;
      default -> throw new AssertionError("nobody runs " + name);
    };
  }

  private static @Nullable String textOrNull(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }
}
