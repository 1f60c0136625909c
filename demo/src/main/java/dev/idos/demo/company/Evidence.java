package dev.idos.demo.company;

import dev.idos.credentials.Verification;
import dev.idos.credentials.Verification.FieldsUnproven;
import dev.idos.credentials.Verification.Reason;
import dev.idos.credentials.Verification.Refused;
import dev.idos.credentials.Verification.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One thing a compliance officer asks, and what the check of it gave.
///
/// @param question such as "Issued by"
/// @param words the finding in one sentence
record Evidence(String question, Finding finding, String words) {

  /// What came out of a check.
  enum Finding {
    HOLDS,
    FAILS,
    NOT_PROVEN
  }

  private record Check(String question, Set<Reason> against, String good) {}

  private static final List<Check> CHECKS =
      List.of(
          new Check(
              "Integrity",
              Set.of(
                  Reason.MALFORMED,
                  Reason.UNREADABLE,
                  Reason.SIGNATURE_WRONG,
                  Reason.FIELD_BINDING_WRONG),
              "every field is as the issuer signed it"),
          new Check(
              "Holder",
              Set.of(Reason.HOLDER_MISMATCH, Reason.HOLDER_NOT_NAMED),
              "issued to the wallet that signed at our door"),
          new Check(
              "Status",
              Set.of(Reason.REVOKED, Reason.NOT_APPROVED),
              "the issuer says it is approved, as of now"),
          new Check("Dates", Set.of(Reason.EXPIRED, Reason.NOT_YET_VALID), "valid today"));
  private static final Set<Reason> AGAINST_ISSUER =
      Set.of(Reason.ISSUER_NOT_TRUSTED, Reason.ISSUER_MISMATCH);

  /// The findings of a verification, the issuer first.
  static List<Evidence> of(Verification verification, Terms terms) {
    return switch (verification) {
      case Verified verified -> holding(nameOf(verified.issuer().controller(), terms));
      case FieldsUnproven half -> {
        var evidence = holding(nameOf(half.issuer().controller(), terms));
        evidence.set(
            1,
            new Evidence(
                "Integrity",
                Finding.NOT_PROVEN,
                "the values are the issuer's, but not under which name each stands"));
        yield evidence;
      }
      case Refused refused -> against(refused.reasons());
    };
  }

  private static List<Evidence> holding(String issuer) {
    var evidence = new ArrayList<Evidence>();
    evidence.add(new Evidence("Issuer", Finding.HOLDS, "signed by " + issuer));
    CHECKS.forEach(
        check -> evidence.add(new Evidence(check.question(), Finding.HOLDS, check.good())));
    return evidence;
  }

  private static List<Evidence> against(List<Reason> reasons) {
    var evidence = new ArrayList<Evidence>();
    var issuer = words(reasons, AGAINST_ISSUER);
    boolean issuerHolds = issuer.isEmpty() && !reasons.contains(Reason.MALFORMED);
    evidence.add(
        new Evidence(
            "Issuer",
            issuerHolds ? Finding.HOLDS : Finding.FAILS,
            issuerHolds ? "signed by an issuer we trust" : "no issuer we trust signed it"));
    for (Check check : CHECKS) {
      var words = words(reasons, check.against());
      var finding =
          !words.isEmpty() ? Finding.FAILS : issuerHolds ? Finding.HOLDS : Finding.NOT_PROVEN;
      evidence.add(
          new Evidence(
              check.question(),
              finding,
              switch (finding) {
                case FAILS -> words;
                case HOLDS -> check.good();
                case NOT_PROVEN -> "means nothing without a trusted issuer";
              }));
    }
    return evidence;
  }

  private static String words(List<Reason> reasons, Set<Reason> kind) {
    return String.join("; ", reasons.stream().filter(kind::contains).map(Reason::meaning).toList());
  }

  private static String nameOf(String controller, Terms terms) {
    return terms.trusted().stream()
        .filter(issuer -> issuer.descriptor().controller().equals(controller))
        .map(TrustedIssuer::name)
        .findFirst()
        .orElse(controller);
  }
}
