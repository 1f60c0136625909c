package dev.idos.protocol;

/// A refusal as it happened: the permanent reason, and the words of the wire.
public record Refused(Refusal reason, String text) {}
