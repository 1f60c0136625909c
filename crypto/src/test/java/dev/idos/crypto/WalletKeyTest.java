package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalletKeyTest {

  private static final String TEXT = "Sign this message to prove you own this wallet";
  private static final Bytes MESSAGE = Text.utf8(TEXT);

  static Stream<WalletKey> wallets() {
    SecretBytes seed = InsecureTestKeys.counting();
    return Stream.of(
        WalletKey.evm(InsecureTestKeys.evm()),
        WalletKey.near(seed, InsecureTestKeys.predictable(1)),
        WalletKey.near(seed, "alice.near", InsecureTestKeys.predictable(1)),
        WalletKey.xrplEd25519(seed),
        WalletKey.xrplSecp256k1(InsecureTestKeys.evm()),
        WalletKey.stellarRaw(seed),
        WalletKey.stellarSep53(seed),
        WalletKey.faceSign(seed));
  }

  @ParameterizedTest
  @MethodSource("wallets")
  void what_a_wallet_signs_is_valid_for_its_sender(WalletKey wallet) {
    Bytes signature = wallet.sign(MESSAGE);
    assertThat(WalletSignatures.isValid(wallet.scheme(), wallet.sender(), MESSAGE, signature))
        .isTrue();
    assertThat(WalletSignatures.isValid(wallet.scheme(), wallet.sender(), Bytes.EMPTY, signature))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("wallets")
  void what_a_wallet_proves_is_valid_for_its_address(WalletKey wallet) {
    String key = wallet.publicKey().orElse(null);
    String proof = wallet.proof(TEXT);
    assertThat(WalletProofs.isValid(wallet.walletType(), wallet.address(), key, TEXT, proof))
        .isTrue();
    assertThat(WalletProofs.signedBy(wallet.walletType(), wallet.address(), key, TEXT, proof))
        .isTrue();
    assertThat(WalletProofs.isValid(wallet.walletType(), wallet.address(), key, "", proof))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("wallets")
  void a_wallet_never_prints_its_secret(WalletKey wallet) {
    assertThat(wallet.toString())
        .doesNotContain("ac0974be")
        .doesNotContain("00010203")
        .contains("redacted");
  }

  @Test
  void signatures_are_those_of_the_published_clients() {
    Bytes message =
        Text.utf8(
            Vectors.text(Vectors.kwil("authenticator", "auth.secp256k1_ep"), "/inputs/message"));
    SecretBytes seed = InsecureTestKeys.counting();
    assertThat(WalletKey.evm(InsecureTestKeys.evm()).sign(message))
        .isEqualTo(published("auth.secp256k1_ep"));
    assertThat(WalletKey.faceSign(seed).sign(message)).isEqualTo(published("auth.ed25519"));
    assertThat(WalletKey.stellarSep53(seed).sign(message)).isEqualTo(published("auth.sep53"));
  }

  @Test
  void the_named_near_account_and_the_key_travel_side_by_side() {
    WalletKey wallet =
        WalletKey.near(InsecureTestKeys.counting(), "alice.near", InsecureTestKeys.predictable(1));
    assertThat(wallet.address()).isEqualTo("alice.near");
    assertThat(wallet.publicKey()).contains("ed25519:FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF");
    assertThat(wallet.caller()).isEqualTo("ed25519:FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF");
  }

  @Test
  void a_near_container_is_the_published_one() {
    var vector = Vectors.kwil("authenticator", "auth.nep413");
    var signed =
        new Nep413(
            Text.utf8(Vectors.text(vector, "/inputs/message")),
            Vectors.hex(vector, "/inputs/nonce"),
            Vectors.text(vector, "/inputs/recipient"),
            Optional.empty());
    assertThat(signed.payload()).isEqualTo(Vectors.hex(vector, "/expected/borsh_payload_hex"));
    assertThat(signed.signWith(InsecureTestKeys.counting()))
        .isEqualTo(Vectors.hex(vector, "/expected/signature_blob_hex"));
  }

  @Test
  void a_near_container_with_a_callback_is_the_published_one() {
    var vector = Vectors.kwil("wallet_proof", "proof.near_proof_callback");
    var signed =
        new Nep413(
            Text.utf8(Vectors.text(vector, "/inputs/message")),
            Vectors.hex(vector, "/inputs/nonce"),
            Vectors.text(vector, "/inputs/recipient"),
            Optional.of(Vectors.text(vector, "/inputs/callbackUrl")));
    assertThat(signed.signWith(InsecureTestKeys.counting()))
        .isEqualTo(Bytes.ofHex(Vectors.text(vector, "/expected/signature")));
  }

  private static Bytes published(String name) {
    return Vectors.hex(Vectors.kwil("authenticator", name), "/expected/signature_hex");
  }
}
