package dev.idos.node.session;

import dev.idos.crypto.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The logins that were ended before their time. Each is on the disk before the log-out is
/// answered, so that `kill -9` never brings a session back; each is forgotten once it has expired.
public final class LoggedOut implements AutoCloseable {

  /// More than this many live log-outs are refused, not forgotten.
  static final int MOST = 500_000;

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([0-9]{1,10})");

  private final Clock clock;
  private final Map<Bytes, Long> expiries = new ConcurrentHashMap<>();
  private final FileChannel file;

  private LoggedOut(Clock clock, Map<Bytes, Long> expiries, FileChannel file) {
    this.clock = clock;
    this.expiries.putAll(expiries);
    this.file = file;
  }

  /// Reads the list and drops what has expired. A torn last line was never answered.
  public static LoggedOut open(Path path, Clock clock) {
    try {
      var expiries = new HashMap<Bytes, Long>();
      if (Files.exists(path)) {
        for (String line : Files.readString(path, StandardCharsets.ISO_8859_1).split("\n", -1)) {
          var match = LINE.matcher(line);
          if (match.matches()
              && Long.parseLong(match.group(2)) > clock.instant().getEpochSecond()) {
            expiries.put(Bytes.ofHex(match.group(1)), Long.parseLong(match.group(2)));
          }
        }
      }
      return new LoggedOut(clock, expiries, rewrite(path, expiries));
    } catch (IOException unavailable) {
      throw new UncheckedIOException("cannot read the log-outs in " + path, unavailable);
    }
  }

  /// Ends a login for good. False when the list is full and the login is still open.
  public synchronized boolean add(Login login) {
    Bytes id = login.id();
    if (expiries.containsKey(id)) {
      return true;
    }
    if (expiries.size() >= MOST) {
      forgetExpired();
    }
    if (expiries.size() >= MOST) {
      return false;
    }
    try {
      writeAll(file, line(id, login.nonce().expiresAt()));
      file.force(false);
    } catch (IOException unavailable) {
      throw new UncheckedIOException("cannot store a log-out", unavailable);
    }
    expiries.put(id, login.nonce().expiresAt());
    return true;
  }

  /// Whether a login was ended. Never waits for a log-out that is being written.
  public boolean contains(Login login) {
    return expiries.containsKey(login.id());
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException unavailable) {
      throw new UncheckedIOException("cannot close the log-outs", unavailable);
    }
  }

  private void forgetExpired() {
    long now = clock.instant().getEpochSecond();
    expiries.values().removeIf(expiry -> expiry <= now);
  }

  /// Writes the live entries to a new file, puts it in place of the old one, and keeps it open.
  private static FileChannel rewrite(Path path, Map<Bytes, Long> expiries) throws IOException {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    var channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    for (var entry : expiries.entrySet()) {
      writeAll(channel, line(entry.getKey(), entry.getValue()));
    }
    channel.force(true);
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (var folder = FileChannel.open(path.toAbsolutePath().getParent())) {
      folder.force(true);
    }
    return channel;
  }

  private static void writeAll(FileChannel channel, String line) throws IOException {
    var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static String line(Bytes id, long expiry) {
    // The line break in front ends what a full disk may have torn.
    return "\n" + id.hex() + " " + expiry + "\n";
  }
}
