package dev.idos.systemtests.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.ledger.Ledger;
import dev.idos.ledger.PreparedTransaction;
import dev.idos.ledger.block.BlockContext;
import dev.idos.ledger.block.BlockResult;
import dev.idos.ledger.state.StateTree;
import dev.idos.ledger.store.RowsInMemory;
import dev.idos.protocol.AttributeId;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.UuidV5;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.action.AttributeAction.AddAttribute;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two stores must not disagree about a block, whatever people write (`ledger.md` §1).
class HostileTextsTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "'; DROP TABLE users; --",
          "a\u0000b",
          "𝕏 \ud83d\ude00 ß ﬀ İ",
          "e\u0301",
          "é",
          "\uffff\ufffe\ufeff",
          "9".repeat(400),
          "1e999",
          "x".repeat(257),
          "NULL",
          "true",
          "\r\n\t\b");

  private final Ledger ledger = new Ledger(Workload.GENESIS);
  private final RowsInMemory rows = new RowsInMemory();
  private final StateTree tree = new StateTree();

  @Test
  void the_embedded_database_and_memory_agree_on_every_block(@TempDir Path folder)
      throws Exception {
    rows.apply(ledger.genesisChanges(), List.of());
    tree.apply(ledger.genesisChanges());
    try (SoloNode node = SoloNode.open(folder)) {
      run(node, Workload.sign(Workload.ISSUER, 1, Workload.addUser(1)));
      run(node, Workload.sign(Workload.ISSUER, 2, Workload.addWallet(1)));
      long nonce = 1;
      for (String key : TEXTS) {
        for (String value : TEXTS) {
          run(node, Workload.sign(Workload.person(1), nonce, attribute(nonce, key, value)));
          nonce++;
        }
      }
    }
    assertThat(SoloNode.verify(folder).differences()).isEmpty();
    assertThat(SoloNode.verify(folder).root()).isEqualTo(tree.root());
  }

  private static Action attribute(long number, String key, String value) {
    return new AddAttribute(
        new AttributeId(UuidV5.of(UuidV5.URL_NAMESPACE, "attribute " + number)), key, value);
  }

  private void run(SoloNode node, AuthenticatedTransaction transaction) throws Exception {
    Receipt receipt = node.submit(transaction).await(SoloNode.LONG).orElseThrow();
    var head = node.application().head();
    BlockResult expected =
        ledger.execute(
            new BlockContext(head.height(), head.timeSeconds()),
            List.of(PreparedTransaction.of(transaction)),
            rows);
    rows.apply(expected.changes(), expected.contents());
    tree.apply(expected.changes());
    assertThat(receipt).isEqualTo(expected.receipts().getFirst());
    assertThat(head.stateRoot()).isEqualTo(root());
  }

  private Bytes root() {
    return tree.root();
  }
}
