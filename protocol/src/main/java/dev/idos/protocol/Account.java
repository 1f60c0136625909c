package dev.idos.protocol;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.KeyType;

/// Whose nonces are counted together: a key type and the identifier bytes (`wire.md` §3).
public record Account(KeyType keyType, Bytes identifier) {}
