package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The native library and Bouncy Castle judge every signature alike: otherwise a node on another
/// platform would leave the chain. `-Didos.mutations=1000000` makes it thorough.
class LibraryAgreementTest {

  private static final int MUTATIONS = Integer.getInteger("idos.mutations", 20_000);
  private static final int PER_KEY = 50;

  private final Secp256k1Library fast = new NativeSecp256k1();
  private final Secp256k1Library portable = new BouncySecp256k1();
  private final Mutations random = new Mutations(20_260_101);

  @Test
  void the_native_library_is_the_one_in_use_here() {
    assertThat(Secp256k1Library.best()).isInstanceOf(NativeSecp256k1.class);
  }

  @Test
  void both_make_the_same_keys_and_signatures() {
    for (int i = 0; i < 200; i++) {
      SecretBytes secret = Secp256k1.generate(InsecureTestKeys.predictable(i));
      Bytes digest = random.bytes(32);
      Bytes key = portable.publicKey(secret);
      Bytes signature = portable.sign(secret, digest);
      assertThat(fast.publicKey(secret)).isEqualTo(key);
      assertThat(fast.sign(secret, digest)).isEqualTo(signature);
      assertThat(SignatureRules.isAcceptableEcdsa(signature)).isTrue();
      assertThat(fast.verify(signature, digest, portable.compress(key))).isTrue();
    }
  }

  @Test
  void both_answer_alike_about_every_mutated_signature() {
    int looked = 0;
    int accepted = 0;
    while (looked < MUTATIONS) {
      SecretBytes secret = Secp256k1.generate(InsecureTestKeys.predictable(looked));
      Bytes digest = random.bytes(32);
      Bytes key = Secp256k1.publicKey(secret);
      Bytes signature = fast.sign(secret, digest);
      for (int i = 0; i < PER_KEY && looked < MUTATIONS; i++, looked++) {
        accepted +=
            agreeOn(random.mutated(signature), random.mutated(digest), random.mutated(key)) ? 1 : 0;
      }
    }
    assertThat(accepted).as("some stay valid, most do not").isBetween(1, MUTATIONS / 2);
  }

  @Test
  void rules_keep_out_what_the_two_libraries_would_judge_differently() {
    SecretBytes secret = InsecureTestKeys.evm();
    Bytes digest = Sha256.of(Bytes.EMPTY);
    Bytes low = Secp256k1.sign(secret, digest);
    Bytes high = Bytes.concat(low.slice(0, 32), negated(low.slice(32, 64)));
    Bytes key = Secp256k1.publicKey(secret);
    assertThat(portable.verify(high, digest, key)).isTrue();
    assertThat(fast.verify(high, digest, key)).isFalse();
    assertThat(Secp256k1.verify(key, digest, high)).isFalse();
  }

  /// Compares all that the rules let through, and answers whether the signature was valid.
  private boolean agreeOn(Bytes signature, Bytes digest, Bytes key) {
    if (!SignatureRules.isAcceptableEcdsa(signature)) {
      assertThat(Secp256k1.verify(key, digest, signature)).isFalse();
      return false;
    }
    boolean valid = fast.verify(signature, digest, key);
    int id = random.below(2);
    Optional<Bytes> recovered = fast.recover(signature, digest, id);
    if (portable.verify(signature, digest, key) != valid
        || !portable.recover(signature, digest, id).equals(recovered)) {
      fail("disagree about %s %s %s %d", signature.hex(), digest.hex(), key.hex(), id);
    }
    return valid;
  }

  private static Bytes negated(Bytes s) {
    var order =
        new java.math.BigInteger(
            "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
    var number = new java.math.BigInteger(1, s.toArray());
    return Bytes.ofHex("%064x".formatted(order.subtract(number)));
  }
}
