package dev.idos.node;

import dev.idos.consensus.PoolLimits;
import dev.idos.consensus.Sequencer;
import dev.idos.consensus.SoloSequencer;
import dev.idos.ledger.genesis.Genesis;
import dev.idos.ledger.genesis.Limits;
import dev.idos.node.application.LedgerApplication;
import dev.idos.node.genesis.ChosenGenesis;
import dev.idos.node.limit.LargeAnswers;
import dev.idos.node.limit.Rate;
import dev.idos.node.limit.RateLimits;
import dev.idos.node.rpc.AddressBudget;
import dev.idos.node.rpc.Dispatcher;
import dev.idos.node.rpc.OpenRpc;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.node.rpc.method.ChainState;
import dev.idos.node.rpc.method.Version;
import dev.idos.node.session.LoggedOut;
import dev.idos.node.session.PublicUrls;
import dev.idos.node.session.Sessions;
import dev.idos.node.storage.DataFolder;
import dev.idos.node.storage.KillPoints;
import dev.idos.node.web.HealthRoute;
import dev.idos.node.web.NodeServer;
import dev.idos.node.web.PortRefused;
import dev.idos.protocol.action.ActionCatalogue;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A storage node, joined from its rooms. Read [#assemble] from top to bottom to know what depends
/// on what; closing goes the other way.
public final class Node implements AutoCloseable {

  private static final String LOGGED_OUT = "logged-out";

  private final NodeConfig config;
  private final Genesis genesis;
  private final DataFolder folder;
  private final LedgerApplication application;
  private final LoggedOut loggedOut;
  private final Sequencer sequencer;
  private final NodeServer server;
  private final AtomicInteger port;
  private final Ending ending;

  private Node(
      NodeConfig config,
      Genesis genesis,
      DataFolder folder,
      LedgerApplication application,
      LoggedOut loggedOut,
      Sequencer sequencer,
      NodeServer server,
      AtomicInteger port,
      Ending ending) {
    this.config = config;
    this.genesis = genesis;
    this.folder = folder;
    this.application = application;
    this.loggedOut = loggedOut;
    this.sequencer = sequencer;
    this.server = server;
    this.port = port;
    this.ending = ending;
  }

  /// Joins a node by the system's clock. It answers once it is started.
  ///
  /// @throws dev.idos.node.storage.FolderRefused if the data folder is in use or of another chain
  /// @throws dev.idos.node.genesis.GenesisRefused if the genesis file says something impossible
  public static Node assemble(NodeConfig config) {
    return assemble(config, Clock.systemUTC(), KillPoints.NONE);
  }

  /// Joins a node by a clock of the caller's, which may end at a named point.
  public static Node assemble(NodeConfig config, Clock clock, KillPoints killPoints) {
    OperatorLog.gatherLibraries();
    var folder = DataFolder.open(config.data());
    try {
      return assemble(config, folder, clock, killPoints);
    } catch (RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  private static Node assemble(
      NodeConfig config, DataFolder folder, Clock clock, KillPoints killPoints) {
    var chance = new SecureRandom();
    var ending = new Ending();
    var metrics = new NodeMetrics();
    var port = new AtomicInteger(config.port());
    var chosen = ChosenGenesis.of(config, folder, clock, chance);
    Genesis genesis = chosen.genesis();

    var application = LedgerApplication.open(folder, genesis, chosen.text(), killPoints);
    metrics.watchHeight(() -> application.head().height());
    var sequencer =
        SoloSequencer.start(
            genesis.chainId(),
            application,
            clock::millis,
            poolLimits(genesis.limits()),
            metrics.rounds(),
            ending::halt);

    var publicUrls = new PublicUrls(config.publicUrls(), port::get);
    var loggedOut = LoggedOut.open(config.data().resolve(LOGGED_OUT), clock);
    var sessions = new Sessions(genesis.chainId(), publicUrls, loggedOut, clock, chance);
    var budget = new AddressBudget(rateLimits(genesis.limits()), metrics);
    var chain =
        new ChainState(genesis.chainId(), application::head, () -> !ending.isHalted(), clock);
    var catalogue = new ActionCatalogue();
    List<ServedMethod> methods =
        MethodTable.of(
            genesis,
            application,
            sequencer,
            catalogue,
            chain,
            sessions,
            publicUrls,
            budget,
            metrics,
            largeAnswers(),
            chance);
    byte[] document = OpenRpc.document(methods, catalogue, Version.PROGRAM);
    var server =
        NodeServer.create(
            config.listenAddress(),
            config.port(),
            new Dispatcher(methods, metrics),
            new HealthRoute(chain::health),
            () -> document,
            metrics::scrape);
    return new Node(
        config, genesis, folder, application, loggedOut, sequencer, server, port, ending);
  }

  /// Opens the port and answers from now on.
  ///
  /// @throws PortRefused if the port could not be bound; the node is then still to be closed
  public Node start() {
    OperatorLog.starting(config.data(), genesis.chainId(), application.head().height());
    server.start();
    if (server.port() <= 0) { // the library only logs it
      throw new PortRefused(config.port());
    }
    port.set(server.port());
    OperatorLog.ready(url().toString());
    return this;
  }

  /// Where it answers on this machine.
  public URI url() {
    return URI.create("http://localhost:" + port.get());
  }

  /// What its network started from.
  public Genesis genesis() {
    return genesis;
  }

  /// How it is run.
  public NodeConfig config() {
    return config;
  }

  /// Waits until the node was closed, or halted itself because it met a bug. True if it halted.
  public boolean awaitEnd() throws InterruptedException {
    ending.await();
    return ending.isHalted();
  }

  /// Closes the port, finishes what was accepted, and leaves the data complete.
  @Override
  public void close() {
    if (!ending.begin()) {
      return;
    }
    OperatorLog.stopping();
    try (folder;
        application;
        loggedOut;
        sequencer) {
      server.stop();
    } finally {
      ending.finish();
    }
    OperatorLog.stopped();
  }

  private static PoolLimits poolLimits(Limits limits) {
    PoolLimits solo = PoolLimits.SOLO;
    long quarter = Runtime.getRuntime().maxMemory() / 4;
    return new PoolLimits(
        solo.perAccount(),
        limits.pendingBytesPerSender(),
        solo.transactions(),
        Math.max(limits.pendingBytesPerSender(), Math.min(limits.pendingBytesPerNode(), quarter)),
        solo.blockTransactions(),
        limits.blockBytes());
  }

  /// At least two of the largest contents, one a caller.
  private static LargeAnswers largeAnswers() {
    long most = Math.max(48L << 20, Runtime.getRuntime().maxMemory() / 8);
    return new LargeAnswers(most, most / 2, Duration.ofSeconds(5));
  }

  private static RateLimits rateLimits(Limits limits) {
    return new RateLimits(
        new Rate(
            Math.toIntExact(limits.addressPerSecond()), Math.toIntExact(limits.addressBurst())),
        new Rate(
            Math.toIntExact(limits.probesPerSecond()), Math.toIntExact(limits.probesPerSecond())),
        System::nanoTime);
  }

  /// How a node ends: once, by being closed, or by halting first.
  private static final class Ending {

    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean halted = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    boolean begin() {
      return begun.compareAndSet(false, true);
    }

    void halt(Throwable cause) {
      halted.set(true);
      OperatorLog.halted(cause);
      ended.countDown();
    }

    void finish() {
      ended.countDown();
    }

    boolean isHalted() {
      return halted.get();
    }

    void await() throws InterruptedException {
      ended.await();
    }
  }
}
