package dev.idos.ledger.writegrants;

import dev.idos.crypto.Bytes;

/// That a paper was used. It stays for ever, and says nothing about whose it was.
///
/// @param key the hash of what the paper means, without any signature
public record ConsumedPaper(Bytes key) {}
