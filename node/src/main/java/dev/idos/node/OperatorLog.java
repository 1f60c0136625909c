package dev.idos.node;

import dev.idos.consensus.Unavailable;
import dev.idos.protocol.rpc.RpcMethod;
import java.nio.file.Path;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Every line this program writes for the people who run it, and what to do about it. Identifiers
/// are shortened; contents, keys and tokens never come here.
public final class OperatorLog {

  private static final Logger LOG = LoggerFactory.getLogger("idos");
  private static final int MOST_FRAMES = 12;

  private OperatorLog() {}

  /// Sends what libraries log to the same place; once a process.
  static void gatherLibraries() {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
  }

  static void starting(Path data, String chainId, long height) {
    LOG.info("chain {} at height {}, data in {}", chainId, height, data);
  }

  static void ready(String url) {
    LOG.info("answering at {}", url);
  }

  static void blockNotStored(Unavailable cause) {
    LOG.warn(
        "a block could not be stored, nothing was lost and it is tried again: free space on the"
            + " disk of the data folder ({})",
        cause.getMessage());
  }

  static void stopping() {
    LOG.info("stopping: finishing what was accepted");
  }

  static void stopped() {
    LOG.info("stopped");
  }

  static void halted(Throwable cause) {
    LOG.error(
        "halted, because going on could make this node differ from the others: keep the data"
            + " folder, run idos node verify and report this",
        cause);
  }

  /// A request met a bug. The stack says where; the message stays out, it may quote the request.
  public static void requestFailed(RpcMethod method, RuntimeException bug) {
    LOG.error(
        "a request to {} failed inside this node, please report this: {} at {}",
        method.wireName(),
        bug.getClass().getName(),
        Arrays.stream(bug.getStackTrace()).limit(MOST_FRAMES).toList());
  }
}
