package dev.idos.demo.site;

import dev.idos.crypto.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of a built app, read once. A path that is not among them leads nowhere, so no path can
/// lead out of the folder.
public final class StaticFiles {

  private final Map<String, Asset> files;
  private final String start;

  private StaticFiles(Map<String, Asset> files, String start) {
    this.files = files;
    this.start = start;
  }

  /// Reads a folder.
  ///
  /// @param start the page that answers every address of the app, such as `index.html`
  public static StaticFiles read(Path folder, String start) throws IOException {
    var files = new TreeMap<String, Asset>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> found = Files.walk(folder)) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          var name = folder.relativize(file).toString().replace('\\', '/');
          files.put(name, Asset.of(name, Bytes.ofUnshared(Files.readAllBytes(file))));
        }
      }
    }
    return new StaticFiles(files, start);
  }

  /// Whether there is anything to show.
  public boolean isBuilt() {
    return files.containsKey(start);
  }

  /// What is at a path: a file, or the start page for an address inside the app.
  Optional<Asset> at(String path) {
    var name = path.startsWith("/") ? path.substring(1) : path;
    var file = files.get(name);
    if (file != null && !name.equals(start)) {
      return Optional.of(file);
    }
    boolean isAddress = !name.substring(name.lastIndexOf('/') + 1).contains(".");
    return isAddress || name.equals(start)
        ? Optional.ofNullable(files.get(start))
        : Optional.empty();
  }
}
