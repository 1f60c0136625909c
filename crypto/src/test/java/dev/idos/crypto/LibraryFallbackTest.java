package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LibraryFallbackTest {

  @Test
  void bouncy_castle_takes_over_where_native_access_is_denied() throws Exception {
    assertThat(librariesUnder("--illegal-native-access=deny"))
        .isEqualTo("BouncySecp256k1 true BouncyEd25519 true");
  }

  @Test
  void the_native_libraries_are_used_where_they_may() throws Exception {
    assertThat(librariesUnder("--enable-native-access=ALL-UNNAMED"))
        .isEqualTo("NativeSecp256k1 true NativeEd25519 true");
  }

  private static String librariesUnder(String option) throws Exception {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var out = java.getInputStream()) {
      String answer = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return answer;
    } finally {
      java.destroy();
    }
  }

  /// Says which libraries were chosen, and whether wallets work with them.
  static final class Probe {

    private Probe() {}

    public static void main(String[] arguments) throws InterruptedException {
      boolean evm = works(WalletKey.evm(InsecureTestKeys.evm()));
      boolean ed25519 = true;
      for (int i = 0; i < LoadedOnDemand.WORTH_LOADING; i++) {
        ed25519 &= works(WalletKey.stellarRaw(InsecureTestKeys.counting()));
      }
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals(LoadedOnDemand.LOADER)) {
          thread.join();
        }
      }
      ed25519 &= works(WalletKey.stellarRaw(InsecureTestKeys.counting()));
      System.out.println(
          "%s %s %s %s"
              .formatted(name(Secp256k1Library.best()), evm, name(Ed25519.library()), ed25519));
    }

    private static boolean works(WalletKey wallet) {
      Bytes message = Bytes.of(1, 2, 3);
      return WalletSignatures.isValid(
          wallet.scheme(), wallet.sender(), message, wallet.sign(message));
    }

    private static String name(Object library) {
      return library.getClass().getSimpleName();
    }
  }
}
