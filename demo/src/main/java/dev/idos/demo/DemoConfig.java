package dev.idos.demo;

import dev.idos.sdk.IssuerKeys;
import dev.idos.sdk.Wallet;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What the demo needs.
///
/// @param node the node that companies and pages use
/// @param data a folder for keys, cases and accounts
/// @param apps the folder with the built apps: `dashboard`, `enclave`, `demo`, each with its `dist`
/// @param acme the keys of a registered issuer
/// @param networkOwner who may register names; without one, no company's name is verified
public record DemoConfig(
    URI node,
    Path data,
    Path apps,
    IssuerKeys acme,
    Optional<Wallet> networkOwner,
    DemoPorts ports) {}
