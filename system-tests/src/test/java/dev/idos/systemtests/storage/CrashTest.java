package dev.idos.systemtests.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.node.storage.KillPoints.Point;
import dev.idos.protocol.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The process is ended without warning, at named points and anywhere; the next start repairs
/// nothing and finds every acknowledged write.
class CrashTest {

  private static final int RANDOM_KILLS = 4;
  private static final int MOST_WRITES_BEFORE_A_KILL = 60;

  private final List<String> acknowledged = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Point.class)
  void nothing_acknowledged_is_lost_when_the_node_dies(Point point, @TempDir Path folder)
      throws Exception {
    // enrolment takes blocks of its own; what is beside the round is rarer than blocks are
    int passes =
        switch (point) {
          case DURING_CHECKPOINT -> 1;
          case AFTER_ROWS_WRITTEN, BEFORE_FLUSH_COMMIT, AFTER_FLUSH -> 2;
          default -> 12;
        };
    Process node = start(folder, point.name(), passes);
    readAcknowledged(node, Integer.MAX_VALUE);
    assertThat(node.waitFor()).as("it died at %s", point).isEqualTo(137);
    everything_acknowledged_is_there(folder);
  }

  @Test
  void nothing_acknowledged_is_lost_when_the_node_is_killed_anywhere(@TempDir Path folder)
      throws Exception {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int kill = 0; kill < RANDOM_KILLS; kill++) {
      int wanted = 1 + random.nextInt(MOST_WRITES_BEFORE_A_KILL);
      Process node = start(folder, CrashingNode.NEVER, 0);
      int read = readAcknowledged(node, wanted);
      node.waitFor();
      assertThat(read).as("seed %d", seed).isGreaterThanOrEqualTo(wanted);
      everything_acknowledged_is_there(folder);
    }
  }

  /// Reads what a node acknowledges, kills it after `wanted` lines, and reads what it still said.
  private int readAcknowledged(Process node, int wanted) throws IOException {
    int read = 0;
    for (String line = node.inputReader().readLine();
        line != null;
        line = node.inputReader().readLine()) {
      acknowledged.add(line);
      if (++read == wanted) {
        node.toHandle().destroyForcibly(); // the process's own method would close its output
      }
    }
    return read;
  }

  private void everything_acknowledged_is_there(Path folder) {
    Path data = folder.resolve("data");
    assertThat(SoloNode.verify(data).differences()).isEmpty();
    try (SoloNode node = SoloNode.open(data)) {
      acknowledged.forEach(line -> assertKept(node, line));
    }
  }

  private static void assertKept(SoloNode node, String line) {
    String[] parts = line.split(" ", -1);
    int person = Integer.parseInt(parts[0]);
    int nonce = Integer.parseInt(parts[1]);
    var hash = CrashingNode.transaction(person, nonce).hash();
    assertThat(node.application().receipt(hash).map(Receipt::height))
        .as("the receipt of %s", line)
        .contains(Long.parseLong(parts[2]));
    boolean wasRemoved = acknowledgedOrUnderWay(node, person, nonce + 1) && (nonce + 1) % 3 == 0;
    if (nonce % 3 != 0 && !wasRemoved) {
      assertThat(contentOf(node, person, nonce))
          .as("the content of %s", line)
          .contains(Workload.addCredential(person, nonce, CrashingNode.BYTES).content());
    }
    if (nonce % 3 == 0) {
      assertThat(contentOf(node, person, nonce - 1)).as("removed by %s", line).isEmpty();
    }
  }

  /// A write may have been committed without anybody having been told.
  private static boolean acknowledgedOrUnderWay(SoloNode node, int person, int nonce) {
    return node.application().receipt(CrashingNode.transaction(person, nonce).hash()).isPresent();
  }

  private static Optional<String> contentOf(SoloNode node, int person, int number) {
    return node.application()
        .read(snapshot -> snapshot.rows().content(Workload.credential(person, number).value()));
  }

  private static Process start(Path folder, String point, int after) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingNode.class.getName(),
            folder.resolve("data").toString(),
            point,
            Integer.toString(after))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
