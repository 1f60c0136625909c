package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTextTest {

  private static final Bytes MESSAGE = Bytes.of(1);

  @ParameterizedTest
  @CsvSource({
    "SECP256K1_EP, 19",
    "SECP256K1_EP, 21",
    "SECP256K1_EP, 0",
    "SECP256K1_EP, 3",
    "ED25519, 31",
    "ED25519, 33",
    "ED25519, 0",
    "NEP413, 31",
    "NEP413, 33",
    "XRPL, 32",
    "XRPL, 34",
    "XRPL, 0",
    "XRPL, 33",
    "SEP53, 55",
    "SEP53, 56",
    "SEP53, 32",
  })
  void a_sender_of_the_wrong_form_has_no_caller_text(AuthScheme scheme, int length) {
    Bytes sender = Bytes.ofUnshared(new byte[length]);
    assertThat(WalletSignatures.callerText(scheme, sender)).isEmpty();
  }

  @Test
  void a_short_signature_is_told_with_both_lengths() {
    assertThat(problem(Bytes.EMPTY, Bytes.ofUnshared(new byte[30])))
        .isEqualTo("invalid signature length: expected 65, received 30");
  }

  @Test
  void a_foreign_sender_is_told_with_both_addresses() {
    Bytes signature = WalletKey.evm(InsecureTestKeys.evm()).sign(MESSAGE);
    assertThat(problem(Bytes.EMPTY, signature))
        .isEqualTo(
            "invalid signature: expected address ,"
                + " received f39fd6e51aad88f6f4ce6ab8827279cfffb92266");
    assertThat(problem(Bytes.ofUnshared(new byte[20]), signature))
        .startsWith("invalid signature: expected address 0000");
  }

  @Test
  void a_forbidden_signature_is_told_without_an_address() {
    assertThat(problem(Bytes.EMPTY, Bytes.ofUnshared(new byte[65]))).isEqualTo("invalid signature");
  }

  @Test
  void the_checksum_of_a_sep53_sender_is_checked() {
    Bytes address = WalletKey.stellarSep53(InsecureTestKeys.counting()).sender();
    byte[] changed = address.toArray();
    changed[20] = changed[20] == 'A' ? (byte) 'B' : (byte) 'A';
    assertThat(WalletSignatures.callerText(AuthScheme.SEP53, address)).isPresent();
    assertThat(WalletSignatures.callerText(AuthScheme.SEP53, Bytes.copyOf(changed))).isEmpty();
  }

  private static String problem(Bytes sender, Bytes signature) {
    return WalletSignatures.problem(AuthScheme.SECP256K1_EP, sender, MESSAGE, signature)
        .orElseThrow();
  }
}
