package dev.idos.node.storage;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Require;

/// Which network a folder belongs to.
///
/// @param id the chain id
/// @param genesisHash what tells two networks with the same id apart
/// @param genesisFile the genesis file's text, of which the folder keeps a copy
public record Chain(String id, Bytes genesisHash, String genesisFile) {
  public Chain {
    Require.that(genesisHash.length() == 32, "a genesis hash is 32 bytes");
  }
}
