package dev.idos.node.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of ended logins, as a crash leaves it.
class LoggedOutTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final Login first = login(1);
  private final Login second = login(2);

  @Test
  void an_ended_login_is_on_the_disk_before_add_returns(@TempDir Path folder) {
    Path file = folder.resolve("logged-out");
    var running = LoggedOut.open(file, CLOCK);
    assertThat(running.add(first)).isTrue();
    try (var afterKill = LoggedOut.open(file, CLOCK)) { // the first one was never closed
      assertThat(afterKill.contains(first)).isTrue();
      assertThat(afterKill.contains(second)).isFalse();
    }
    running.close();
  }

  @Test
  void a_torn_line_takes_nothing_with_it(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("logged-out");
    try (var list = LoggedOut.open(file, CLOCK)) {
      list.add(first);
    }
    Files.writeString(file, "\n0123456789abcdef", StandardOpenOption.APPEND);
    try (var list = LoggedOut.open(file, CLOCK)) {
      assertThat(list.contains(first)).isTrue();
      list.add(second);
    }
    try (var list = LoggedOut.open(file, CLOCK)) {
      assertThat(list.contains(second)).isTrue();
    }
  }

  @Test
  void an_expired_login_is_forgotten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("logged-out");
    try (var list = LoggedOut.open(file, CLOCK)) {
      list.add(first);
    }
    var later = Clock.fixed(NOW.plus(Duration.ofHours(13)), ZoneOffset.UTC);
    try (var list = LoggedOut.open(file, later)) {
      assertThat(list.contains(first)).isFalse();
    }
    assertThat(Files.readString(file)).isBlank();
  }

  private static Login login(int seed) {
    return new Login(
        "http://localhost:8484",
        LoginNonce.fresh(NOW, LoginNonce.LONGEST, new Random(seed)),
        AuthScheme.ED25519,
        Bytes.ofHex("ab".repeat(32)),
        Bytes.ofHex("cd".repeat(64)));
  }
}
