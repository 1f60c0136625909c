package dev.idos.credentials;

import dev.idos.credentials.Verification.Reason;
import dev.idos.credentials.proof.Contexts;
import dev.idos.credentials.proof.Ed25519Signature2020;
import dev.idos.credentials.proof.EddsaJcs2022;
import dev.idos.credentials.proof.ProofSuite;
import dev.idos.credentials.proof.RdfHash;
import dev.idos.credentials.proof.UnprovableDocument;
import dev.idos.credentials.text.StrictJson;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the trusted issuer whose proofs a credential carries.
///
/// A proof by any other key, or of another kind, says nothing. But when one proof that claims a
/// trusted key does not hold, the credential was changed, and another that holds cannot save it.
final class ProofCheck {

  private final ProofSuite values = new Ed25519Signature2020(new RdfHash(Contexts.load()));
  private final ProofSuite names = new EddsaJcs2022();

  /// What the proofs show.
  ///
  /// @param issuer whose proofs hold; nobody if there are reasons
  /// @param fieldsBound whether one of them binds the names of the members
  record Outcome(Optional<IssuerDescriptor> issuer, boolean fieldsBound, List<Reason> reasons) {
    Outcome {
      reasons = List.copyOf(reasons);
    }

    private static Outcome refused(Set<Reason> reasons) {
      return new Outcome(Optional.empty(), false, List.copyOf(reasons));
    }
  }

  Outcome check(SignedCredential credential, List<IssuerDescriptor> trusted) {
    JsonObject document = credential.document();
    var reasons = EnumSet.noneOf(Reason.class);
    for (IssuerDescriptor issuer : trusted) {
      List<JsonObject> proofs =
          credential.proofs().stream().filter(proof -> claims(proof, issuer)).toList();
      if (proofs.isEmpty()) {
        continue;
      }
      if (credential.issuer().filter(issuer.controller()::equals).isEmpty()) {
        reasons.add(Reason.ISSUER_MISMATCH);
        continue;
      }
      Set<Reason> broken = broken(document, proofs, issuer);
      if (broken.isEmpty()) {
        return new Outcome(Optional.of(issuer), proofs.stream().anyMatch(names::made), List.of());
      }
      reasons.addAll(broken);
    }
    return Outcome.refused(reasons.isEmpty() ? Set.of(Reason.ISSUER_NOT_TRUSTED) : reasons);
  }

  private boolean claims(JsonObject proof, IssuerDescriptor issuer) {
    return (values.made(proof) || names.made(proof))
        && has(proof, "verificationMethod", issuer.keyId())
        && has(proof, "proofPurpose", "assertionMethod");
  }

  private Set<Reason> broken(
      JsonObject document, List<JsonObject> proofs, IssuerDescriptor issuer) {
    var broken = EnumSet.noneOf(Reason.class);
    for (JsonObject proof : proofs) {
      ProofSuite suite = names.made(proof) ? names : values;
      try {
        if (!suite.verifies(document, proof, issuer.publicKey())) {
          broken.add(suite == names ? Reason.FIELD_BINDING_WRONG : Reason.SIGNATURE_WRONG);
        }
      } catch (UnprovableDocument unreadable) {
        broken.add(Reason.UNREADABLE);
      }
    }
    return broken;
  }

  private static boolean has(JsonObject proof, String member, String text) {
    return StrictJson.text(proof, member).filter(text::equals).isPresent();
  }
}
