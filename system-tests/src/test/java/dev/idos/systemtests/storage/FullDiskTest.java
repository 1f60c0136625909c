package dev.idos.systemtests.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk that takes no more, made with the shell's limit on the size of a file.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the limit is one of Unix shells")
class FullDiskTest {

  private static final int MOST_KIB = 4096;

  @Test
  void a_full_disk_refuses_writes_keeps_reads_and_stores_no_half_block(@TempDir Path folder)
      throws Exception {
    Path data = folder.resolve("data");
    Process node =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f " + 2 * MOST_KIB + "; exec \"$0\" \"$@\"", // in blocks of 512 bytes
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                FullDiskNode.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> said = node.inputReader().lines().toList();
    assertThat(node.waitFor()).isZero();
    long acknowledged = said.stream().filter(line -> line.startsWith("acknowledged")).count();
    assertThat(acknowledged).isGreaterThan(1);
    assertThat(said)
        .containsSubsequence(
            "acknowledged " + acknowledged,
            "unavailable, try again",
            "height " + (2 + acknowledged),
            "reads the last one",
            "next nonce " + (acknowledged + 1));
    assertThat(SoloNode.verify(data).differences()).isEmpty();
    try (SoloNode again = SoloNode.open(data)) {
      assertThat(again.application().head().height()).isEqualTo(2 + acknowledged);
      again.done(Workload.person(1), Workload.addCredential(1, 1_000, 1_000));
    }
  }
}
