package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/// Whatever arrives, the answer is "no" and never an exception.
class GarbageTest {

  @Property
  void no_garbage_is_a_signature(
      @ForAll AuthScheme scheme,
      @ForAll @Size(max = 70) byte[] sender,
      @ForAll @Size(max = 40) byte[] message,
      @ForAll @Size(max = 140) byte[] signature) {
    Bytes from = Bytes.copyOf(sender);
    Bytes text = Bytes.copyOf(message);
    Bytes signed = Bytes.copyOf(signature);
    assertThat(WalletSignatures.isValid(scheme, from, text, signed)).isFalse();
    assertThat(WalletSignatures.problem(scheme, from, text, signed)).isPresent();
    assertThat(WalletSignatures.keyType(scheme, from)).isNotNull();
  }

  @Property
  void no_garbage_of_the_right_length_is_a_signature(
      @ForAll AuthScheme scheme,
      @ForAll @Size(56) byte[] bytes,
      @ForAll @Size(66) byte[] signature) {
    int length =
        switch (scheme) {
          case SECP256K1_EP -> 20;
          case ED25519, NEP413 -> 32;
          case XRPL -> 33;
          case SEP53 -> 56;
        };
    Bytes sender = Bytes.copyOf(bytes).slice(0, length);
    for (int signed = 64; signed <= 66; signed++) {
      Bytes cut = Bytes.copyOf(signature).slice(0, signed);
      assertThat(WalletSignatures.isValid(scheme, sender, Bytes.EMPTY, cut)).isFalse();
    }
  }

  @Property
  void no_garbage_is_a_proof(
      @ForAll WalletType type,
      @ForAll String address,
      @ForAll String publicKey,
      @ForAll String message,
      @ForAll String signature) {
    assertThat(WalletProofs.isValid(type, address, publicKey, message, signature)).isFalse();
    assertThat(WalletProofs.isValid(type, address, null, message, signature)).isFalse();
  }

  @Property
  void what_passes_as_der_is_the_only_writing_of_its_numbers(@ForAll @Size(max = 80) byte[] der) {
    Bytes bytes = Bytes.copyOf(der);
    SignatureRules.strictDer(bytes).ifPresent(rs -> assertThat(Xrpl.der(rs)).isEqualTo(bytes));
  }
}
