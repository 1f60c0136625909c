package dev.idos.ledger.genesis;

import dev.idos.protocol.Require;
import java.util.List;

/// Who runs a node, for people.
///
/// @param name the organisation
/// @param country its country, two letters; empty when it is nobody's business
/// @param urls where its node answers
public record Operator(String name, String country, List<String> urls) {

  /// The operator of a network that somebody tries out.
  public static final Operator LOCAL = new Operator("local", "", List.of());

  public Operator {
    Require.that(!name.isBlank() && name.length() <= 128, "an operator has a name");
    Require.that(country.isEmpty() || country.length() == 2, "a country has two letters");
    urls = List.copyOf(urls);
  }
}
