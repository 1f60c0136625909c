package dev.idos.protocol;

/// A bug: what the code says cannot happen has happened. In consensus it halts the node, because a
/// halted node is safer than a wrong one.
public final class ImpossibleState extends RuntimeException {

  public ImpossibleState(String expectation) {
    super(expectation);
  }

  public ImpossibleState(String expectation, Throwable cause) {
    super(expectation, cause);
  }
}
