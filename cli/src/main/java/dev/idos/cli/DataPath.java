package dev.idos.cli;

import java.nio.file.Path;

/// Where a node of this clone keeps its data when nothing else is said.
final class DataPath {

  private DataPath() {}

  /// A folder inside the clone that git ignores; the launcher tells where the clone is.
  static Path standard() {
    return Path.of(System.getProperty("idos.root", ".")).resolve(".idos").resolve("data");
  }
}
