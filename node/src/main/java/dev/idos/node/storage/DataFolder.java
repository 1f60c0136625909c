package dev.idos.node.storage;

import dev.idos.ledger.store.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folder in which a node keeps everything: its database, the log of blocks that go there next,
/// a copy of its genesis file, and a lock that keeps a second process out.
public final class DataFolder implements AutoCloseable {

  private static final String DATABASE = "idos.db";
  private static final String GENESIS = "genesis.json";
  private static final String LOCK = "lock";

  private static final OpenOption[] WHOLE_AND_DURABLE = {
    StandardOpenOption.CREATE,
    StandardOpenOption.TRUNCATE_EXISTING,
    StandardOpenOption.WRITE,
    StandardOpenOption.SYNC
  };

  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /// Opens a folder, making it if it is not there, and keeps everyone else out until closed.
  ///
  /// @throws FolderRefused if another process uses it, or it cannot be written
  public static DataFolder open(Path path) {
    try {
      if (!Files.exists(path)) {
        makePrivate(path);
      }
      return new DataFolder(path, locked(path));
    } catch (IOException failure) {
      throw new FolderRefused("the data folder " + path + " cannot be written", failure);
    }
  }

  /// What people store is encrypted, whom they deal with is not: nobody else on this machine may
  /// look.
  private static void makePrivate(Path path) throws IOException {
    Files.createDirectories(path);
    var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static FileChannel locked(Path path) throws IOException {
    var channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new FolderRefused(
          "the data folder "
              + path
              + " is used by another process: stop it, or use another folder");
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock(); // held until the channel is closed
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// The text of the genesis file this folder was made with; nothing if it is new.
  public Optional<String> genesisFile() {
    Path file = path.resolve(GENESIS);
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException failure) {
      throw new FolderRefused("the genesis file " + file + " cannot be read", failure);
    }
  }

  /// Opens the storage in this folder, bringing its schema up to date. A new folder starts with
  /// the given rows.
  ///
  /// @param tables every table of the ledger
  /// @param first what genesis stores, at height 0
  /// @throws FolderRefused if the folder belongs to another network
  public SqliteStorage openStorage(
      Chain chain, List<Table<?>> tables, BlockCommit first, KillPoints killPoints) {
    Path database = path.resolve(DATABASE);
    var sqlTables = new SqlTables(tables);
    Migrations.apply(database);
    SqliteChain.claim(database, sqlTables, chain, first, () -> keepGenesis(chain.genesisFile()));
    int readers = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    return SqliteStorage.open(path, database, sqlTables, readers, killPoints);
  }

  /// Makes all hashes anew from what is stored, and compares. What a crash left in the log is taken
  /// into the tables first.
  ///
  /// @param chain the network by the genesis file in the folder
  /// @throws FolderRefused if nothing was ever stored here, or by another version
  public VerifyReport verify(Chain chain, List<Table<?>> tables) {
    Path database = path.resolve(DATABASE);
    if (!Files.exists(database)) {
      throw new FolderRefused("the data folder " + path + " holds no database");
    }
    Migrations.requireCurrent(database);
    var sqlTables = new SqlTables(tables);
    SqliteStorage.takeInLog(path, database, sqlTables);
    return Verification.of(database, sqlTables, chain);
  }

  /// Keeps the copy, whole or not at all. It is there before the database names its chain: a node
  /// that died between the two starts again as the same network.
  private void keepGenesis(String text) {
    Path file = path.resolve(GENESIS);
    Path fresh = path.resolve(GENESIS + ".new");
    try {
      Files.writeString(fresh, text, StandardCharsets.UTF_8, WHOLE_AND_DURABLE);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new FolderRefused("the genesis file " + file + " cannot be written", failure);
    }
  }

  /// Lets others in.
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
