package dev.idos.systemtests.storage;

import dev.idos.consensus.Block;
import dev.idos.consensus.Outcome;
import dev.idos.consensus.Pending;
import dev.idos.consensus.PoolLimits;
import dev.idos.consensus.RoundWatch;
import dev.idos.ledger.store.Key;
import dev.idos.node.storage.KillPoints;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Figures of ledger and storage without a network, printed and not asserted:
/// `StorageBench <people> <credentials each> <bytes>`.
final class StorageBench {

  private static final int RAW_ROWS = 20_000;

  private StorageBench() {}

  /// What the rounds took.
  private static final class Rounds implements RoundWatch {
    private final AtomicLong blocks = new AtomicLong();
    private final AtomicLong executeNanos = new AtomicLong();
    private final AtomicLong commitNanos = new AtomicLong();

    @Override
    public void committed(Block block, Outcome outcome, long executed, long stored) {
      blocks.incrementAndGet();
      executeNanos.addAndGet(executed);
      commitNanos.addAndGet(stored);
    }
  }

  public static void main(String[] args) throws Exception {
    int people = Integer.parseInt(args[0]);
    int each = Integer.parseInt(args[1]);
    int bytes = Integer.parseInt(args[2]);
    Path folder = Files.createTempDirectory("idos-bench");
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    double raw = rawInserts(folder.resolve("raw.db"), bytes, RAW_ROWS);
    cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
    print("raw batched inserts: %.0f rows/s, cpu %.1f us a row", raw, cpu / 1e3 / RAW_ROWS);
    Path data = folder.resolve("data");
    var rounds = new Rounds();
    try (SoloNode node = SoloNode.open(data, KillPoints.NONE, rounds, PoolLimits.SOLO)) {
      setUp(node, people);
      List<List<AuthenticatedTransaction>> waves = sign(people, each, bytes);
      run(node, waves.subList(0, each / 2)); // warms up
      rounds.blocks.set(0);
      rounds.executeNanos.set(0);
      rounds.commitNanos.set(0);
      write(node, waves.subList(each / 2, waves.size()), rounds);
      read(node, people, each);
    }
    long begun = System.nanoTime();
    try (SoloNode node = SoloNode.open(data)) {
      print(
          "start: %.0f ms at height %d",
          (System.nanoTime() - begun) / 1e6, node.application().head().height());
    }
    begun = System.nanoTime();
    var report = SoloNode.verify(data);
    print(
        "verify: %.0f ms for %d rows, sound: %b",
        (System.nanoTime() - begun) / 1e6, report.rows(), report.isSound());
  }

  private static void setUp(SoloNode node, int people) throws InterruptedException {
    var pending = new ArrayList<Pending>();
    long nonce = 1;
    for (int i = 0; i < people; i++) {
      pending.add(node.submit(Workload.sign(Workload.ISSUER, nonce++, Workload.addUser(i))));
      pending.add(node.submit(Workload.sign(Workload.ISSUER, nonce++, Workload.addWallet(i))));
      if (pending.size() >= 60) {
        awaitAll(pending);
      }
    }
    awaitAll(pending);
  }

  private static void awaitAll(List<Pending> pending) throws InterruptedException {
    for (Pending one : pending) {
      var receipt = one.await(SoloNode.LONG).orElseThrow();
      if (!receipt.applied()) {
        throw new IllegalStateException(receipt.log());
      }
    }
    pending.clear();
  }

  /// The n-th credentials of everybody, for each n.
  private static List<List<AuthenticatedTransaction>> sign(int people, int each, int bytes) {
    long begun = System.nanoTime();
    var waves =
        IntStream.range(0, each)
            .mapToObj(
                n ->
                    IntStream.range(0, people)
                        .parallel()
                        .mapToObj(
                            p ->
                                Workload.sign(
                                    Workload.person(p), n + 1, Workload.addCredential(p, n, bytes)))
                        .toList())
            .toList();
    print("signing and checking took %.0f ms", (System.nanoTime() - begun) / 1e6);
    return waves;
  }

  private static void write(
      SoloNode node, List<List<AuthenticatedTransaction>> waves, Rounds rounds)
      throws InterruptedException {
    var samples = new Sampler();
    samples.start();
    long begun = System.nanoTime();
    int count = run(node, waves);
    double seconds = (System.nanoTime() - begun) / 1e9;
    samples.finish();
    print("writes: %d in %.2f s, %.0f tx/s", count, seconds, count / seconds);
    print(
        "round: %.1f tx a block, execute %.0f us/tx, commit %.0f us/tx, cpu of the round %.0f us/tx",
        (double) count / rounds.blocks.get(),
        rounds.executeNanos.get() / 1e3 / count,
        rounds.commitNanos.get() / 1e3 / count,
        samples.cpuNanos / 1e3 / count);
    samples.print();
  }

