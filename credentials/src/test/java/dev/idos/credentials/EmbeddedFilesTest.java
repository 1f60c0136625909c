package dev.idos.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.credentials.Verification.Verified;
import dev.idos.credentials.subject.KycMember;
import dev.idos.crypto.Bytes;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The files are part of the credential, as large as people take pictures.
class EmbeddedFilesTest {

  @Test
  void a_document_of_10_mib_and_a_selfie_of_2_mib_come_back_as_they_were() {
    Bytes document = picture(10 << 20);
    Bytes selfie = picture(2 << 20);
    SignedCredential issued =
        People.ACME.issue(
            CredentialDraft.kyc(
                "https://acme.example/credentials/3",
                People.alice()
                    .file(KycMember.ID_DOCUMENT_FRONT_FILE, document)
                    .file(KycMember.SELFIE_FILE, selfie)
                    .build()));
    SignedCredential read = SignedCredential.parse(issued.toBytes()).orElseThrow();
    var verifier = new CredentialVerifier(InstantSource.fixed(People.ISSUED));
    assertThat(verifier.verify(read, Expectation.ofIssuers(People.ACME.descriptor())))
        .isInstanceOf(Verified.class);
    assertThat(read.file("idDocumentFrontFile")).contains(document);
    assertThat(read.file("selfieFile")).contains(selfie);
  }

  private static Bytes picture(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Bytes.ofUnshared(bytes);
  }
}
