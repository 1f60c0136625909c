package dev.idos.demo;

import dev.idos.sdk.Connected;
import dev.idos.sdk.Wallet;
import java.util.List;

/// Gives a company a name that people's enclaves show as verified.
final class Naming {

  private Naming() {}

  /// Registers a key under a name, unless the network knows the key already.
  static void register(Connected network, Wallet owner, String name, String identifier) {
    if (network.parties(List.of(identifier)).isEmpty()) {
      var registrar = network.registrar(owner);
      registrar.addDelegate(registrar.register(name), identifier);
    }
  }
}
