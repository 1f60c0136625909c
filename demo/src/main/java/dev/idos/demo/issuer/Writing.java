package dev.idos.demo.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.credentials.CredentialDraft;
import dev.idos.credentials.CredentialIssuer;
import dev.idos.credentials.HolderId;
import dev.idos.credentials.IssuerDescriptor;
import dev.idos.credentials.PublicNotes;
import dev.idos.credentials.subject.FaceIdSubject;
import dev.idos.credentials.subject.KycMember;
import dev.idos.credentials.subject.KycSubject;
import dev.idos.protocol.Refusal;
import dev.idos.sdk.CredentialContent;
import dev.idos.sdk.IssuerClient;
import dev.idos.sdk.WriteGrant;
import dev.idos.sdk.net.IdosException.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Acme's pen: signs credentials and writes them into profiles.
final class Writing {

  /// Where Acme would publish its keys. It does not change with the port of a demo, so credentials
  /// stay verifiable.
  static final String HOME = "https://acme-kyc.example/idos";

  /// How people know it.
  static final String NAME = "Acme KYC";

  private static final Duration GOOD_FOR = Duration.ofDays(365);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final IssuerClient issuer;
  private final CredentialIssuer signer;
  private final InstantSource clock;

  Writing(IssuerClient issuer, InstantSource clock) {
    this.issuer = issuer;
    this.signer = issuer.keys().credentialIssuer(HOME, clock);
    this.clock = clock;
  }

  IssuerDescriptor descriptor() {
    return signer.descriptor();
  }

  /// The subject that data and pictures make.
  ///
  /// @throws IllegalArgumentException naming every member that is missing or wrong
  static KycSubject subject(
      Map<String, String> data, Picture.Taken document, Picture.Taken selfie) {
    return KycSubject.builder("uuid:" + UUID.randomUUID())
        .texts(data)
        .file(KycMember.ID_DOCUMENT_FRONT_FILE, document.content())
        .file(KycMember.SELFIE_FILE, selfie.content())
        .build();
  }

  /// The notes of everything a case will issue, made before anything is written: they are what it
  /// can be revoked by.
  List<String> prepare(CaseMaterial material, KycSubject subject) {
    var notes = new ArrayList<String>();
    notes.add(notes("kyc", CredentialDraft.kyc("uuid:" + UUID.randomUUID(), subject).level()));
    if (material.human().isPresent()) {
      notes.add(notes("human", FaceIdSubject.LEVEL));
    }
    return notes;
  }

  /// Writes what was prepared. What an earlier attempt has written already is not written twice:
  /// a paper works once.
  void write(CaseMaterial material, KycSubject subject, List<String> notes) {
    var kyc = CredentialDraft.kyc("uuid:" + UUID.randomUUID(), subject);
    writeOnce(material.kyc(), kyc, notes.getFirst());
    material
        .human()
        .ifPresent(
            grant -> {
              var human = new FaceIdSubject(UUID.randomUUID().toString());
              writeOnce(
                  grant,
                  CredentialDraft.faceId("uuid:" + UUID.randomUUID(), human),
                  notes.getLast());
            });
  }

  /// Gives back the copies that the person's papers made for Acme.
  int giveCopiesBack(WriteGrant grant) {
    var reader = issuer.asConsumer();
    var granted = reader.grantedBy(grant.profile());
    granted.forEach(entry -> reader.rescind(entry.dataId()));
    return granted.size();
  }

  void revoke(List<String> notes) {
    notes.stream().flatMap(text -> PublicNotes.parse(text).stream()).forEach(issuer::revoke);
  }

  private void writeOnce(WriteGrant grant, CredentialDraft draft, String notes) {
    var now = clock.instant();
    var dated =
        draft
            .forHolder(holder(grant), new HolderId.Profile(grant.profile()))
            .withDates(new CredentialDraft.Dates(now, now, now.plus(GOOD_FOR)));
    var content = CredentialContent.of(signer.issue(dated), PublicNotes.parse(notes).orElseThrow());
    try {
      issuer.write(grant, content);
    } catch (Refused no) {
      if (!no.refusal().is(Refusal.DWG_CONSUMED)) {
        throw no;
      }
    }
  }

  private static HolderId holder(WriteGrant grant) {
    var wallet = grant.ownerKey();
    return new HolderId.Wallet(wallet.walletType(), wallet.address());
  }

  private String notes(String type, String level) {
    Instant ends = clock.instant().plus(GOOD_FOR);
    try {
      JsonNode json =
          MAPPER.readTree(PublicNotes.approved(UUID.randomUUID(), type, level, NAME).text());
      return ((ObjectNode) json).put("expirationDate", ends.toString()).toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
