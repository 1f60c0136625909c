package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The write-ahead log: committed blocks that the tables do not hold yet, in files of some blocks
/// each. A block is committed when its record is on the disk, and its file is deleted when the
/// tables hold it.
///
/// A record is its length, a CRC-32C of the length and the bytes, and the bytes. A record that is
/// not whole at the end of the last file was never acknowledged, and is cut off.
final class BlockLog implements Closeable {

  private static final String PREFIX = "blocks-";
  private static final String SUFFIX = ".log";
  private static final int HEADER = 8;

  private final Path folder;
  private final KillPoints killPoints;
  private @Nullable Segment open;
  private long end;
  private boolean uncertain;

  /// A file, and the first block in it.
  private record Segment(Path path, FileChannel channel) {}

  BlockLog(Path folder, KillPoints killPoints) {
    this.folder = folder;
    this.killPoints = killPoints;
  }

  /// Whether there is anything to read.
  static boolean isEmpty(Path folder) {
    try {
      return files(folder).isEmpty();
    } catch (IOException failure) {
      throw new FolderRefused("the data folder " + folder + " cannot be read", failure);
    }
  }

  /// Hands over the records in their order, cutting off what is not whole at the end.
  ///
  /// @throws FolderRefused if a record before the last file's end is damaged
  void replay(Consumer<Bytes> visitor) {
    try {
      List<Path> files = files(folder);
      for (Path file : files) {
        replay(file, file.equals(files.getLast()), visitor);
      }
    } catch (IOException failure) {
      throw new FolderRefused("the log in " + folder + " cannot be read", failure);
    }
  }

  private static void replay(Path file, boolean last, Consumer<Bytes> visitor) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long whole = 0;
      for (Bytes record = read(channel, whole); record != null; record = read(channel, whole)) {
        visitor.accept(record);
        whole += HEADER + record.length();
      }
      if (whole != channel.size()) {
        if (!last || isFollowed(channel, whole)) {
          throw new FolderRefused("the log file " + file + " is damaged");
        }
        channel.truncate(whole);
        channel.force(true);
      }
    }
  }

  /// Whether something stands behind the bad record at a position: a record that was cut short by
  /// a crash is the last one.
  private static boolean isFollowed(FileChannel channel, long position) throws IOException {
    var length = ByteBuffer.allocate(Integer.BYTES);
    return fill(channel, length, position)
        && length.getInt(0) > 0
        && length.getInt(0) < channel.size() - position - HEADER;
  }

  /// The record at a position, or nothing if no whole one is there.
  private static @Nullable Bytes read(FileChannel channel, long position) throws IOException {
    var header = ByteBuffer.allocate(HEADER);
    if (!fill(channel, header, position)) {
      return null;
    }
    int length = header.getInt(0);
    if (length <= 0 || length > channel.size() - position - HEADER) {
      return null;
    }
    var record = ByteBuffer.allocate(length);
    if (!fill(channel, record, position + HEADER) || crc(record.array()) != header.getInt(4)) {
      return null;
    }
    return Bytes.ofUnshared(record.array());
  }

  private static boolean fill(FileChannel channel, ByteBuffer buffer, long position)
      throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Adds a record; it is on the disk when this returns, and gone again if this fails.
  void append(long height, Bytes record) throws IOException {
    FileChannel channel = segment(height).channel();
    if (uncertain) {
      cutOff(channel);
    }
    try {
      write(channel, record);
      end = channel.position();
    } catch (IOException failure) {
      uncertain = true;
      throw failure;
    } finally {
      if (uncertain) {
        tryToCutOff(channel);
      }
    }
  }

  private void write(FileChannel channel, Bytes record) throws IOException {
    byte[] bytes = record.exposeUnshared();
    var header = ByteBuffer.allocate(HEADER).putInt(bytes.length).putInt(crc(bytes)).flip();
    ByteBuffer[] parts = {header, ByteBuffer.wrap(bytes)};
    killPoints.reach(KillPoints.Point.BEFORE_LOG_WRITE);
    while (parts[1].hasRemaining()) {
      channel.write(parts);
    }
    killPoints.reach(KillPoints.Point.BEFORE_LOG_IS_DURABLE);
    channel.force(false);
  }

  /// What was not acknowledged must not come back.
  private void cutOff(FileChannel channel) throws IOException {
    channel.truncate(end);
    channel.force(true);
    channel.position(end);
    uncertain = false;
  }

  private void tryToCutOff(FileChannel channel) {
    try {
      cutOff(channel);
    } catch (IOException _) {
      // tried again before anything else is written
    }
  }

  private Segment segment(long height) throws IOException {
    Segment segment = open;
    if (segment == null) {
      segment = begun(folder.resolve(PREFIX + "%019d".formatted(height) + SUFFIX));
      open = segment;
      end = 0;
    }
    return segment;
  }

  /// A new file; one that could not be begun before is overwritten.
  private Segment begun(Path path) throws IOException {
    var channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try {
      sync(folder);
      return new Segment(path, channel);
    } catch (IOException failure) {
      channel.close();
      throw failure;
    }
  }

  /// Ends the file that is written; the next block begins another one.
  ///
  /// @return the file that was ended, if there was one
  List<Path> roll() throws IOException {
    Segment segment = open;
    if (segment == null) {
      return List.of();
    }
    if (uncertain) {
      cutOff(segment.channel());
    }
    segment.channel().close();
    open = null;
    return List.of(segment.path());
  }

  /// Deletes files whose blocks the tables hold.
  static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  /// The files of a folder, the oldest first.
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return new ArrayList<>(
          all.filter(file -> file.getFileName().toString().startsWith(PREFIX))
              .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
              .sorted()
              .toList());
    }
  }

  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true); // a new name is on the disk before what stands under it counts
    }
  }

  private static int crc(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    crc.update(bytes);
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    var unused = roll();
  }
}
