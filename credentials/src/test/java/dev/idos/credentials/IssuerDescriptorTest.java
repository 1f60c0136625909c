package dev.idos.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.credentials.proof.Multikey;
import dev.idos.crypto.Base58;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.SecretBytes;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The three ways in which consumers write down whom they trust.
class IssuerDescriptorTest {

  private static final IssuerDescriptor ACME = People.ACME.descriptor();
  private static final String KEY = ACME.publicKeyMultibase();

  @Test
  void a_key_object_is_read_with_and_without_its_type() {
    String members =
        "\"id\":\"https://acme.example/keys/1\",\"controller\":\"https://acme.example/issuers/1\","
            + "\"publicKeyMultibase\":\""
            + KEY
            + "\"}";
    assertThat(IssuerDescriptor.parse("{" + members)).contains(ACME);
    assertThat(IssuerDescriptor.parse("{\"type\":\"Ed25519VerificationKey2020\"," + members))
        .contains(ACME);
  }

  @Test
  void a_base_address_names_the_first_key_and_issuer() {
    assertThat(
            IssuerDescriptor.parse(
                "{\"issuer\":\"https://acme.example\",\"publicKeyMultibase\":\"" + KEY + "\"}"))
        .contains(ACME);
  }

  @Test
  void anything_else_is_nothing() {
    assertThat(
            List.of(
                "",
                "{}",
                "{\"issuer\":\"https://acme.example\"}",
                "{\"issuer\":\"acme\",\"publicKeyMultibase\":\"" + KEY + "\"}",
                "{\"issuer\":\"https://acme.example\",\"publicKeyMultibase\":\"z6Mk\"}",
                "{\"issuer\":\"https://acme.example\",\"publicKeyMultibase\":5}",
                "{\"id\":\"https://acme.example/keys/1\",\"publicKeyMultibase\":\"" + KEY + "\"}"))
        .allSatisfy(json -> assertThat(IssuerDescriptor.parse(json)).as(json).isEmpty());
  }

  @Test
  void a_secret_key_of_other_tools_signs() {
    SecretBytes seed = InsecureTestKeys.seed(1);
    Bytes secret = Bytes.concat(Bytes.copyOf(seed.exposeSecret()), Ed25519.publicKey(seed));
    String text = "z" + Base58.encode(Bytes.concat(Bytes.of(0x80, 0x26), secret));
    assertThat(CredentialIssuer.seedOf(text).matches(seed)).isTrue();
    assertThat(Multikey.seed(KEY)).isEmpty();
    assertThat(Multikey.publicKey(text)).isEmpty();
  }

  @Test
  void a_seed_of_another_key_does_not_sign_for_the_issuer() {
    assertThatThrownBy(
            () -> new CredentialIssuer(ACME, InsecureTestKeys.seed(2), InstantSource.system()))
        .hasMessage("the seed belongs to the published key");
  }
}
