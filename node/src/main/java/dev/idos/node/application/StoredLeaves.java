package dev.idos.node.application;

import dev.idos.consensus.Unavailable;
import dev.idos.crypto.Bytes;
import dev.idos.ledger.state.LeafEncoding;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Table;
import dev.idos.node.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// All stored leaves, read by a thread of its own so that whoever takes them can work on them
/// meanwhile. A few thousand are in memory at a time.
final class StoredLeaves implements AutoCloseable {

  private static final int AT_ONCE = 1_024;
  private static final int AHEAD = 16;

  /// A leaf by the hash of its place.
  record Leaf(Bytes key, Bytes rowHash) {}

  private final BlockingQueue<List<Leaf>> read = new ArrayBlockingQueue<>(AHEAD);
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("leaves").factory());
  private final Future<?> reading;

  private StoredLeaves(Storage storage) {
    reading = reader.submit(() -> readAll(storage));
  }

  /// Starts reading.
  static StoredLeaves read(Storage storage) {
    return new StoredLeaves(storage);
  }

  /// The next leaves; none when all were taken.
  ///
  /// @throws RuntimeException what the reading failed with
  List<Leaf> next() {
    try {
      List<Leaf> some = read.take();
      if (some.isEmpty()) {
        reading.get();
      }
      return some;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the stored rows could not be read", failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Unavailable.elsewhere("the start was interrupted");
    }
  }

  private Void readAll(Storage storage) throws InterruptedException {
    try {
      var batch = new Batch();
      storage.forEachLeaf(batch::add);
      batch.handOver();
    } finally {
      read.put(List.of());
    }
    return null;
  }

  /// Gathers leaves, so that the threads meet once for many of them.
  private final class Batch {
    private List<Leaf> gathered = new ArrayList<>(AT_ONCE);

    void add(Table<?> table, Key key, Bytes rowHash) {
      gathered.add(new Leaf(LeafEncoding.key(table, key), rowHash));
      if (gathered.size() == AT_ONCE) {
        handOver();
      }
    }

    void handOver() {
      if (gathered.isEmpty()) {
        return;
      }
      try {
        read.put(gathered);
        gathered = new ArrayList<>(AT_ONCE);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw Unavailable.elsewhere("the start was interrupted");
      }
    }
  }

  /// Stops the reading, if it goes on.
  @Override
  public void close() {
    reader.shutdownNow();
    reader.close();
  }
}
