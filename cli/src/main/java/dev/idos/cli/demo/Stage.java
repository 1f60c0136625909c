package dev.idos.cli.demo;

import dev.idos.sdk.Connected;
import dev.idos.sdk.IssuerKeys;
import java.security.SecureRandom;

/// What the journey needs: a network, and the keys of an issuer that is registered there.
public record Stage(Connected network, IssuerKeys issuerKeys, SecureRandom random) {}
