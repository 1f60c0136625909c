package dev.idos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.protocol.action.Action;
import dev.idos.protocol.query.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every action and every view of the protocol is used by a test of the ledger.
class CoverageOfActionsTest {

  @Test
  void every_action_and_view_is_tried() throws IOException {
    String tests = sources();
    List<Class<?>> all =
        Stream.of(Action.class, Query.class).flatMap(type -> records(type).stream()).toList();
    assertThat(all).hasSizeGreaterThan(60);
    assertThat(all)
        .filteredOn(type -> !tests.contains("new " + type.getSimpleName() + "("))
        .isEmpty();
  }

  private static List<Class<?>> records(Class<?> type) {
    if (type.isRecord()) {
      return List.of(type);
    }
    Class<?>[] permitted = type.getPermittedSubclasses();
    return permitted == null
        ? List.of()
        : Arrays.stream(permitted).flatMap(sub -> records(sub).stream()).toList();
  }

  private static String sources() throws IOException {
    Path root = Path.of(System.getProperty("idos.root"), "ledger", "src", "test", "java");
    var sources = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.add(Files.readString(file));
      }
    }
    return String.join("\n", sources);
  }
}
