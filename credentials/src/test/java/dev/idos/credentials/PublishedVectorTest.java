package dev.idos.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.credentials.CredentialDraft.Dates;
import dev.idos.credentials.subject.FaceIdSubject;
import dev.idos.crypto.SecretBytes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The credential of `credentials.md` §6, signed by the libraries idOS uses.
class PublishedVectorTest {

  @Test
  void the_proof_of_the_published_credential_is_made_again() {
    var seed = new byte[32];
    Arrays.fill(seed, (byte) 7);
    var issuer =
        CredentialIssuer.at(
            "https://vc-issuers.example/idos",
            SecretBytes.copyOf(seed),
            InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
    SignedCredential credential =
        issuer.issue(
            CredentialDraft.faceId(
                    "https://vc-issuers.example/idos/credentials/1",
                    new FaceIdSubject("0f8fad5b-d9cb-469f-a165-70867728950e"))
                .withDates(
                    new Dates(
                        Instant.parse("2022-01-01T00:00:00Z"),
                        Instant.parse("2022-01-01T00:00:00Z"),
                        Instant.parse("2030-01-01T00:00:00Z"))));
    assertThat(credential.proofs().getFirst().getString("proofValue"))
        .isEqualTo(
            "z3VtjrpGkioTrxRgpEWHKH7c12XXa7VPy5vhD1reZJWq32NmBjGAzEjvqfGJH6eYNvGNaXw6RTqVdfpg25LZhx4Wu");
  }
}
