package dev.idos.credentials;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a consumer may conclude from a credential.
public sealed interface Verification {

  /// Genuine, with every member under the name the issuer gave it.
  ///
  /// @param issuer the trusted issuer whose proof it is
  /// @param unproven what the credential nevertheless does not prove
  record Verified(IssuerDescriptor issuer, Set<Unproven> unproven) implements Verification {
    public Verified {
      unproven = ordered(unproven);
    }
  }

  /// The values are the issuer's, but not under which name each stands: `firstName` may have been
  /// `familyName`, and a date of birth the expiry of a document. This is all that the proofs issued
  /// elsewhere today can show; do not rely on single members without comparing the whole plaintext
  /// with a hash from the issuer.
  ///
  /// @param issuer the trusted issuer whose proof it is
  /// @param unproven what the credential does not prove, [Unproven#FIELD_NAMES] among it
  record FieldsUnproven(IssuerDescriptor issuer, Set<Unproven> unproven) implements Verification {
    public FieldsUnproven {
      unproven = ordered(unproven);
    }
  }

  /// Not to be relied on.
  ///
  /// @param reasons all that was found, at least one
  record Refused(List<Reason> reasons) implements Verification {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /// Something a genuine credential does not prove.
  enum Unproven {
    FIELD_NAMES("no proof binds the names of the members"),
    HOLDER("nothing was checked about whom the credential was issued to"),
    EXPIRY("the credential has no expiration date"),
    STATUS("no status from the issuer's public notes was checked");

    private final String meaning;

    Unproven(String meaning) {
      this.meaning = meaning;
    }

    /// One sentence for whoever has to decide.
    public String meaning() {
      return meaning;
    }
  }

  /// Why a credential is refused.
  enum Reason {
    MALFORMED("it is not a verifiable credential of W3C version 1"),
    UNREADABLE("it has contexts, members or texts that no proof can cover"),
    ISSUER_NOT_TRUSTED("no proof is by a trusted issuer's key"),
    ISSUER_MISMATCH("it names another issuer than the key belongs to"),
    SIGNATURE_WRONG("the issuer's signature does not match the values"),
    FIELD_BINDING_WRONG("the issuer's signature does not match the names of the members"),
    EXPIRED("its expiration date has passed"),
    NOT_YET_VALID("it is dated in the future"),
    HOLDER_NOT_NAMED("it is not bound to a holder"),
    HOLDER_MISMATCH("it was issued to somebody else"),
    REVOKED("the issuer has revoked it"),
    NOT_APPROVED("the issuer's notes do not say that it is approved");

    private final String meaning;

    Reason(String meaning) {
      this.meaning = meaning;
    }

    /// One sentence for whoever has to decide.
    public String meaning() {
      return meaning;
    }
  }

  private static Set<Unproven> ordered(Set<Unproven> unproven) {
    var ordered = EnumSet.noneOf(Unproven.class);
    ordered.addAll(unproven);
    return Collections.unmodifiableSet(ordered);
  }
}
