package dev.idos.cli.terminal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.protocol.Refusal;
import dev.idos.sdk.net.IdosException;
import dev.idos.sdk.net.IdosException.Refused;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Runs the steps of a demonstration one after the other, and says of each what happened and how
/// long it took. The first that does not hold ends it.
public final class Steps {

  private final Screen screen;
  private final Optional<PrintStream> programs;
  private int held;

  /// Steps told to people, and to programs if there are any.
  public Steps(Screen screen, Optional<PrintStream> programs) {
    this.screen = screen;
    this.programs = programs;
  }

  /// A step did not hold.
  public static final class Broken extends Exception {

    Broken(String intention, Throwable cause) {
      super(intention, cause);
    }

    /// Whether it may hold another time: nobody answered.
    public boolean isUnavailable() {
      return getCause() instanceof IdosException.Unavailable;
    }
  }

  /// How many steps have held so far.
  public int held() {
    return held;
  }

  /// What a step leaves for the next ones, and what it did in one sentence.
  public record Told<T>(T value, String sentence) {}

  /// A step that has to succeed, and tells in one sentence what it did.
  ///
  /// @param intention what it is for, said when it does not succeed
  public void step(String intention, Callable<String> work) throws Broken {
    make(intention, () -> new Told<>(true, work.call()));
  }

  /// The same for a step that leaves something for the next ones.
  public <T> T make(String intention, Callable<Told<T>> work) throws Broken {
    screen.progress(intention + " …");
    long start = System.nanoTime();
    try {
      var told = work.call();
      held++;
      tell(told.sentence(), System.nanoTime() - start);
      return told.value();
    } catch (Exception failed) {
      tellFailure(intention, failed, System.nanoTime() - start);
      throw new Broken(intention, failed);
    }
  }

  /// A step that the network has to refuse, for exactly this reason.
  ///
  /// @param sentence what the refusal means, said when it came
  public void refused(String sentence, Refusal expected, Runnable work) throws Broken {
    step(
        sentence,
        () -> {
          expect(expected, work);
          return sentence + " (code " + expected.code() + ")";
        });
  }

  /// Fails unless the work is refused for exactly this reason.
  public static void expect(Refusal expected, Runnable work) {
    try {
      work.run();
    } catch (Refused no) {
      if (no.refusal().is(expected)) {
        return;
      }
      throw new IllegalStateException(
          "expected a refusal with code " + expected.code() + ", got " + no.refusal().code(), no);
    }
    throw new IllegalStateException(
        "expected a refusal with code " + expected.code() + ", got a success");
  }

  /// Fails unless something holds.
  public static void require(boolean holds, String expectation) {
    if (!holds) {
      throw new IllegalStateException("expected: " + expectation);
    }
  }

  private void tell(String sentence, long nanos) {
    screen.done(sentence, nanos);
    tellPrograms(sentence, nanos, true);
  }

  private void tellFailure(String intention, Exception failed, long nanos) {
    var why = Optional.ofNullable(failed.getMessage()).orElse(failed.getClass().getSimpleName());
    var code = failed instanceof Refused no ? "code " + no.refusal().code() : "";
    screen.failed(intention, why, code);
    tellPrograms(intention, nanos, false);
  }

  private void tellPrograms(String sentence, long nanos, boolean holds) {
    programs.ifPresent(
        out ->
            out.println(
                JsonNodeFactory.instance
                    .objectNode()
                    .put("step", holds ? held : held + 1)
                    .put("said", sentence)
                    .put("ms", nanos / 1_000_000)
                    .put("held", holds)));
  }
}
