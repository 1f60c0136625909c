package dev.idos.systemtests.storage;

import dev.idos.consensus.Pending;
import dev.idos.consensus.PoolLimits;
import dev.idos.consensus.RoundWatch;
import dev.idos.node.storage.KillPoints;
import dev.idos.node.storage.KillPoints.Point;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A program that writes credentials until it dies: `CrashingNode <folder> <point> <after>`. It
/// prints each acknowledged write, and dies without any clean-up at a point it has passed `after`
/// times, or is killed from outside (`NEVER`).
final class CrashingNode {

  static final int PEOPLE = 4;
  static final String NEVER = "NEVER";

  /// Contents large enough that the log is copied into the database during a short run.
  static final int BYTES = 20_000;

  private static final int UNDER_WAY = 24;

  private CrashingNode() {}

  public static void main(String[] args) throws Exception {
    KillPoints killPoints = dieAt(args[1], Integer.parseInt(args[2]));
    try (SoloNode node =
        SoloNode.open(Path.of(args[0]), killPoints, RoundWatch.NONE, PoolLimits.SOLO)) {
      if (node.application().head().height() == 0) {
        for (int person = 0; person < PEOPLE; person++) {
          node.addPerson(person);
        }
      }
      writeForEver(node, System.out);
    }
  }

  private static KillPoints dieAt(String point, int after) {
    var passed = new AtomicInteger();
    return reached -> {
      if (reached.name().equals(point) && passed.incrementAndGet() > after) {
        if (reached == Point.DURING_CHECKPOINT) {
          dieSoon();
        } else {
          Runtime.getRuntime().halt(137);
        }
      }
    };
  }

  /// A checkpoint is one call into the database: another thread ends the process inside it.
  private static void dieSoon() {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
              Runtime.getRuntime().halt(137);
            });
  }

  /// Everyone adds credentials and removes every third one again.
  private static void writeForEver(SoloNode node, OutputStream acknowledged) throws Exception {
    var next = new int[PEOPLE];
    for (int person = 0; person < PEOPLE; person++) {
      next[person] = Math.toIntExact(nextNonce(node, person));
    }
    var underWay = new ArrayDeque<Sent>();
    while (true) {
      for (int person = 0; person < PEOPLE; person++) {
        int nonce = next[person]++;
        underWay.add(new Sent(person, nonce, node.submit(transaction(person, nonce))));
      }
      while (underWay.size() > UNDER_WAY) {
        underWay.remove().acknowledge(acknowledged);
      }
    }
  }

  private static long nextNonce(SoloNode node, int person) {
    return node.sequencer().nextNonce(SoloNode.accountOf(Workload.person(person)));
  }

  /// The transaction a person sends with a nonce is the same in every run.
  static AuthenticatedTransaction transaction(int person, int nonce) {
    var wallet = Workload.person(person);
    return nonce % 3 == 0
        ? Workload.sign(wallet, nonce, Workload.removeCredential(person, nonce - 1))
        : Workload.sign(wallet, nonce, Workload.addCredential(person, nonce, BYTES));
  }

  private record Sent(int person, int nonce, Pending pending) {

    void acknowledge(OutputStream acknowledged) throws Exception {
      Optional<Receipt> receipt = pending.await(SoloNode.LONG);
      if (receipt.isEmpty() || !receipt.get().applied()) {
        throw new IllegalStateException("a write of the test was not applied");
      }
      CrashingNode.acknowledge(acknowledged, person + " " + nonce + " " + receipt.get().height());
    }
  }

  private static void acknowledge(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.US_ASCII)); // one write: a line, or none
  }
}
