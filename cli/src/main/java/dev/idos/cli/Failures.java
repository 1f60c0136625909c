package dev.idos.cli;

import dev.idos.cli.terminal.Screen;
import dev.idos.sdk.net.IdosException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Tells people what went wrong in one line, and the shell by the exit code.
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) {
    if (System.getenv("IDOS_DEBUG") != null) {
      failed.printStackTrace(command.getErr());
    }
    var said = Optional.ofNullable(failed.getMessage()).orElse(failed.getClass().getSimpleName());
    Screen.ofProcess(true).line("idos: " + said);
    return codeOf(failed);
  }

  static int codeOf(Throwable failed) {
    return switch (failed) {
      case IdosException.Unavailable _ -> ExitCode.UNAVAILABLE;
      case WrongUse _ -> ExitCode.USAGE;
      default -> ExitCode.FAILED;
    };
  }
}
