package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import java.util.List;

/// What verifying a data folder found.
///
/// @param head the last committed block, as stored
/// @param root the state root of the rows as they are
/// @param rows how many rows were read
/// @param differences what differs, one sentence each
/// @param unlisted how many more differences there are
public record VerifyReport(
    ChainHead head, Bytes root, long rows, List<String> differences, long unlisted) {
  public VerifyReport {
    differences = List.copyOf(differences);
  }

  /// Whether everything is as it was committed.
  public boolean isSound() {
    return differences.isEmpty();
  }
}
