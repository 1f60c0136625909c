package dev.idos.cli;

import dev.idos.cli.terminal.Screen;
import dev.idos.node.genesis.GenesisFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `idos node check-config`: reads a genesis file as a node would.
@Command(
    name = "check-config",
    mixinStandardHelpOptions = true,
    description = "Reads a genesis file as a node would, and says what is wrong with it.")
final class NodeCheckConfigCommand implements Callable<Integer> {

  @Parameters(paramLabel = "GENESIS", description = "The genesis file.")
  private Path genesis = Path.of("genesis.json");

  @Override
  public Integer call() throws Exception {
    var read = GenesisFile.read(Files.readString(genesis), Instant.now().getEpochSecond());
    Screen.ofProcess(false)
        .line(
            "in order: network %s, %d inserter(s)"
                .formatted(read.chainId(), read.inserters().size()));
    return ExitCode.DONE;
  }
}
