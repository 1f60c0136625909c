package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadedOnDemandTest {

  private final List<Runnable> loading = new ArrayList<>();
  private final LoadedOnDemand library = new LoadedOnDemand(Refusing::new, loading::add);

  @Test
  void a_few_checks_load_nothing() {
    check(LoadedOnDemand.WORTH_LOADING - 1);
    assertThat(loading).isEmpty();
  }

  @Test
  void many_checks_load_once_and_none_waits_for_it() {
    check(10 * LoadedOnDemand.WORTH_LOADING);
    assertThat(loading).hasSize(1);
    assertThat(library.library()).isInstanceOf(BouncyEd25519.class);
  }

  @Test
  void what_was_loaded_answers_from_then_on() {
    check(LoadedOnDemand.WORTH_LOADING);
    loading.getFirst().run();
    assertThat(library.isSigned(Ed25519Library.PROBE_KEY, Bytes.EMPTY, signature())).isFalse();
  }

  private void check(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(library.isSigned(Ed25519Library.PROBE_KEY, Bytes.EMPTY, signature())).isTrue();
    }
  }

  private static Bytes signature() {
    return Ed25519Library.PROBE_SIGNATURE;
  }

  /// Is told from the other one by its answers.
  private static final class Refusing implements Ed25519Library {
    @Override
    public boolean isSigned(Bytes publicKey, Bytes message, Bytes signature) {
      return false;
    }
  }
}
