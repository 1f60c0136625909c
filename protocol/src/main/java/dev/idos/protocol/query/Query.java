package dev.idos.protocol.query;

/// Everything a caller may ask the network to tell.
public sealed interface Query
    permits AccessGrantQuery, AttributeQuery, CredentialQuery, EconomyQuery, ProfileQuery {}
