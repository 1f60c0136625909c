package dev.idos.ledger.state;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.ledger.store.Change;
import dev.idos.protocol.ImpossibleState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// The sparse Merkle tree over every live row, latest version only. Its root depends on the rows
/// and on nothing else, not on the order they came in.
///
/// A leaf is H(0x00 ‖ key ‖ value), an inner node H(0x01 ‖ left ‖ right), an empty subtree 32 zero
/// bytes, and a subtree with one leaf is that leaf. Nodes are numbered records: a reference is 0
/// for empty, n + 1 for the inner node n, -(n + 1) for the leaf n. Inner hashes are made when the
/// root is asked for. Not for several threads.
public final class StateTree {

  static final int LEAF = 0;
  static final int INNER = 1;

  /// The root of a tree without leaves.
  public static final Bytes EMPTY_ROOT = Bytes.ofUnshared(new byte[Sha256.LENGTH]);

  private static final int EMPTY = 0;
  private static final int HASH = Sha256.LENGTH;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

  /// Key, then leaf hash.
  private final Slots leaves = new Slots(2 * HASH);

  /// Hash, then the references of both children.
  private final Slots inners = new Slots(HASH + 8);

  private final BitSet stale = new BitSet();
  private final MessageDigest digest = Sha256.newDigest();
  private int root = EMPTY;
  private int size;

  /// Takes over what a block changed.
  public void apply(List<Change<?>> changes) {
    for (Change<?> change : changes) {
      if (change.table().isLeaf()) {
        applyOne(change);
      }
    }
  }

  /// Adds a leaf, or gives it another value.
  public void put(Bytes key, Bytes valueHash) {
    requireHash(key);
    requireHash(valueHash);
    root = put(root, 0, key.exposeUnshared(), valueHash.exposeUnshared());
  }

  /// Removes a leaf, if it is there.
  public void remove(Bytes key) {
    requireHash(key);
    root = remove(root, 0, key.exposeUnshared());
  }

  /// The hash of all leaves.
  public Bytes root() {
    refresh(root);
    var hash = new byte[HASH];
    copyHash(root, hash);
    return Bytes.ofUnshared(hash);
  }

  /// How many leaves there are.
  public int size() {
    return size;
  }

  /// The bytes of memory the nodes take.
  public long footprint() {
    return leaves.footprint() + inners.footprint() + stale.size() / 8;
  }

  /// What proves that a key has the value its holder knows, or that there is no such key.
  public StateProof prove(Bytes key) {
    requireHash(key);
    refresh(root);
    var siblings = new ArrayList<Bytes>();
    int node = root;
    for (int depth = 0; node > EMPTY; depth++) {
      int side = bit(key.exposeUnshared(), 0, depth);
      var sibling = new byte[HASH];
      copyHash(child(node, 1 - side), sibling);
      siblings.add(Bytes.ofUnshared(sibling));
      node = child(node, side);
    }
    return new StateProof(siblings, node == EMPTY ? Optional.empty() : Optional.of(keyOf(node)));
  }

  private <R> void applyOne(Change<R> change) {
    Bytes key = LeafEncoding.key(change.table(), change.key());
    if (change.after().isPresent()) {
      put(key, LeafEncoding.value(change.table(), change.after().get()));
    } else {
      remove(key);
    }
  }

  private int put(int node, int depth, byte[] key, byte[] value) {
    if (node > EMPTY) {
      int side = bit(key, 0, depth);
      setChild(node, side, put(child(node, side), depth + 1, key, value));
      stale.set(node - 1);
      return node;
    }
    if (node == EMPTY) {
      size++;
      return writeLeaf(leaves.allocate(), key, value);
    }
    if (holds(node, key)) {
      return writeLeaf(-node - 1, key, value);
    }
    size++;
    return branch(node, writeLeaf(leaves.allocate(), key, value), depth);
  }

