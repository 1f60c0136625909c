package dev.idos.sdk;

import java.time.Instant;

/// What a person is asked to sign before leaving: who may write one credential, and who reads it.
///
/// @param consumer who gets the copy, often the issuer itself
/// @param issuerKey the issuer's signing key, in lower-case hex
/// @param lockedUntil until when the copy cannot be taken back; 1970 for no lock
/// @param notBefore from when the paper can be used
/// @param notAfter until when; at most 30 days later
public record WriteGrantTerms(
    String consumer, String issuerKey, Instant lockedUntil, Instant notBefore, Instant notAfter) {}
