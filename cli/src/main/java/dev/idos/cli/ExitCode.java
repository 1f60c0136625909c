package dev.idos.cli;

/// What the command tells the shell.
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int UNAVAILABLE = 3;

  private ExitCode() {}
}
