package dev.idos.credentials;

import dev.idos.credentials.level.Level;
import dev.idos.credentials.subject.CredentialSubject;
import dev.idos.credentials.subject.FaceIdSubject;
import dev.idos.credentials.subject.KycSubject;
import dev.idos.credentials.text.AbsoluteUri;
import dev.idos.protocol.Require;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A credential before it is signed.
///
/// @param id an absolute URI
/// @param level such as `plus+liveness`, or a text of the issuer's own
/// @param holders whom it is issued to; none leaves the credential unbound, as idOS issues today
public record CredentialDraft(
    String id, String level, CredentialSubject subject, Dates dates, List<HolderId> holders) {

  public CredentialDraft {
    Require.that(AbsoluteUri.matches(id), "a credential id is an absolute URI");
    Require.that(!level.isBlank(), "a credential has a level");
    Require.that(
        !(subject instanceof KycSubject kyc) || isSupported(level, kyc),
        "the level claims no more than the subject holds");
    holders = List.copyOf(holders);
  }

  /// A draft of KYC data whose level is what the data supports.
  public static CredentialDraft kyc(String id, KycSubject subject) {
    return new CredentialDraft(
        id, Level.derive(subject.members()).text(), subject, Dates.NONE, List.of());
  }

  /// A draft of a proof of personhood.
  public static CredentialDraft faceId(String id, FaceIdSubject subject) {
    return new CredentialDraft(id, FaceIdSubject.LEVEL, subject, Dates.NONE, List.of());
  }

  /// The same with another level.
  public CredentialDraft withLevel(String level) {
    return new CredentialDraft(id, level, subject, dates, holders);
  }

  /// The same with dates.
  public CredentialDraft withDates(Dates dates) {
    return new CredentialDraft(id, level, subject, dates, holders);
  }

  /// The same, bound to whom it is issued.
  public CredentialDraft forHolder(HolderId... holders) {
    return new CredentialDraft(id, level, subject, dates, List.of(holders));
  }

  private static boolean isSupported(String level, KycSubject subject) {
    Optional<Level> claimed = Level.parse(level);
    return claimed.isEmpty() || Level.derive(subject.members()).isAtLeast(claimed.get());
  }

  /// When the issuer decided and until when that holds.
  ///
  /// @param issued when the data was collected
  /// @param approvedAt when the issuer approved it
  /// @param expires after which the credential is not valid; none is valid forever
  public record Dates(
      @Nullable Instant issued, @Nullable Instant approvedAt, @Nullable Instant expires) {

    /// No date is given.
    public static final Dates NONE = new Dates(null, null, null);
  }
}
