package dev.idos.cli;

import dev.idos.cli.bench.ManyRows;
import dev.idos.sdk.Connected;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `idos bench start`.
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description =
        "Measures how long a node with many rows takes to read them, to rebuild its state tree and"
            + " to answer; the median of five starts.")
final class BenchStartCommand implements Callable<Integer> {

  private static final int STARTS = 5;

  @Option(
      names = "--rows",
      defaultValue = "1000000",
      description = "How many attributes the node keeps (default: ${DEFAULT-VALUE}).")
  private int rows = 1_000_000;

  @Mixin private final Output output = new Output();

  @Override
  public Integer call() throws Exception {
    var screen = output.screen();
    try (var node = LocalNode.start()) {
      long begun = System.nanoTime();
      try (var network = Connected.to(node.url())) {
        ManyRows.write(rows, network, node.keys().issuer(), screen);
      }
      screen.done(rows + " rows written", System.nanoTime() - begun);
      var millis = new double[STARTS];
      for (int i = 0; i < STARTS; i++) {
        millis[i] = node.restart() / 1e6;
        screen.line("start %d: %.0f ms".formatted(i + 1, millis[i]));
      }
      Arrays.sort(millis);
      double median = millis[STARTS / 2];
      screen.line("%d rows · start %.0f ms (median of %d)".formatted(rows, median, STARTS));
      output
          .programs()
          .ifPresent(out -> out.println("{\"rows\":%d,\"start_ms\":%.0f}".formatted(rows, median)));
    }
    return ExitCode.DONE;
  }
}
