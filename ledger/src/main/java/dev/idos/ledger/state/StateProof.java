package dev.idos.ledger.state;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import java.util.List;
import java.util.Optional;

/// The way from the root to where a key stands or would stand.
///
/// @param siblings the hash beside the way at each depth, from the root down
/// @param end the key of the leaf the way ends at; nothing if it ends at an empty subtree
public record StateProof(List<Bytes> siblings, Optional<Bytes> end) {

  public StateProof {
    siblings = List.copyOf(siblings);
  }

  /// Whether the tree with this root holds the key with this value.
  public boolean includes(Bytes root, Bytes key, Bytes valueHash) {
    return end.equals(Optional.of(key)) && leadsTo(root, key, LeafEncoding.leaf(key, valueHash));
  }

  /// Whether the tree with this root does not hold the key: the way ends at nothing.
  public boolean excludes(Bytes root, Bytes key) {
    return end.isEmpty() && leadsTo(root, key, StateTree.EMPTY_ROOT);
  }

  /// Whether the tree with this root does not hold the key: the way ends at a leaf with another
  /// key, whose value must be known.
  public boolean excludes(Bytes root, Bytes key, Bytes valueOfOther) {
    return end.isPresent()
        && !end.get().equals(key)
        && leadsTo(root, key, LeafEncoding.leaf(end.get(), valueOfOther))
        && leadsTo(root, end.get(), LeafEncoding.leaf(end.get(), valueOfOther));
  }

  /// Two subtrees of which one is empty and the other a leaf are not a tree: a lone leaf stands
  /// higher.
  private boolean leadsTo(Bytes root, Bytes key, Bytes last) {
    if (siblings.size() > 8 * key.length()
        || (!siblings.isEmpty() && siblings.getLast().equals(StateTree.EMPTY_ROOT))) {
      return false;
    }
    Bytes hash = last;
    for (int depth = siblings.size() - 1; depth >= 0; depth--) {
      Bytes sibling = siblings.get(depth);
      boolean right = ((key.at(depth >>> 3) >>> (7 - (depth & 7))) & 1) == 1;
      Bytes left = right ? sibling : hash;
      hash = Sha256.of(Bytes.of(StateTree.INNER), left, right ? hash : sibling);
    }
    return hash.equals(root);
  }
}
