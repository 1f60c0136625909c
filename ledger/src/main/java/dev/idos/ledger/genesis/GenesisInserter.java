package dev.idos.ledger.genesis;

import dev.idos.protocol.InserterId;
import dev.idos.protocol.Require;
import dev.idos.protocol.UuidV5;
import dev.idos.protocol.WalletIdentifier;
import java.util.List;

/// An inserter that exists from block 1.
///
/// @param name how it appears beside what it wrote
/// @param delegates addresses and keys that act for it
public record GenesisInserter(String name, List<String> delegates) {

  public GenesisInserter {
    Require.that(!name.isBlank() && name.length() <= 64, "an inserter has a short name");
    delegates = List.copyOf(delegates);
    Require.that(
        delegates.stream().allMatch(delegate -> WalletIdentifier.canonicalOf(delegate).isPresent()),
        "a delegate is an address or key as it travels");
  }

  /// The delegates in the form they are compared in.
  public List<String> canonicalDelegates() {
    return delegates.stream().flatMap(text -> WalletIdentifier.canonicalOf(text).stream()).toList();
  }

  /// Its id: the same on every node, another on every chain.
  InserterId idIn(String chainId) {
    return new InserterId(UuidV5.of(UuidV5.URL_NAMESPACE, chainId + "/" + name));
  }
}
