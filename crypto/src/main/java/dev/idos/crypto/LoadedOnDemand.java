package dev.idos.crypto;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Bouncy Castle for the first checks, and a faster library as soon as it is there.
///
/// Loading one takes a quarter of a second. No caller waits for it, and a short command, which
/// checks a few signatures and ends, never begins it.
final class LoadedOnDemand implements Ed25519Library {

  /// From this check on a faster library pays.
  static final int WORTH_LOADING = 32;

  /// The name of the thread that loads.
  static final String LOADER = "load-ed25519";

  private final Supplier<Ed25519Library> faster;
  private final Executor loader;
  private final AtomicInteger checks = new AtomicInteger();
  private volatile Ed25519Library library = new BouncyEd25519();

  LoadedOnDemand(Supplier<Ed25519Library> faster, Executor loader) {
    this.faster = faster;
    this.loader = loader;
  }

  /// Loads on a thread that keeps no program from ending.
  static LoadedOnDemand inBackground(Supplier<Ed25519Library> faster) {
    return new LoadedOnDemand(
        faster, task -> Thread.ofPlatform().daemon().name(LOADER).start(task));
  }

  @Override
  public boolean isSigned(Bytes publicKey, Bytes message, Bytes signature) {
    if (checks.get() < WORTH_LOADING && checks.incrementAndGet() == WORTH_LOADING) {
      loader.execute(() -> library = faster.get());
    }
    return library.isSigned(publicKey, message, signature);
  }

  /// The library in use now.
  Ed25519Library library() {
    return library;
  }
}
