package dev.idos.cli;

import dev.idos.cli.terminal.Screen;
import dev.idos.demo.Demo;
import dev.idos.demo.DemoConfig;
import dev.idos.demo.DemoPorts;
import dev.idos.node.Node;
import dev.idos.node.NodeConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `idos up`: a storage node that stays, and what people click on.
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description =
        "Starts a storage node, the dashboard, the enclave and three demo companies on this"
            + " machine, and stays until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      defaultValue = "8484",
      description = "Where it answers (default: ${DEFAULT-VALUE}).")
  private int port = NodeConfig.DEFAULT_PORT;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder that holds everything (default: .idos/data in this clone).")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "An address people know it by, beside localhost; may be given several times.")
  private List<URI> publicUrls = new ArrayList<>();

  @Option(
      names = "--genesis",
      paramLabel = "FILE",
      description = "The genesis of the network (default: one with a demo issuer is made).")
  private Optional<Path> genesis = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "PART",
      description = "`node` leaves out the dashboard, the enclave and the demo companies.")
  private Optional<Part> only = Optional.empty();

  @Option(
      names = "--web-port",
      paramLabel = "PORT",
      defaultValue = "8501",
      description =
          "Where the dashboard answers; the other four follow (default: ${DEFAULT-VALUE}).")
  private int webPort = DemoPorts.DEFAULT.dashboard();

  @Option(
      names = "--card-lock",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description =
          "For how long the demo card company locks its access (default: ${DEFAULT-VALUE}).")
  private int cardLock = (int) DemoConfig.CARD_LOCK.toSeconds();

  /// What may be started alone.
  enum Part {
    node
  }

  @Override
  public Integer call() throws Exception {
    var screen = Screen.ofProcess(false);
    var config = config();
    try (var node = Node.assemble(config)) {
      Runtime.getRuntime().addShutdownHook(new Thread(node::close, "stop"));
      node.start();
      Optional<Demo> web =
          only.isPresent()
              ? Optional.empty()
              : WebParts.start(node, DemoPorts.from(webPort), Duration.ofSeconds(cardLock), screen);
      web.ifPresent(
          demo -> Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop-web")));
      tell(screen, node, config, web);
      return node.awaitEnd() ? ExitCode.FAILED : ExitCode.DONE;
    }
  }

  private NodeConfig config() throws WrongUse {
    try {
      return new NodeConfig(port, data.orElseGet(DataPath::standard), publicUrls, genesis);
    } catch (IllegalArgumentException unusable) {
      throw new WrongUse(String.valueOf(unusable.getMessage()));
    }
  }

  private static void tell(Screen screen, Node node, NodeConfig config, Optional<Demo> web) {
    screen.line("ready: " + node.url());
    screen.line("");
    web.ifPresent(demo -> WebParts.tell(screen, demo));
    screen.line("  node      " + node.url());
    screen.line("  network   " + node.genesis().chainId());
    screen.line("  data      " + config.data());
    screen.line("");
    web.ifPresent(
        demo -> screen.line("Begin at " + demo.addresses().acme().origin() + " in a browser."));
    screen.line("Try in another terminal:");
    screen.line("  ./idos demo --node " + node.url() + keysOption(config));
    screen.line("  curl -s " + node.url() + "/api/v1/health");
    screen.line("Existing idOS apps work with it as their nodeUrl. Ctrl-C stops it.");
  }

  private static String keysOption(NodeConfig config) {
    return config.data().equals(DataPath.standard().toAbsolutePath().normalize())
        ? ""
        : " --issuer-keys " + config.data().resolve(KeyFile.NAME);
  }
}
