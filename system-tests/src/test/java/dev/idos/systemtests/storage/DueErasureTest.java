package dev.idos.systemtests.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.consensus.Block;
import dev.idos.consensus.Outcome;
import dev.idos.consensus.PoolLimits;
import dev.idos.consensus.RoundWatch;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.users.Users;
import dev.idos.node.storage.KillPoints;
import dev.idos.protocol.action.UserAction.RemoveUser;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DueErasureTest {

  @Test
  @Timeout(60)
  void what_a_lock_protected_is_erased_by_a_block_of_its_own(@TempDir Path folder)
      throws Exception {
    var ownBlock = new CompletableFuture<Long>();
    var watch =
        new RoundWatch() {
          @Override
          public void committed(Block block, Outcome outcome, long executed, long stored) {
            if (block.transactions().isEmpty()) {
              ownBlock.complete(block.timeMillis());
            }
          }
        };
    try (SoloNode node = SoloNode.open(folder, KillPoints.NONE, watch, PoolLimits.SOLO)) {
      node.addPerson(1);
      node.done(Workload.person(1), Workload.addCredential(1, 1, 1_000));
      long lockedUntil = System.currentTimeMillis() / 1000 + 4;
      node.done(Workload.person(1), Workload.share(1, 1, 2, Workload.person(2), lockedUntil));
      node.done(Workload.person(1), new RemoveUser());
      assertThat(isStored(node, 2)).isTrue();
      long time = ownBlock.get();
      assertThat(time / 1000).isGreaterThan(lockedUntil);
      assertThat(isStored(node, 2)).isFalse();
      long users = node.application().read(snapshot -> snapshot.count(Users.USERS));
      assertThat(users).isZero();
    }
    assertThat(SoloNode.verify(folder).differences()).isEmpty();
  }

  private static boolean isStored(SoloNode node, int number) {
    return node.application()
        .read(
            snapshot ->
                snapshot
                    .rows()
                    .find(Credentials.TABLE, Key.of(Workload.credential(1, number).value()))
                    .isPresent());
  }
}
