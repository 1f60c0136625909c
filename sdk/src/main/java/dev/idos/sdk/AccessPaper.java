package dev.idos.sdk;

import dev.idos.protocol.CredentialId;

/// A delegated access grant: a paper by which a grantee may let itself be granted an existing
/// copy.
///
/// @param owner the identifier of the wallet that signed
/// @param dataId the copy
public record AccessPaper(
    String owner,
    String grantee,
    CredentialId dataId,
    long lockedUntil,
    String contentHash,
    String signature) {}
