package dev.idos.protocol;

/// Bytes or JSON that are not what the protocol says. The message is for the sender: it names the
/// place and the expectation, never the content.
public final class MalformedException extends Exception {

  private static final long serialVersionUID = 1L;

  public MalformedException(String expectation) {
    super(expectation, null, false, false); // no stack trace: a stranger's mistake, not ours
  }

  /// The same mistake, seen from one level further out.
  public MalformedException within(String place) {
    return new MalformedException(place + ": " + text());
  }

  /// What was expected, in words of the wire.
  public String text() {
    return String.valueOf(getMessage());
  }
}
