package dev.idos.demo.issuer;

import java.util.Locale;

/// How far a case is.
public enum CaseState {
  /// The pictures are not all here.
  INCOMPLETE,
  /// Somebody has to look at it.
  WAITING,
  /// Somebody approved it; it is being written. If that was cut off, it can be approved again.
  ISSUING,
  /// The credential is in the person's profile, and our files are deleted.
  ISSUED,
  /// Somebody declined it, and our files are deleted.
  DECLINED,
  /// The credential was issued and taken back.
  REVOKED;

  /// Whether we hold what the person sent.
  boolean holdsMaterial() {
    return this == INCOMPLETE || this == WAITING || this == ISSUING;
  }

  /// The word of the API.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