  /// Inner nodes down to the first bit in which two leaves differ.
  private int branch(int one, int two, int depth) {
    int sideOfOne = leafBit(one, depth);
    int sideOfTwo = leafBit(two, depth);
    int node = inners.allocate() + 1;
    stale.set(node - 1);
    if (sideOfOne == sideOfTwo) {
      setChild(node, 1 - sideOfOne, EMPTY);
      setChild(node, sideOfOne, branch(one, two, depth + 1));
    } else {
      setChild(node, sideOfOne, one);
      setChild(node, sideOfTwo, two);
    }
    return node;
  }

  private int remove(int node, int depth, byte[] key) {
    if (node == EMPTY) {
      return EMPTY;
    }
    if (node < EMPTY) {
      if (!holds(node, key)) {
        return node;
      }
      leaves.free(-node - 1);
      size--;
      return EMPTY;
    }
    int side = bit(key, 0, depth);
    int before = child(node, side);
    int after = remove(before, depth + 1, key);
    int other = child(node, 1 - side);
    if (after <= EMPTY && other <= EMPTY && (after == EMPTY || other == EMPTY)) {
      stale.clear(node - 1);
      inners.free(node - 1);
      return after == EMPTY ? other : after;
    }
    setChild(node, side, after);
    stale.set(node - 1);
    return node;
  }

  private int writeLeaf(int leaf, byte[] key, byte[] value) {
    byte[] chunk = leaves.chunk(leaf);
    int at = leaves.at(leaf);
    System.arraycopy(key, 0, chunk, at, HASH);
    digest.update((byte) LEAF);
    digest.update(key);
    digest.update(value);
    finish(chunk, at + HASH);
    return -(leaf + 1);
  }

  private void refresh(int node) {
    if (node <= EMPTY || !stale.get(node - 1)) {
      return;
    }
    int left = child(node, 0);
    int right = child(node, 1);
    refresh(left);
    refresh(right);
    digest.update((byte) INNER);
    updateHash(left);
    updateHash(right);
    finish(inners.chunk(node - 1), inners.at(node - 1));
    stale.clear(node - 1);
  }

  private void updateHash(int node) {
    if (node == EMPTY) {
      digest.update(EMPTY_ROOT.exposeUnshared());
    } else if (node > EMPTY) {
      digest.update(inners.chunk(node - 1), inners.at(node - 1), HASH);
    } else {
      digest.update(leaves.chunk(-node - 1), leaves.at(-node - 1) + HASH, HASH);
    }
  }

  private void copyHash(int node, byte[] into) {
    if (node > EMPTY) {
      System.arraycopy(inners.chunk(node - 1), inners.at(node - 1), into, 0, HASH);
    } else if (node < EMPTY) {
      System.arraycopy(leaves.chunk(-node - 1), leaves.at(-node - 1) + HASH, into, 0, HASH);
    }
  }

  private void finish(byte[] into, int at) {
    try {
      digest.digest(into, at, HASH);
    } catch (DigestException impossible) {
      throw new ImpossibleState("a slot has room for a hash", impossible);
    }
  }

  private int child(int node, int side) {
    return (int) INT.get(inners.chunk(node - 1), inners.at(node - 1) + HASH + 4 * side);
  }

  private void setChild(int node, int side, int child) {
    INT.set(inners.chunk(node - 1), inners.at(node - 1) + HASH + 4 * side, child);
  }

  private boolean holds(int leaf, byte[] key) {
    int at = leaves.at(-leaf - 1);
    return Arrays.equals(leaves.chunk(-leaf - 1), at, at + HASH, key, 0, HASH);
  }

  private Bytes keyOf(int leaf) {
    int at = leaves.at(-leaf - 1);
    return Bytes.ofUnshared(Arrays.copyOfRange(leaves.chunk(-leaf - 1), at, at + HASH));
  }

  private int leafBit(int leaf, int depth) {
    return bit(leaves.chunk(-leaf - 1), leaves.at(-leaf - 1), depth);
  }

  /// Most significant bit first.
  private static int bit(byte[] key, int from, int depth) {
    return (key[from + (depth >>> 3)] >>> (7 - (depth & 7))) & 1;
  }

  private static void requireHash(Bytes hash) {
    if (hash.length() != HASH) {
      throw new ImpossibleState("keys and values of the tree are hashes");
    }
  }
}
