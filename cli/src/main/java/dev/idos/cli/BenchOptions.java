package dev.idos.cli;

import dev.idos.cli.bench.Facts;
import dev.idos.cli.bench.Settings;
import dev.idos.sdk.Connected;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What both measurements can be told.
final class BenchOptions {

  @Option(
      names = "--node",
      paramLabel = "URL",
      description = "The node to measure (default: one of its own, started for it).")
  private Optional<String> node = Optional.empty();

  @Option(
      names = "--issuer-keys",
      paramLabel = "FILE",
      description = "Keys of an issuer registered there; it makes the profiles.")
  private Optional<Path> issuerKeys = Optional.empty();

  @Option(
      names = "--wallets",
      defaultValue = "200",
      description = "How many people (default: ${DEFAULT-VALUE}).")
  private int wallets = 200;

  @Option(
      names = "--rate",
      defaultValue = "0",
      description = "Requests a second; 0 for as fast as they are answered (default).")
  private double rate;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "How long (default: ${DEFAULT-VALUE}).")
  private int seconds = 10;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "45",
      description = "How long the same load runs before it counts (default: ${DEFAULT-VALUE}).")
  private int warmUp = 45;

  @Option(
      names = "--size",
      defaultValue = "4096",
      description = "Bytes of a content as stored (default: ${DEFAULT-VALUE}).")
  private int size = 4096;

  @Option(
      names = "--connections",
      defaultValue = "256",
      description = "Kept connections to send over (default: ${DEFAULT-VALUE}).")
  private int connections = 256;

  @Mixin private final Output output = new Output();

  /// A measurement to run.
  @FunctionalInterface
  interface Measurement {
    Facts run(Settings settings, Connected network, KeyFile keys) throws Exception;
  }

  Output output() {
    return output;
  }

  int run(Measurement measurement) throws Exception {
    if (node.isPresent()) {
      return run(node.get(), keys(), measurement);
    }
    try (var own = LocalNode.start()) {
      return run(own.url(), own.keys(), measurement);
    }
  }

  private int run(String url, KeyFile keys, Measurement measurement) throws Exception {
    var settings = settings(url);
    try (var network = Connected.to(url)) {
      var facts = measurement.run(settings, network, keys);
      output.screen().line(facts.sentence());
      output.programs().ifPresent(out -> out.println(facts.toJson()));
      return facts.failed() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private Settings settings(String url) throws WrongUse {
    try {
      return new Settings(
          URI.create(url),
          wallets,
          rate,
          Duration.ofSeconds(warmUp),
          Duration.ofSeconds(seconds),
          size,
          connections);
    } catch (IllegalArgumentException unusable) {
      throw new WrongUse(String.valueOf(unusable.getMessage()));
    }
  }

  private KeyFile keys() throws IOException {
    return KeyFile.read(issuerKeys.orElseGet(() -> DataPath.standard().resolve(KeyFile.NAME)));
  }
}
