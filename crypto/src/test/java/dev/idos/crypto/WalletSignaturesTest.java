package dev.idos.crypto;

import static dev.idos.crypto.Vectors.hex;
import static dev.idos.crypto.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WalletSignaturesTest {

  @ParameterizedTest
  @CsvSource({
    "auth.secp256k1_ep, SECP256K1_EP, SECP256K1, /expected/signature_hex",
    "auth.ed25519, ED25519, ED25519, /expected/signature_hex",
    "auth.nep413, NEP413, ED25519, /expected/signature_blob_hex",
    "auth.xrpl_ed25519, XRPL, ED25519, /expected/signature_hex",
    "auth.xrpl_secp256k1, XRPL, SECP256K1, /expected/signature_hex",
    "auth.sep53, SEP53, ED25519, /expected/signature_hex",
  })
  void the_signature_of_each_wallet_is_accepted_and_names_its_caller(
      String name, AuthScheme scheme, KeyType keyType, String signatureAt) {
    JsonNode vector = Vectors.kwil("authenticator", name);
    Bytes sender = hex(vector, "/expected/sender");
    Bytes message = Text.utf8(text(vector, "/inputs/message"));
    Bytes signature = hex(vector, signatureAt);

    assertThat(WalletSignatures.isValid(scheme, sender, message, signature)).isTrue();
    assertThat(WalletSignatures.problem(scheme, sender, message, signature)).isEmpty();
    assertThat(WalletSignatures.callerText(scheme, sender))
        .contains(text(vector, "/expected/caller"));
    assertThat(WalletSignatures.keyType(scheme, sender)).isEqualTo(keyType);
    Bytes other = Bytes.concat(message, Bytes.of('!'));
    assertThat(WalletSignatures.isValid(scheme, sender, other, signature)).isFalse();
  }

  static Stream<JsonNode> logins() {
    return Vectors.kwil("gateway").stream();
  }

  @ParameterizedTest
  @MethodSource("logins")
  void a_gateway_login_is_accepted(JsonNode vector) {
    String name = text(vector, "/expected/authn_params/signature/type");
    AuthScheme scheme = AuthScheme.named(name).orElseThrow();
    Bytes signature = Bytes.ofBase64(text(vector, "/expected/authn_params/signature/sig"));

    assertThat(
            WalletSignatures.isValid(
                scheme,
                hex(vector, "/expected/authn_params/sender"),
                hex(vector, "/expected/message_hex"),
                signature))
        .isTrue();
  }

  @Test
  void the_caller_text_of_an_evm_address_has_its_checksum_in_the_case() {
    JsonNode vector = Vectors.kwil("authenticator", "auth.eip55");
    assertThat(
            WalletSignatures.callerText(
                AuthScheme.SECP256K1_EP, hex(vector, "/inputs/address_hex")))
        .contains(text(vector, "/expected/caller"));
  }
}
