package dev.idos.systemtests.storage;

import dev.idos.consensus.Unavailable;
import java.nio.file.Path;

/// A program that writes until the disk takes no more, and then reads: `FullDiskNode <folder>`. It
/// prints each acknowledged credential, and what it could still do.
final class FullDiskNode {

  private static final int BYTES = 200_000;

  private FullDiskNode() {}

  public static void main(String[] args) throws Exception {
    try (SoloNode node = SoloNode.open(Path.of(args[0]))) {
      node.addPerson(1);
      int number = writeUntilFull(node);
      long height = node.application().head().height();
      System.out.println("height " + height);
      boolean found =
          node.application()
              .read(s -> s.rows().content(Workload.credential(1, number).value()).isPresent());
      System.out.println(found ? "reads the last one" : "lost the last one");
      long nonce = node.sequencer().nextNonce(SoloNode.accountOf(Workload.person(1)));
      System.out.println("next nonce " + nonce);
    }
  }

  /// The number of the last credential that was acknowledged.
  private static int writeUntilFull(SoloNode node) throws InterruptedException {
    for (int number = 1; ; number++) {
      try {
        var unused = node.done(Workload.person(1), Workload.addCredential(1, number, BYTES));
        System.out.println("acknowledged " + number);
      } catch (Unavailable full) {
        System.out.println(full.isWorthRetrying() ? "unavailable, try again" : "unavailable");
        return number - 1;
      }
    }
  }
}
