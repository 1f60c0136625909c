package dev.idos.sdk;

import dev.idos.protocol.UserId;
import dev.idos.protocol.WriteGrantId;

/// A delegated write grant: the paper a person signed, with the statement of the key to encrypt
/// to. Whoever holds it may write once, so it is handed to the issuer only.
///
/// @param owner the identifier of the wallet that signed
/// @param consumer who gets the copy
/// @param timelock until when the copy is locked, as the paper writes it
/// @param profile the profile to write into
/// @param ownerKey the key to encrypt to, stated by the same wallet
public record WriteGrant(
    String owner,
    String consumer,
    String issuerKey,
    WriteGrantId id,
    String timelock,
    String notBefore,
    String notAfter,
    String signature,
    UserId profile,
    KeyStatement ownerKey) {}
