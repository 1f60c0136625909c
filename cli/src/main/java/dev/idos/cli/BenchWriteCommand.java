package dev.idos.cli;

import dev.idos.cli.bench.WriteBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `idos bench write`.
@Command(
    name = "write",
    mixinStandardHelpOptions = true,
    description =
        "Measures signed add_credential transactions with distinct users and contents; only"
            + " receipts of committed blocks count.")
final class BenchWriteCommand implements Callable<Integer> {

  @Mixin private final BenchOptions options = new BenchOptions();

  @Override
  public Integer call() throws Exception {
    return options.run(
        (settings, network, keys) ->
            new WriteBench(settings, options.output().screen()).run(network, keys.issuer()));
  }
}
