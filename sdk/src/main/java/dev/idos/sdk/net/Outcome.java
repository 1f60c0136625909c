package dev.idos.sdk.net;

import java.util.function.Supplier;

/// What came of a call, as a value: for code that would rather switch than catch.
public sealed interface Outcome<T> {

  record Done<T>(T value) implements Outcome<T> {}

  record Refused<T>(NodeRefusal refusal) implements Outcome<T> {}

  record Unavailable<T>(IdosException.Retry retry, String message) implements Outcome<T> {}

  record Distrusted<T>(IdosException.Doubt doubt) implements Outcome<T> {}

  /// Runs a call and tells what came of it.
  static <T> Outcome<T> of(Supplier<T> call) {
    try {
      return new Done<>(call.get());
    } catch (IdosException failed) {
      return switch (failed) {
        case IdosException.Refused no -> new Refused<>(no.refusal());
        case IdosException.Unavailable none -> new Unavailable<>(none.retry(), none.toString());
        case IdosException.Distrusted lie -> new Distrusted<>(lie.doubt());
      };
    }
  }
}
