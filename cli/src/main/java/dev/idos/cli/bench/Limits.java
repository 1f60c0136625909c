package dev.idos.cli.bench;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.CredentialSignatures;
import dev.idos.crypto.WalletSignatures;
import dev.idos.protocol.action.CredentialAction.AddCredential;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.transaction.TransactionCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// What a figure could be at best on this machine: measured in the same run, without a node.
final class Limits {

  private static final long ENOUGH_NANOS = 2_000_000_000L;

  /// Until the compiler has seen enough: a cold limit would flatter the node.
  private static final long WARM_NANOS = 6_000_000_000L;

  private static final int BATCH = 500;

  private Limits() {}

  /// A signed transaction and what it asks for.
  record Sample(Transaction transaction, AddCredential action) {}

  /// How many writes a second the signature checks alone allow, on all processors: the wallet's
  /// signature and the issuer's two.
  static double signatureChecks(List<Sample> samples) throws InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    var work = new ArrayList<Callable<Double>>();
    for (int i = 0; i < processors; i++) {
      work.add(() -> checksPerSecond(samples));
    }
    try (var threads = Executors.newFixedThreadPool(processors)) {
      double all = 0;
      for (var one : threads.invokeAll(work)) {
        all += one.get();
      }
      return all;
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a valid signature was refused", failed.getCause());
    }
  }

  private static double checksPerSecond(List<Sample> samples) {
    for (long start = System.nanoTime(); System.nanoTime() - start < WARM_NANOS; ) {
      checkAll(samples, 50);
    }
    long start = System.nanoTime();
    int checked = 0;
    while (System.nanoTime() - start < ENOUGH_NANOS) {
      checked += checkAll(samples, 50);
    }
    return checked / ((System.nanoTime() - start) / 1e9);
  }

  private static int checkAll(List<Sample> samples, int count) {
    for (int i = 0; i < count; i++) {
      var sample = samples.get(i % samples.size());
      var transaction = sample.transaction();
      var action = sample.action();
      boolean valid =
          WalletSignatures.isValid(
                  AuthScheme.named(transaction.authType()).orElseThrow(),
                  transaction.sender(),
                  TransactionCodec.signedBytes(transaction),
                  transaction.signature())
              && CredentialSignatures.isValid(
                  action.issuerAuthPublicKey(),
                  action.publicNotes(),
                  action.publicNotesSignature(),
                  action.content(),
                  action.broaderSignature());
      if (!valid) {
        throw new IllegalStateException("a sample's signature does not check");
      }
    }
    return count;
  }

  /// How many rows of this size a second an empty SQLite file takes, durably, in large batches.
  static double rawInserts(int size) throws IOException, SQLException {
    Path folder = Files.createTempDirectory("idos-bench");
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("raw.db"))) {
      try (var setup = database.createStatement()) {
        setup.execute("PRAGMA journal_mode=WAL");
        setup.execute("PRAGMA synchronous=FULL");
        setup.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, content TEXT NOT NULL)");
      }
      database.setAutoCommit(false);
      long start = System.nanoTime();
      int rows = 0;
      try (var insert = database.prepareStatement("INSERT INTO row (content) VALUES (?)")) {
        while (System.nanoTime() - start < ENOUGH_NANOS) {
          for (int i = 0; i < BATCH; i++) {
            insert.setString(1, randomText(size, rows + i));
            insert.addBatch();
          }
          insert.executeBatch();
          database.commit();
          rows += BATCH;
        }
      }
      return rows / ((System.nanoTime() - start) / 1e9);
    } finally {
      deleteAll(folder);
    }
  }

  private static String randomText(int size, long seed) {
    var bytes = new byte[size / 4 * 3];
    new SplittableRandom(seed).nextBytes(bytes);
    return java.util.Base64.getEncoder().encodeToString(bytes);
  }

  private static void deleteAll(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
