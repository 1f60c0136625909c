package dev.idos.ledger.credentials;

import dev.idos.protocol.CredentialId;

/// That one credential is a copy of another, made for a grantee.
public record SharedCredential(CredentialId original, CredentialId copy) {}
