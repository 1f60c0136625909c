package dev.idos.cli;

import dev.idos.node.Node;
import dev.idos.node.NodeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A node of its own for one command, in a temporary folder that goes with it.
final class LocalNode implements AutoCloseable {

  private final Path folder;
  private Node node;

  private LocalNode(Path folder, Node node) {
    this.folder = folder;
    this.node = node;
  }

  /// Starts a node with a network of its own. Its log lies in the folder.
  static LocalNode start() throws IOException {
    var folder = Files.createTempDirectory("idos-demo");
    LogFile.redirect(folder.resolve("node.log"));
    return new LocalNode(folder, open(folder));
  }

  private static Node open(Path folder) throws IOException {
    return Node.assemble(NodeConfig.local(0, folder.resolve("data"))).start();
  }

  /// Stops it and starts it again with what it stored, at another port.
  ///
  /// @return the nanoseconds from nothing until it answers
  long restart() throws IOException {
    node.close();
    long begun = System.nanoTime();
    node = open(folder);
    return System.nanoTime() - begun;
  }

  String url() {
    return node.url().toString();
  }

  /// The keys it made for trying out.
  KeyFile keys() throws IOException {
    return KeyFile.read(folder.resolve("data").resolve(KeyFile.NAME));
  }

  @Override
  public void close() throws IOException {
    node.close();
    LogFile.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
