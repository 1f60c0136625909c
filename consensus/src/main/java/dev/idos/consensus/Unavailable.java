package dev.idos.consensus;

/// The world's fault: a full disk, a stopping node. Nothing was decided about the request.
public final class Unavailable extends RuntimeException {

  private final boolean worthRetrying;

  private Unavailable(String what, boolean worthRetrying) {
    super(what);
    this.worthRetrying = worthRetrying;
  }

  private Unavailable(String what, Throwable cause) {
    super(what, cause);
    this.worthRetrying = true;
  }

  /// The same request may succeed here in a moment.
  public static Unavailable tryAgain(String what) {
    return new Unavailable(what, true);
  }

  /// The same request may succeed here once the cause is gone.
  public static Unavailable tryAgain(String what, Throwable cause) {
    return new Unavailable(what, cause);
  }

  /// The same request will not succeed here: ask another node.
  public static Unavailable elsewhere(String what) {
    return new Unavailable(what, false);
  }

  /// Whether asking the same node again makes sense.
  public boolean isWorthRetrying() {
    return worthRetrying;
  }
}
