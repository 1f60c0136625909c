package dev.idos.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.credentials.CredentialDraft.Dates;
import dev.idos.credentials.Verification.FieldsUnproven;
import dev.idos.credentials.Verification.Verified;
import dev.idos.credentials.proof.Contexts;
import dev.idos.credentials.proof.RdfHash;
import dev.idos.credentials.subject.FaceIdSubject;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.CredentialSignatures;
import dev.idos.crypto.SecretBytes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// The credential of `vectors/credentials.json`, signed by the libraries idOS uses.
class PublishedVectorTest {

  private static final JsonObject VECTOR = Vectors.object("proof");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse(VECTOR.getString("created")));
  private static final IssuerDescriptor ISSUER =
      IssuerDescriptor.parse(VECTOR.getJsonObject("issuer").toString()).orElseThrow();

  @Test
  void the_same_draft_gives_the_same_document_and_both_proofs() {
    SignedCredential issued = issue();
    assertThat(issued.document()).isEqualTo(VECTOR.getJsonObject("document"));
    assertThat(issued.proofs())
        .extracting(proof -> proof.getString("proofValue"))
        .containsExactly(
            VECTOR.getString("ed25519Signature2020"), VECTOR.getString("eddsaJcs2022"));
  }

  @Test
  void the_members_stand_in_the_order_issuers_write_them() {
    assertThat(issue().json().keySet())
        .containsExactly(
            "@context",
            "type",
            "issuer",
            "id",
            "level",
            "issued",
            "approvedAt",
            "expirationDate",
            "credentialSubject",
            "issuanceDate",
            "proof");
  }

  @Test
  void the_published_hashes_are_found() throws Exception {
    var rdf = new RdfHash(Contexts.load());
    JsonObject document = VECTOR.getJsonObject("document");
    JsonObject options =
        Json.createObjectBuilder()
            .add("@context", document.get("@context"))
            .add("type", "Ed25519Signature2020")
            .add("created", VECTOR.getString("created"))
            .add("verificationMethod", ISSUER.keyId())
            .add("proofPurpose", "assertionMethod")
            .build();
    assertThat(rdf.of(document).hex()).isEqualTo(VECTOR.getString("documentHash"));
    assertThat(rdf.of(options).hex()).isEqualTo(VECTOR.getString("proofHash"));
  }

  @Test
  void the_key_is_written_as_published() {
    assertThat(ISSUER.publicKey().hex()).isEqualTo(VECTOR.getString("publicKey"));
    assertThat(ISSUER.publicKeyMultibase())
        .isEqualTo(VECTOR.getJsonObject("issuer").getString("publicKeyMultibase"));
  }

  @Test
  void with_the_first_proof_alone_the_fields_are_unproven() {
    SignedCredential issued = issue();
    JsonObject stock =
        Json.createObjectBuilder(issued.document())
            .add("proof", issued.proofs().getFirst())
            .build();
    var verifier = new CredentialVerifier(CLOCK);
    Expectation expected = Expectation.ofIssuers(ISSUER);
    assertThat(verifier.verify(issued, expected)).isInstanceOf(Verified.class);
    assertThat(verifier.verify(new SignedCredential(stock), expected))
        .isInstanceOf(FieldsUnproven.class);
  }

  @Test
  void both_signatures_of_a_row_are_the_published_ones() {
    for (JsonObject row : Vectors.list("rows").getValuesAs(JsonObject.class)) {
      assertThat(
              CredentialSignatures.sign(
                  SecretBytes.copyOf(Bytes.ofHex(row.getString("seed")).toArray()),
                  row.getString("notes"),
                  Bytes.ofBase64(row.getString("content"))))
          .isEqualTo(
              new CredentialSignatures(
                  row.getString("issuerKey"),
                  row.getString("notesSignature"),
                  row.getString("broaderSignature")));
    }
  }

  private static SignedCredential issue() {
    SecretBytes seed = SecretBytes.copyOf(Bytes.ofHex(VECTOR.getString("seed")).toArray());
    Instant decided = Instant.parse("2022-01-01T00:00:00Z");
    return new CredentialIssuer(ISSUER, seed, CLOCK)
        .issue(
            CredentialDraft.faceId(
                    "https://vc-issuers.example/idos/credentials/1",
                    new FaceIdSubject("0f8fad5b-d9cb-469f-a165-70867728950e"))
                .withDates(new Dates(decided, decided, Instant.parse("2030-01-01T00:00:00Z"))));
  }
}
