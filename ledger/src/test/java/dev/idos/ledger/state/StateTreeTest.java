package dev.idos.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.protocol.Utf8;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StateTreeTest {

  private static Bytes hash(String text) {
    return Sha256.of(Utf8.encode(text));
  }

  /// The definition of the tree, with no thought for speed.
  private static Bytes reference(List<Map.Entry<Bytes, Bytes>> leaves, int depth) {
    if (leaves.isEmpty()) {
      return StateTree.EMPTY_ROOT;
    }
    if (leaves.size() == 1) {
      return LeafEncoding.leaf(leaves.getFirst().getKey(), leaves.getFirst().getValue());
    }
    var left = new ArrayList<Map.Entry<Bytes, Bytes>>();
    var right = new ArrayList<Map.Entry<Bytes, Bytes>>();
    for (var leaf : leaves) {
      boolean bit = ((leaf.getKey().at(depth / 8) >> (7 - depth % 8)) & 1) == 1;
      (bit ? right : left).add(leaf);
    }
    return Sha256.of(Bytes.of(1), reference(left, depth + 1), reference(right, depth + 1));
  }

  private static Bytes reference(Map<Bytes, Bytes> leaves) {
    return reference(List.copyOf(leaves.entrySet()), 0);
  }

  @Test
  void the_order_of_writes_does_not_matter() {
    var keys = new ArrayList<Bytes>();
    for (int i = 0; i < 500; i++) {
      keys.add(hash("key " + i));
    }
    var expected = new StateTree();
    keys.forEach(key -> expected.put(key, key));
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(keys, new Random(seed));
      var tree = new StateTree();
      keys.forEach(key -> tree.put(key, key));
      assertThat(tree.root()).isEqualTo(expected.root());
    }
  }

  @Test
  void it_equals_its_definition_after_every_write_and_deletion() {
    for (int seed = 0; seed < 8; seed++) {
      var random = new Random(seed);
      var tree = new StateTree();
      var leaves = new TreeMap<Bytes, Bytes>();
      for (int step = 0; step < 400; step++) {
        Bytes key = someKey(random);
        if (random.nextInt(5) < 3) {
          Bytes value = hash("value " + random.nextInt(10));
          tree.put(key, value);
          leaves.put(key, value);
        } else {
          tree.remove(key);
          leaves.remove(key);
        }
        if (step % 7 == 0) {
          assertThat(tree.root()).as("seed %s step %s", seed, step).isEqualTo(reference(leaves));
          assertThat(tree.size()).isEqualTo(leaves.size());
        }
      }
    }
  }

  /// Keys that share long prefixes, as no hash would, so that deep branches are walked.
  private static Bytes someKey(Random random) {
    byte[] key = hash("few").toArray();
    int bit = random.nextInt(256);
    key[bit / 8] ^= (byte) (1 << (7 - bit % 8));
    return random.nextBoolean() ? Bytes.copyOf(key) : hash("key " + random.nextInt(40));
  }

  @Test
  void deleting_everything_leaves_nothing() {
    var tree = new StateTree();
    for (int i = 0; i < 200; i++) {
      tree.put(hash("key " + i), hash("value"));
    }
    for (int i = 0; i < 200; i++) {
      tree.remove(hash("key " + i));
    }
    assertThat(tree.root()).isEqualTo(StateTree.EMPTY_ROOT);
    assertThat(tree.size()).isZero();
  }

  @Test
  void a_deletion_gives_back_the_room_it_frees() {
    var tree = new StateTree();
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 10_000; i++) {
        tree.put(hash("key " + i), hash("value " + round));
      }
      for (int i = 0; i < 10_000; i++) {
        tree.remove(hash("key " + i));
      }
    }
    assertThat(tree.footprint()).isLessThan(4_000_000);
  }

  @Test
  void removing_what_is_not_there_changes_nothing() {
    var tree = new StateTree();
    tree.put(hash("one"), hash("value"));
    Bytes root = tree.root();
    tree.remove(hash("two"));
    assertThat(tree.root()).isEqualTo(root);
  }

  @Test
  void a_row_takes_at_most_200_bytes() {
    int rows = 300_000;
    var tree = new StateTree();
    for (int i = 0; i < rows; i++) {
      Bytes key = hash("key " + i);
      tree.put(key, key);
    }
    tree.root();
    assertThat(tree.footprint() / rows).isLessThanOrEqualTo(200);
  }

  @Test
  void every_leaf_can_be_proven_and_nothing_else() {
    var tree = new StateTree();
    for (int i = 0; i < 64; i++) {
      tree.put(hash("key " + i), hash("value " + i));
    }
    Bytes root = tree.root();
    for (int i = 0; i < 64; i++) {
      Bytes key = hash("key " + i);
      StateProof proof = tree.prove(key);
      assertThat(proof.includes(root, key, hash("value " + i))).isTrue();
      assertThat(proof.includes(root, key, hash("value " + (i + 1)))).isFalse();
      assertThat(proof.includes(root, hash("absent"), hash("value " + i))).isFalse();
      assertThat(proof.excludes(root, key)).isFalse();
      assertThat(proof.excludes(root, key, hash("value " + i))).isFalse();
      assertThat(proof.includes(hash("another root"), key, hash("value " + i))).isFalse();
    }
  }

  @Test
  void absence_can_be_proven() {
    var tree = new StateTree();
    var values = new TreeMap<Bytes, Bytes>();
    for (int i = 0; i < 64; i++) {
      tree.put(hash("key " + i), hash("value " + i));
      values.put(hash("key " + i), hash("value " + i));
    }
    Bytes root = tree.root();
    int atOtherLeaf = 0;
    int atNothing = 0;
    for (int i = 0; i < 200; i++) {
      Bytes key = hash("absent " + i);
      StateProof proof = tree.prove(key);
      if (proof.end().isPresent()) {
        Bytes other = values.get(proof.end().get());
        assertThat(proof.excludes(root, key, other == null ? key : other)).isTrue();
        atOtherLeaf++;
      } else {
        assertThat(proof.excludes(root, key)).isTrue();
        atNothing++;
      }
    }
    assertThat(atOtherLeaf).isPositive();
    assertThat(atNothing).isPositive();
  }

  @Test
  void a_lone_leaf_below_an_inner_node_is_no_proof() {
    Bytes key = hash("key");
    Bytes value = hash("value");
    Bytes leaf = LeafEncoding.leaf(key, value);
    boolean right = key.at(0) >= 128;
    Bytes forged =
        right
            ? Sha256.of(Bytes.of(1), StateTree.EMPTY_ROOT, leaf)
            : Sha256.of(Bytes.of(1), leaf, StateTree.EMPTY_ROOT);
    var proof = new StateProof(List.of(StateTree.EMPTY_ROOT), Optional.of(key));
    assertThat(proof.includes(forged, key, value)).isFalse();
  }
}
