package dev.idos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A script of `system-tests/node`, run with Node and the packages of its lock file.
final class NodeScript {

  static final Path ROOT = Path.of(System.getProperty("idos.root", ".."));
  private static final Path FOLDER = ROOT.resolve("system-tests/node");

  private final String name;

  NodeScript(String name) {
    this.name = name;
  }

  /// Runs the script and answers its lines.
  ///
  /// @throws AssertionError with the output, if it exits with another code than 0
  List<String> run(String... arguments) throws IOException, InterruptedException {
    assertThat(FOLDER.resolve("node_modules"))
        .as("the Node packages: run ./idos test, or npm ci in system-tests/node")
        .isDirectory();
    var command = new ArrayList<>(List.of("node", name));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("idos-node-script", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(5, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      assertThat(ended).as("%s ends by itself:%n%s", name, text).isTrue();
      assertThat(process.exitValue()).as("%s:%n%s", name, text).isZero();
      return text.lines().toList();
    } finally {
      Files.delete(output);
    }
  }
}
