package dev.idos.systemtests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.idos.cli.demo.KycJourney;
import dev.idos.cli.demo.Person;
import dev.idos.cli.demo.Stage;
import dev.idos.cli.terminal.Screen;
import dev.idos.cli.terminal.Steps;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The demonstration, and what it leaves in the log.
class DemoTest {

  private static final String SUBJECT =
      """
      {"firstName": "Zephyrine", "familyName": "Quillfeather", "dateOfBirth": "1987-11-03",
       "email": "zephyrine@quillfeather.example", "idDocumentCountry": "PT",
       "idDocumentNumber": "QX7391846", "idDocumentType": "PASSPORT",
       "residentialAddress": {"street": "Rua das Gaivotas", "city": "Lisboa", "country": "PT"}}
      """;

  private static final List<String> PERSONAL =
      List.of("Zephyrine", "Quillfeather", "1987-11-03", "QX7391846", "Gaivotas");

  /// Whole identifiers, keys, tokens and contents, whatever they are: long hex, long base64, ids.
  private static final List<String> FORBIDDEN =
      List.of(
          "[0-9a-fA-F]{40,}",
          "[A-Za-z0-9+/_-]{43,}={0,2}",
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  @Test
  void every_step_holds_and_the_log_holds_nothing_secret_or_personal(@TempDir Path folder)
      throws Exception {
    var subject = Files.writeString(folder.resolve("subject.json"), SUBJECT);
    var person = Person.of(Optional.of(subject), Optional.empty(), Optional.empty());
    var told = new ByteArrayOutputStream();
    var screen = new Screen(new PrintStream(told, true, StandardCharsets.UTF_8), false, false);
    var steps = new Steps(screen, Optional.empty());
    var log = new ListAppender<ILoggingEvent>();
    attach(log);

    try (var world = TestNetwork.start(folder.resolve("data"));
        var network = world.connect()) {
      new KycJourney(new Stage(network, world.issuerKeys(), world.random()), person, steps).play();
    } finally {
      detach(log);
    }

    assertThat(told.toString(StandardCharsets.UTF_8)).doesNotContain("✗");
    assertThat(steps.held()).isEqualTo(24);
    var lines = text(log);
    assertThat(lines).as("the node does write a log").contains("answering at http://localhost");
    PERSONAL.forEach(word -> assertThat(lines).doesNotContainIgnoringCase(word));
    var outsideOfPaths = lines.replace(folder.toString(), "…");
    FORBIDDEN.forEach(form -> assertThat(outsideOfPaths).doesNotContainPattern(form));
  }

  private static String text(ListAppender<ILoggingEvent> log) {
    return List.copyOf(log.list).stream().map(DemoTest::text).collect(Collectors.joining("\n"));
  }

  private static String text(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    return event.getFormattedMessage()
        + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown));
  }

  private static void attach(ListAppender<ILoggingEvent> log) {
    log.start();
    root().addAppender(log);
  }

  private static void detach(ListAppender<ILoggingEvent> log) {
    root().detachAppender(log);
  }

  private static ch.qos.logback.classic.Logger root() {
    return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
  }
}
