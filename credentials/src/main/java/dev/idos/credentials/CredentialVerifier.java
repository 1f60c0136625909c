package dev.idos.credentials;

import dev.idos.credentials.Verification.FieldsUnproven;
import dev.idos.credentials.Verification.Reason;
import dev.idos.credentials.Verification.Refused;
import dev.idos.credentials.Verification.Unproven;
import dev.idos.credentials.Verification.Verified;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Tells whether a credential is genuine, valid now and the holder's, and what it does not prove.
/// Safe for use by many threads; never touches the network.
public final class CredentialVerifier {

  private final InstantSource clock;
  private final ProofCheck proofs = new ProofCheck();

  /// Judges by this clock, with five minutes of tolerance.
  public CredentialVerifier(InstantSource clock) {
    this.clock = clock;
  }

  /// Judges a credential. All reasons to refuse are listed, not only the first.
  public Verification verify(SignedCredential credential, Expectation expected) {
    if (!CredentialRules.isWellFormed(credential.json())) {
      return new Refused(List.of(Reason.MALFORMED));
    }
    ProofCheck.Outcome proven = proofs.check(credential, expected.trustedIssuers());
    var reasons = new ArrayList<Reason>(proven.reasons());
    reasons.addAll(CredentialRules.notValidAt(credential.json(), clock.instant()));
    reasons.addAll(CredentialRules.notHeldBy(credential, expected.holders()));
    expected.notes().map(CredentialRules::notApproved).ifPresent(reasons::addAll);
    if (proven.issuer().isEmpty() || !reasons.isEmpty()) {
      return new Refused(reasons);
    }
    Set<Unproven> unproven = unproven(credential, expected, proven.fieldsBound());
    IssuerDescriptor issuer = proven.issuer().get();
    return proven.fieldsBound()
        ? new Verified(issuer, unproven)
        : new FieldsUnproven(issuer, unproven);
  }

  private static Set<Unproven> unproven(
      SignedCredential credential, Expectation expected, boolean fieldsBound) {
    var unproven = EnumSet.noneOf(Unproven.class);
    if (!fieldsBound) {
      unproven.add(Unproven.FIELD_NAMES);
    }
    if (expected.holders().isEmpty()) {
      unproven.add(Unproven.HOLDER);
    }
    if (credential.date("expirationDate").isEmpty()) {
      unproven.add(Unproven.EXPIRY);
    }
    if (expected.notes().isEmpty()) {
      unproven.add(Unproven.STATUS);
    }
    return unproven;
  }
}
