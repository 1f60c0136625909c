package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LibraryFallbackTest {

  @Test
  void bouncy_castle_takes_over_where_native_access_is_denied() throws Exception {
    assertThat(libraryUnder("--illegal-native-access=deny")).isEqualTo("BouncySecp256k1 true");
  }

  @Test
  void the_native_library_is_used_where_it_may() throws Exception {
    assertThat(libraryUnder("--enable-native-access=ALL-UNNAMED"))
        .isEqualTo("NativeSecp256k1 true");
  }

  private static String libraryUnder(String option) throws Exception {
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

  /// Says which library was chosen, and whether a wallet works with it.
  static final class Probe {

    private Probe() {}

    public static void main(String[] arguments) {
      WalletKey wallet = WalletKey.evm(InsecureTestKeys.evm());
      Bytes message = Bytes.of(1, 2, 3);
      boolean works =
          WalletSignatures.isValid(wallet.scheme(), wallet.sender(), message, wallet.sign(message));
      System.out.println(Secp256k1Library.best().getClass().getSimpleName() + " " + works);
    }
  }
}
