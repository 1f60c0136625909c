package dev.idos.protocol.rpc;

import java.io.IOException;

/// A payload went past the limit while it was being read; the rest was not.
public final class PayloadTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  PayloadTooLargeException(int limit) {
    super("the payload is longer than " + limit + " bytes");
  }
}
