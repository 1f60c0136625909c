package dev.idos.demo;

import dev.idos.sdk.IssuerKeys;
import dev.idos.sdk.Wallet;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What the demo needs.
///
/// @param node the node that companies and pages use
/// @param data a folder for keys, cases and accounts
/// @param apps the folder with the built apps: `dashboard`, `enclave`, `demo`, each with its `dist`
/// @param acme the keys of a registered issuer
/// @param cardLock for how long the card company asks people to lock access
/// @param networkOwner who may register names; without one, no company's name is verified
public record DemoConfig(
    URI node,
    Path data,
    Path apps,
    IssuerKeys acme,
    Duration cardLock,
    Optional<Wallet> networkOwner,
    DemoPorts ports) {

  /// The lock of the card company: long enough to be seen, short enough to wait for.
  public static final Duration CARD_LOCK = Duration.ofMinutes(10);
}
