package dev.idos.ledger.genesis;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.protocol.InserterId;
import dev.idos.protocol.Require;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.WalletIdentifier;
import java.util.List;

/// What every node of a network was told before block 1.
///
/// @param chainId the network's name, signed into every transaction
/// @param owner the identifier of who keeps the inserters
/// @param timeSeconds the time of block 1
/// @param inserters who may create profiles from the start
/// @param operator who runs a network of one node
/// @param limits the chain parameters that bound what a block may hold
public record Genesis(
    String chainId,
    String owner,
    long timeSeconds,
    List<GenesisInserter> inserters,
    Operator operator,
    Limits limits) {

  public Genesis {
    Require.that(isPlain(chainId), "a chain id is 1 to 64 printable ascii letters");
    Require.that(
        WalletIdentifier.canonicalOf(owner).isPresent(),
        "the owner is a wallet identifier as it travels");
    Require.that(timeSeconds >= 0, "the time of block 1 is in seconds since 1970");
    inserters = List.copyOf(inserters);
    Require.that(
        inserters.stream().map(GenesisInserter::name).distinct().count() == inserters.size(),
        "two inserters have different names");
    Require.that(
        inserters.stream().flatMap(i -> i.canonicalDelegates().stream()).distinct().count()
            == inserters.stream().mapToLong(i -> i.delegates().size()).sum(),
        "a delegate belongs to one inserter");
  }

  /// The id an inserter of this genesis gets.
  public InserterId idOf(GenesisInserter inserter) {
    return inserter.idIn(chainId);
  }

  /// The hash that tells one network from another: a node refuses a folder with another one.
  public Bytes hash() {
    var text = new StringBuilder();
    field(text, "idos genesis 1");
    field(text, chainId);
    field(text, owner);
    field(text, Long.toString(timeSeconds));
    field(text, Integer.toString(inserters.size()));
    for (GenesisInserter inserter : inserters) {
      field(text, inserter.name());
      list(text, inserter.delegates());
    }
    field(text, operator.name());
    field(text, operator.country());
    list(text, operator.urls());
    limits.values().forEach(limit -> field(text, Long.toString(limit)));
    return Sha256.of(Utf8.encode(text.toString()));
  }

  private static void list(StringBuilder text, List<String> values) {
    field(text, Integer.toString(values.size()));
    values.forEach(value -> field(text, value));
  }

  /// Each field carries its length, so that two different lists never run together.
  private static void field(StringBuilder text, String value) {
    text.append(value.length()).append(':').append(value).append('\n');
  }

  private static boolean isPlain(String chainId) {
    return chainId.length() <= 64 && WalletIdentifier.canonicalOf(chainId).isPresent();
  }
}
