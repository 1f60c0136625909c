package dev.idos.node.storage;

import dev.idos.ledger.store.Reader;
import java.util.function.Function;

/// The storage port: what a database must do for a node. One thread, the round's, executes and
/// commits; any thread reads.
public interface Storage extends AutoCloseable {

  /// The last committed block.
  ChainHead head();

  /// Opens the committed rows for the execution of the next block, until [#commit] or
  /// [#abandon]. For the round's thread only.
  Reader beginBlock();

  /// Stores a block after [#beginBlock]: all of it, or nothing.
  ///
  /// @throws dev.idos.consensus.Unavailable if nothing of it was stored
  void commit(BlockCommit block);

  /// Ends a block that will not be committed.
  void abandon();

  /// Runs a reading on a snapshot of the last committed block. It may be run a second time, when a
  /// block was committed meanwhile: it reads, and does nothing else.
  ///
  /// @throws dev.idos.consensus.Unavailable if no reader is free in time, or the reading takes
  ///     longer than ten seconds
  <T> T read(Function<Snapshot, T> reading);

  /// Hands over the key and the hash of every row that is a leaf of the state tree, without
  /// reading its fields.
  void forEachLeaf(LeafVisitor visitor);

  /// Stops reading and writing, and leaves the files complete.
  @Override
  void close();
}
