package dev.idos.cli;

/// The command was called in a way that cannot work; the message says how it can.
final class WrongUse extends Exception {

  WrongUse(String message) {
    super(message);
  }
}
