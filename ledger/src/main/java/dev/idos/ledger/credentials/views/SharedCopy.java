package dev.idos.ledger.credentials.views;

import dev.idos.ledger.credentials.Credential;

/// A copy beside its original, whose notes its readers see.
record SharedCopy(Credential copy, Credential original) {}
