package dev.idos.cli;

import dev.idos.cli.bench.ReadBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `idos bench read`.
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Measures authenticated get_credential_owned calls of many signed-in wallets.")
final class BenchReadCommand implements Callable<Integer> {

  @Mixin private final BenchOptions options = new BenchOptions();

  @Override
  public Integer call() throws Exception {
    return options.run(
        (settings, network, keys) ->
            new ReadBench(settings, options.output().screen()).run(network, keys.issuer()));
  }
}
