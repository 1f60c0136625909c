package dev.idos.crypto;

import static dev.idos.crypto.Vectors.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// With the native library or without it, every signature is judged alike: otherwise a node on
/// another platform would leave the chain. `-Didos.mutations=1000000` makes it thorough.
class Ed25519AgreementTest {

  private static final int MUTATIONS = Integer.getInteger("idos.mutations", 20_000);
  private static final int PER_KEY = 50;

  private final NativeEd25519 fast = loaded();
  private final Ed25519Library portable = new BouncyEd25519();
  private final Mutations random = new Mutations(20_260_102);

  @Test
  void the_native_library_is_the_best_one_here() {
    assertThat(Ed25519Library.best()).isInstanceOf(NativeEd25519.class);
  }

  @Test
  void both_answer_alike_about_every_vector_of_wycheproof() throws Exception {
    int accepted = 0;
    for (JsonNode group : Vectors.read("wycheproof/ed25519_test.json").at("/testGroups")) {
      Bytes key = hex(group, "/publicKey/pk");
      for (JsonNode test : group.at("/tests")) {
        accepted += agreeOn(key, hex(test, "/msg"), hex(test, "/sig")) ? 1 : 0;
      }
    }
    assertThat(accepted).isPositive();
  }

  @Test
  void both_answer_alike_at_every_edge_of_the_curve() throws Exception {
    for (JsonNode vector : Vectors.signatures("ed25519").toList()) {
      assertThat(
              agreeOn(
                  hex(vector, "/inputs/public_key"),
                  hex(vector, "/inputs/message"),
                  hex(vector, "/inputs/signature")))
          .as(vector.toString())
          .isEqualTo(vector.at("/expected/valid").asBoolean());
    }
  }

  @Test
  void both_answer_alike_about_every_mutated_signature() throws Exception {
    int looked = 0;
    int accepted = 0;
    while (looked < MUTATIONS) {
      SecretBytes seed = Ed25519.generate(InsecureTestKeys.predictable(looked));
      Bytes message = random.bytes(1 + random.below(200));
      Bytes key = Ed25519.publicKey(seed);
      Bytes signature = Ed25519.sign(seed, message);
      for (int i = 0; i < PER_KEY && looked < MUTATIONS; i++, looked++) {
        accepted +=
            agreeOn(random.mutated(key), random.mutated(message), random.mutated(signature))
                ? 1
                : 0;
      }
    }
    assertThat(accepted).as("some stay valid, some do not").isBetween(1, MUTATIONS - 1);
  }

  @Test
  void bouncy_castle_decides_where_only_the_equation_with_the_cofactor_holds() throws Exception {
    List<JsonNode> apart =
        Vectors.signatures("ed25519")
            .filter(vector -> vector.at("/expected/valid").asBoolean())
            .filter(vector -> !vector.at("/expected/equation_without_cofactor").asBoolean())
            .toList();
    assertThat(apart).isNotEmpty();
    for (JsonNode vector : apart) {
      Bytes key = hex(vector, "/inputs/public_key");
      Bytes message = hex(vector, "/inputs/message");
      Bytes signature = hex(vector, "/inputs/signature");
      assertThat(fast.isSignedByShorterEquation(key, message, signature)).isFalse();
      assertThat(agreeOn(key, message, signature)).as(vector.toString()).isTrue();
    }
  }

  @Test
  void a_message_longer_than_the_native_library_takes_is_checked_as_well() throws Exception {
    SecretBytes seed = InsecureTestKeys.counting();
    Bytes key = Ed25519.publicKey(seed);
    for (int length : List.of(NativeEd25519.LONGEST_MESSAGE, NativeEd25519.LONGEST_MESSAGE + 1)) {
      Bytes message = random.bytes(length);
      Bytes signature = Ed25519.sign(seed, message);
      assertThat(fast.isSigned(key, message, signature)).isTrue();
      assertThat(fast.isSigned(key, message, Ed25519.sign(seed, Bytes.EMPTY))).isFalse();
    }
    Bytes longest = random.bytes(NativeEd25519.LONGEST_MESSAGE);
    assertThat(fast.isSignedByShorterEquation(key, longest, Ed25519.sign(seed, longest))).isTrue();
  }

  @Test
  void many_threads_at_once_get_the_right_answers() throws Exception {
    var checks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 2_000; i++) {
      SecretBytes seed = Ed25519.generate(InsecureTestKeys.predictable(i));
      Bytes message = random.bytes(1 + i % 300);
      Bytes key = Ed25519.publicKey(seed);
      Bytes signed = i % 2 == 0 ? message : Bytes.concat(message, Bytes.of(1));
      Bytes signature = Ed25519.sign(seed, signed);
      checks.add(() -> fast.isSignedByShorterEquation(key, message, signature));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> answers = threads.invokeAll(checks);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).as("check %d", i).isEqualTo(i % 2 == 0);
      }
    }
  }

  /// Compares all ways to ask, and answers whether the signature is valid.
  private boolean agreeOn(Bytes key, Bytes message, Bytes signature)
      throws GeneralSecurityException {
    boolean valid = Ed25519.verify(key, message, signature);
    if (!SignatureRules.isAcceptableEd25519(key, signature)) {
      assertThat(valid).isFalse();
      return false;
    }
    boolean decided = portable.isSigned(key, message, signature);
    if (decided != valid
        || decided != fast.isSigned(key, message, signature)
        || (nativeAccepts(key, message, signature) && !decided)) {
      fail("disagree about %s %s %s", key.hex(), message.hex(), signature.hex());
    }
    return valid;
  }

  /// A key that is no point is an exception to AWS-LC or a plain no: it is not accepted.
  private boolean nativeAccepts(Bytes key, Bytes message, Bytes signature) {
    try {
      return fast.isSignedByShorterEquation(key, message, signature);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static NativeEd25519 loaded() {
    try {
      return new NativeEd25519();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
