package dev.idos.cli.demo;

import dev.idos.sdk.SharedCopy;
import java.time.Instant;

/// Where the second chapter ends: a company with a locked copy.
record Shared(Company locked, SharedCopy copy, Instant lockedUntil) {}
