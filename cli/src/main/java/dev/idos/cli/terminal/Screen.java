package dev.idos.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Where people read. Colour only on a terminal, and never under `NO_COLOR`.
public final class Screen {

  private static final int COLUMN_OF_TIMES = 72;

  private final PrintStream out;
  private final boolean coloured;
  private final boolean isTerminal;

  /// A screen of one's own.
  public Screen(PrintStream out, boolean isTerminal, boolean coloured) {
    this.out = out;
    this.isTerminal = isTerminal;
    this.coloured = coloured;
  }

  /// The terminal this program was started from; stderr when programs read stdout.
  public static Screen ofProcess(boolean programsReadStdout) {
    return ofProcess(programsReadStdout, System.getenv());
  }

  private static Screen ofProcess(boolean programsReadStdout, Map<String, String> environment) {
    var console = Optional.ofNullable(System.console());
    boolean terminal = console.filter(java.io.Console::isTerminal).isPresent();
    boolean coloured =
        terminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    return new Screen(
        utf8(programsReadStdout ? FileDescriptor.err : FileDescriptor.out), terminal, coloured);
  }

  /// Stdout for programs.
  public static PrintStream forPrograms() {
    return utf8(FileDescriptor.out);
  }

  /// One line of text.
  public void line(String text) {
    clearProgress();
    out.println(text);
  }

  /// Something that was done, and how long it took.
  public void done(String sentence, long nanos) {
    clearProgress();
    out.println(" " + mark("✓", "32") + " " + timed(sentence, Words.duration(nanos)));
  }

  /// Something that was not done, why, and its code.
  public void failed(String sentence, String why, String code) {
    clearProgress();
    out.println(" " + mark("✗", "31") + " " + sentence);
    if (!why.isEmpty() || !code.isEmpty()) {
      out.println("   " + timed(why, code));
    }
  }

  /// What is going on just now; replaced by the next line. Nothing is shown to a file.
  public void progress(String text) {
    if (isTerminal) {
      out.print("\r\u001b[K   " + text);
      out.flush();
    }
  }

  private void clearProgress() {
    if (isTerminal) {
      out.print("\r\u001b[K");
    }
  }

  private static String timed(String sentence, String right) {
    int gap = Math.max(2, COLUMN_OF_TIMES - sentence.length() + 10 - right.length());
    return right.isEmpty() ? sentence : sentence + " ".repeat(gap) + right;
  }

  private String mark(String mark, String colour) {
    return coloured ? "\u001b[" + colour + "m" + mark + "\u001b[0m" : mark;
  }

  /// A terminal of today shows UTF-8 even where the locale does not say so.
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
