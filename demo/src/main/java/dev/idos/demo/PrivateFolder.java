package dev.idos.demo;

import dev.idos.crypto.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A folder whose files only its user may read (mode 0700, files 0600), each written whole or
/// not at all. Names are ours: nothing that was sent names a file.
public final class PrivateFolder {

  private final Path folder;

  private PrivateFolder(Path folder) {
    this.folder = folder;
  }

  /// Opens a folder, making it if needed.
  public static PrivateFolder open(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new PrivateFolder(folder);
  }

  /// A folder inside.
  public PrivateFolder inside(String name) throws IOException {
    return open(folder.resolve(name));
  }

  /// The names of the folders inside.
  public List<String> folders() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /// What a file holds; empty if there is none.
  public Optional<Bytes> read(String name) throws IOException {
    try {
      return Optional.of(Bytes.ofUnshared(Files.readAllBytes(folder.resolve(name))));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /// Whether a file or folder is there.
  public boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  /// Writes a file; it is on the disk when this returns.
  public void write(String name, Bytes content) throws IOException {
    var fresh = folder.resolve(name + ".new");
    Files.deleteIfExists(fresh);
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel =
        FileChannel.open(
            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
      var bytes = ByteBuffer.wrap(content.toArray());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Deletes a folder inside with everything in it.
  public void delete(String name) throws IOException {
    var doomed = folder.resolve(name);
    if (!Files.exists(doomed)) {
      return;
    }
    try (Stream<Path> found = Files.walk(doomed)) {
      for (Path path : found.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
