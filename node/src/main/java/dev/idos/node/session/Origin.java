package dev.idos.node.session;

import java.util.Optional;

/// Which website a request comes from. No `Origin` header is an origin of its own (programs);
/// `Origin: null` (a sandboxed frame, a file) is none and has no sessions.
public sealed interface Origin {

  /// A website, or a program when the text is empty.
  record Known(String text) implements Origin {}

  /// A page that hides where it comes from.
  record Opaque() implements Origin {}

  Known NONE = new Known("");

  static Origin of(Optional<String> header) {
    return header
        .<Origin>map(text -> "null".equals(text) ? new Opaque() : new Known(text))
        .orElse(NONE);
  }
}
