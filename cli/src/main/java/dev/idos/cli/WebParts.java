package dev.idos.cli;

import dev.idos.cli.terminal.Screen;
import dev.idos.demo.Demo;
import dev.idos.demo.DemoConfig;
import dev.idos.demo.DemoPorts;
import dev.idos.node.Node;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What `idos up` serves beside the node: dashboard, enclave and the demo companies.
final class WebParts {

  private static final String FOLDER = "demo";

  private WebParts() {}

  /// Starts them if they can be; else says in one line why not, and the node stays alone.
  static Optional<Demo> start(Node node, DemoPorts ports, Duration cardLock, Screen screen) {
    var data = node.config().data();
    var apps = Path.of(System.getProperty("idos.root", "."), "web", "apps");
    if (!Files.exists(data.resolve(KeyFile.NAME))) {
      screen.line("without the web parts: this network has no demo issuer whose keys lie here");
      return Optional.empty();
    }
    if (!Files.exists(apps.resolve("dashboard/dist/index.html"))) {
      screen.line("without the web parts: they are not built (Node 20.19 or newer builds them)");
      return Optional.empty();
    }
    try {
      var keys = KeyFile.read(data.resolve(KeyFile.NAME));
      var config =
          new DemoConfig(
              node.url(), data.resolve(FOLDER), apps, keys.issuer(), cardLock, keys.owner(), ports);
      return Optional.of(Demo.assemble(config).start());
    } catch (IOException | RuntimeException failed) {
      screen.line("without the web parts: " + reason(failed));
      return Optional.empty();
    }
  }

  /// The table of addresses.
  static void tell(Screen screen, Demo demo) {
    var at = demo.addresses();
    screen.line("  dashboard " + at.dashboard().origin());
    screen.line("  enclave   " + at.enclave().origin());
    screen.line("  Acme KYC  " + at.acme().origin() + "    its reviewer: /review");
    screen.line("  Nova Bank " + at.bank().origin() + "    its back office: /office");
    screen.line("  Onda Card " + at.card().origin() + "    its back office: /office");
  }

  private static String reason(Exception failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return "one of their five ports is taken by another program: see --web-port";
      }
    }
    return String.valueOf(failed.getMessage());
  }
}
