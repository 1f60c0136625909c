package dev.idos.credentials;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a consumer demands of a credential.
///
/// @param trustedIssuers tried in order; an empty list trusts nobody
/// @param holders whom it must be bound to, every one of them; empty to leave that unchecked
/// @param notes the public notes of the original row, for its status; empty to leave it unchecked
public record Expectation(
    List<IssuerDescriptor> trustedIssuers, Set<HolderId> holders, Optional<PublicNotes> notes) {

  public Expectation {
    trustedIssuers = List.copyOf(trustedIssuers);
    holders = Set.copyOf(holders);
  }

  /// Demands a proof by one of these issuers and nothing else.
  public static Expectation ofIssuers(IssuerDescriptor... trustedIssuers) {
    return new Expectation(List.of(trustedIssuers), Set.of(), Optional.empty());
  }

  /// The same, issued to whom the consumer is dealing with.
  public Expectation heldBy(HolderId... holders) {
    return new Expectation(trustedIssuers, Set.of(holders), notes);
  }

  /// The same, with a status that says it is approved.
  public Expectation withNotes(PublicNotes notes) {
    return new Expectation(trustedIssuers, holders, Optional.of(notes));
  }
}