  private static int run(SoloNode node, List<List<AuthenticatedTransaction>> waves)
      throws InterruptedException {
    var pending = new ArrayList<Pending>();
    int count = 0;
    for (var wave : waves) {
      for (AuthenticatedTransaction transaction : wave) {
        pending.add(node.submit(transaction));
        count++;
        if (pending.size() == 1_000) {
          awaitAll(new ArrayList<>(pending.subList(0, 500)));
          pending.subList(0, 500).clear();
        }
      }
    }
    awaitAll(pending);
    return count;
  }

  private static void read(SoloNode node, int people, int each) {
    var random = new Random(1);
    int count = 20_000;
    long begun = System.nanoTime();
    long found = 0;
    for (int i = 0; i < count; i++) {
      var id = Workload.credential(random.nextInt(people), random.nextInt(each)).value();
      found +=
          node.application()
              .read(
                  snapshot ->
                      snapshot
                              .rows()
                              .find(dev.idos.ledger.credentials.Credentials.TABLE, Key.of(id))
                              .isPresent()
                          ? snapshot.rows().content(id).orElse("").length()
                          : 0);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    print("reads of row and content: %.0f/s on one thread (%d bytes)", count / seconds, found);
  }

  /// The limit: 4 KiB rows into one table with two indexes, 500 a durable commit.
  private static double rawInserts(Path file, int bytes, int count) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (var statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
        statement.execute("PRAGMA secure_delete = ON");
        statement.execute("CREATE TABLE t (id BLOB PRIMARY KEY, room BLOB, ts INTEGER, text TEXT)");
        statement.execute("CREATE INDEX t_by_room ON t (room, ts)");
      }
      connection.setAutoCommit(false);
      var random = new Random(2);
      var text = "x".repeat(bytes);
      long begun = System.nanoTime();
      try (var insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?, ?, ?)")) {
        for (int i = 0; i < count; i++) {
          var id = new byte[16];
          random.nextBytes(id);
          insert.setBytes(1, id);
          insert.setBytes(2, Arrays.copyOf(id, 8));
          insert.setLong(3, i);
          insert.setString(4, text);
          insert.executeUpdate();
          if (i % 500 == 499) {
            connection.commit();
          }
        }
      }
      connection.commit();
      return count / ((System.nanoTime() - begun) / 1e9);
    }
  }

  /// Looks every millisecond at what the round is doing.
  private static final class Sampler extends Thread {
    private final TreeMap<String, Integer> seen = new TreeMap<>();
    private volatile boolean stopped;
    private long cpuNanos;

    @Override
    public void run() {
      Thread round =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().equals("round"))
              .findFirst()
              .orElseThrow();
      var threads = ManagementFactory.getThreadMXBean();
      long before = threads.getThreadCpuTime(round.threadId());
      while (!stopped) {
        seen.merge(place(round.getStackTrace()), 1, Integer::sum);
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
      cpuNanos = threads.getThreadCpuTime(round.threadId()) - before;
    }

    private static String place(StackTraceElement[] stack) {
      String lastOwn = "";
      for (int i = stack.length - 1; i >= 0; i--) {
        String name = stack[i].getClassName();
        if (name.startsWith("dev.idos")) {
          lastOwn = name.substring(name.lastIndexOf('.') + 1) + "." + stack[i].getMethodName();
        }
      }
      String phase = phase(stack);
      return phase + " | " + lastOwn;
    }

    private static String phase(StackTraceElement[] stack) {
      List<String> names =
          Arrays.stream(stack).map(e -> e.getClassName() + "." + e.getMethodName()).toList();
      if (names.stream().anyMatch(n -> n.contains("StateLeaves"))) {
        return "root";
      }
      if (names.stream().anyMatch(n -> n.endsWith("SqliteSession.commit"))) {
        return "fsync";
      }
      if (names.stream().anyMatch(n -> n.contains("BlockWriter"))) {
        return "rows";
      }
      if (names.stream().anyMatch(n -> n.contains("ledger.Ledger"))) {
        return "rules";
      }
      return "other";
    }

    void finish() throws InterruptedException {
      stopped = true;
      join();
    }

    void print() {
      int all = seen.values().stream().mapToInt(Integer::intValue).sum();
      seen.entrySet().stream()
          .sorted((a, b) -> b.getValue() - a.getValue())
          .limit(25)
          .forEach(e -> StorageBench.print("%5.1f %% %s", 100.0 * e.getValue() / all, e.getKey()));
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is in a library of its own
  private static void print(String format, Object... values) {
    System.out.println(String.format(java.util.Locale.ROOT, format, values));
  }
}
