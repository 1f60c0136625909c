package dev.idos.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.idos.cli.terminal.Screen;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `idos` command.
@Command(
    name = "idos",
    mixinStandardHelpOptions = true,
    version = "idos 0.1.0",
    description =
        "Verify once, reuse everywhere: a storage node for credentials, and tools for it.",
    footer = {
      "",
      "Begin with:  idos demo",
      "Then:        idos up",
      "Exit codes:  0 done, 1 refused or failed, 2 wrong usage, 3 unavailable (try again)"
    },
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      NodeCommand.class,
      BenchCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {

  /// Runs one command and ends with its code.
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Runs one command and answers with its code.
  public static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(new Failures())
        .setOut(new PrintWriter(Screen.forPrograms(), true, UTF_8))
        .execute(arguments);
  }

  /// Without a command there is only help.
  @Override
  public void run() {
    CommandLine.usage(this, Screen.forPrograms());
  }
}
