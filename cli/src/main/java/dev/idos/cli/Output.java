package dev.idos.cli;

import dev.idos.cli.terminal.Screen;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The option every command has that programs may run.
final class Output {

  @Option(
      names = "--json",
      description = "Facts for programs on stdout; text for people goes to stderr.")
  boolean json;

  Screen screen() {
    return Screen.ofProcess(json);
  }

  Optional<PrintStream> programs() {
    return json ? Optional.of(Screen.forPrograms()) : Optional.empty();
  }
}
