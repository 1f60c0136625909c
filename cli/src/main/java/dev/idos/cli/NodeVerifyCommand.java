package dev.idos.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.cli.terminal.Screen;
import dev.idos.node.application.LedgerApplication;
import dev.idos.node.genesis.GenesisFile;
import dev.idos.node.storage.DataFolder;
import dev.idos.node.storage.VerifyReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `idos node verify`: makes all hashes of a stopped node anew.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Recomputes the state root from the rows of a stopped node, the hashes of its contents and"
            + " its chain of blocks, and compares them with what was committed.")
final class NodeVerifyCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder (default: .idos/data in this clone).")
  private Optional<Path> data = Optional.empty();

  @Mixin private final Output output = new Output();

  @Override
  public Integer call() throws Exception {
    var path = data.orElseGet(DataPath::standard);
    if (!Files.isDirectory(path)) {
      throw new WrongUse("there is no data folder " + path);
    }
    long start = System.nanoTime();
    try (var folder = DataFolder.open(path)) {
      var text =
          folder
              .genesisFile()
              .orElseThrow(() -> new WrongUse(path + " is not the data folder of a node"));
      var genesis = GenesisFile.read(text, Instant.now().getEpochSecond());
      var report = LedgerApplication.verify(folder, genesis, text);
      tell(output.screen(), report, System.nanoTime() - start);
      output.programs().ifPresent(out -> out.println(toJson(report)));
      return report.isSound() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private static void tell(Screen screen, VerifyReport report, long nanos) {
    if (report.isSound()) {
      screen.done(
          "%d rows give the state root %s… of height %d"
              .formatted(
                  report.rows(), report.root().hex().substring(0, 16), report.head().height()),
          nanos);
      return;
    }
    report.differences().forEach(difference -> screen.failed(difference, "", ""));
    screen.line(
        "%d difference(s): keep a copy of the folder, and restore a backup or report this"
            .formatted(report.differences().size() + report.unlisted()));
  }

  private static String toJson(VerifyReport report) {
    var facts =
        JsonNodeFactory.instance
            .objectNode()
            .put("height", report.head().height())
            .put("rows", report.rows())
            .put("root", report.root().hex())
            .put("sound", report.isSound());
    report.differences().forEach(facts.withArray("differences")::add);
    return facts.toString();
  }
}
