package dev.idos.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A node in a process of its own, with as much memory as a test gives it.
final class NodeProcess implements AutoCloseable {

  private final Process process;
  private final URI url;

  private NodeProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  static NodeProcess start(Path data, Path genesis, String heap) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                NodeProcess.class.getName(),
                data.toString(),
                genesis.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    if (line == null) {
      throw new AssertionError("the node did not start");
    }
    return new NodeProcess(process, URI.create(line));
  }

  URI url() {
    return url;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  /// Runs a node until the process is told to end.
  ///
  /// @param arguments data folder and genesis file
  public static void main(String[] arguments) throws InterruptedException {
    var config =
        new NodeConfig(0, Path.of(arguments[0]), List.of(), Optional.of(Path.of(arguments[1])));
    try (var node = Node.assemble(config)) {
      Runtime.getRuntime().addShutdownHook(new Thread(node::close));
      System.out.println(node.start().url());
      node.awaitEnd();
    }
  }
}
