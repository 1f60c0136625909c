package dev.idos.credentials;

import dev.idos.credentials.CredentialDraft.Dates;
import dev.idos.credentials.subject.FaceIdSubject;
import dev.idos.credentials.subject.KycMember;
import dev.idos.credentials.subject.KycSubject;
import dev.idos.credentials.subject.KycSubjectBuilder;
import dev.idos.credentials.text.StrictJson;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.UserId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// An issuer, a person, and what the one says about the other.
final class People {

  static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant EXPIRES = Instant.parse("2030-01-01T00:00:00Z");
  static final HolderId ALICE = new HolderId.Profile(new UserId(new UUID(1, 1)));
  static final HolderId MALLORY = new HolderId.Profile(new UserId(new UUID(6, 6)));
  static final CredentialIssuer ACME =
      CredentialIssuer.at(
          "https://acme.example", InsecureTestKeys.seed(1), InstantSource.fixed(ISSUED));

  private People() {}

  static KycSubjectBuilder alice() {
    return KycSubject.builder("uuid:0b7c1f2a-8a55-4c0f-9d6a-3c1e5a7b9d11")
        .texts(
            Map.of(
                "firstName", "Alice",
                "familyName", "Smith",
                "gender", "F",
                "dateOfBirth", "1990-01-31",
                "nationality", "DE",
                "email", "alice@mail.example",
                "idDocumentCountry", "FR",
                "idDocumentNumber", "X-1",
                "idDocumentType", "PASSPORT",
                "idDocumentDateOfExpiry", "2031-03-12"))
        .file(KycMember.ID_DOCUMENT_FRONT_FILE, Bytes.of(1, 2, 3))
        .file(KycMember.SELFIE_FILE, Bytes.of(4, 5, 6));
  }

  static KycSubjectBuilder aliceWithAddress() {
    return alice()
        .texts(
            Map.of(
                "residentialAddressStreet", "Main",
                "residentialAddressCity", "Lyon",
                "residentialAddressCountry", "FR",
                "residentialAddressProofCategory", "utility bill"))
        .file(KycMember.ADDRESS_PROOF_FILE, Bytes.of(7));
  }

  static CredentialDraft kycDraft() {
    return CredentialDraft.kyc("https://acme.example/credentials/1", aliceWithAddress().build())
        .withDates(new Dates(ISSUED, ISSUED, EXPIRES))
        .forHolder(ALICE);
  }

  static SignedCredential kyc() {
    return ACME.issue(kycDraft());
  }

  static SignedCredential faceId() {
    return ACME.issue(
        CredentialDraft.faceId(
                "https://acme.example/credentials/2", new FaceIdSubject("face-of-alice"))
            .withDates(new Dates(null, null, EXPIRES)));
  }

  /// The credential with its top-level members changed.
  static SignedCredential changed(
      SignedCredential credential, UnaryOperator<JsonObjectBuilder> change) {
    return new SignedCredential(change.apply(Json.createObjectBuilder(credential.json())).build());
  }

  /// The credential with the members of its subject changed.
  static SignedCredential subjectChanged(
      SignedCredential credential, UnaryOperator<JsonObjectBuilder> change) {
    JsonObject subject = StrictJson.object(credential.json(), "credentialSubject").orElseThrow();
    return changed(
        credential,
        json -> json.add("credentialSubject", change.apply(Json.createObjectBuilder(subject))));
  }

  /// The credential as issuers issue it today: without the proof that binds names.
  static SignedCredential stock(SignedCredential credential) {
    return changed(credential, json -> json.add("proof", credential.proofs().getFirst()));
  }
}
