package dev.idos.systemtests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.credentials.PublicNotes;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Utf8;
import dev.idos.sdk.Connected;
import dev.idos.sdk.CredentialContent;
import dev.idos.sdk.Grantee;
import dev.idos.sdk.IssuerClient;
import dev.idos.sdk.ProfileRequest;
import dev.idos.sdk.UnlockedOwner;
import dev.idos.sdk.Wallet;
import dev.idos.sdk.WriteGrantTerms;
import dev.idos.sdk.net.IdosException.Refused;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The journey of a person, once with every kind of wallet.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalletJourneyTest {

  private static final String PASSWORD = "correct horse battery staple";
  private static final Instant NO_LOCK = Instant.EPOCH;

  /// Every way a person may hold a key.
  enum Kind {
    EVM,
    NEAR_IMPLICIT,
    NEAR_NAMED,
    XRPL_ED25519,
    XRPL_SECP256K1,
    STELLAR_RAW,
    STELLAR_SEP53,
    FACESIGN;

    WalletKey key(SecretBytes seed, SecureRandom random) {
      return switch (this) {
        case EVM -> WalletKey.evm(seed);
        case NEAR_IMPLICIT -> WalletKey.near(seed, random);
        case NEAR_NAMED -> WalletKey.near(seed, "ada.near", random);
        case XRPL_ED25519 -> WalletKey.xrplEd25519(seed);
        case XRPL_SECP256K1 -> WalletKey.xrplSecp256k1(seed);
        case STELLAR_RAW -> WalletKey.stellarRaw(seed);
        case STELLAR_SEP53 -> WalletKey.stellarSep53(seed);
        case FACESIGN -> WalletKey.faceSign(seed);
      };
    }
  }

  private TestNetwork world;
  private Connected network;

  @BeforeAll
  void start(@TempDir Path folder) {
    world = TestNetwork.start(folder.resolve("data"));
    network = world.connect();
  }

  @AfterAll
  void stop() {
    network.close();
    world.close();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_person_is_verified_shares_takes_back_and_leaves(Kind kind) {
    var wallet = Wallet.of(kind.key(world.seed(), world.random()));
    var issuer = world.issuer(network);
    var request = ProfileRequest.make(wallet, PASSWORD, network.chainId());
    issuer.createProfile(request);
    assertThat(network.hasProfile(wallet)).isTrue();

    var owner = network.owner(wallet).unlock(PASSWORD);
    var content = content("a credential for " + kind);
    var written = issuer.write(owner.signWriteGrant(terms(issuer)), content);
    assertThat(owner.open(written.originalId())).isEqualTo(content.plaintext());
    assertThat(issuer.asConsumer().read(written.copyId()).plaintext())
        .isEqualTo(content.plaintext());

    sharesAndTakesBack(owner, written.originalId(), content.plaintext());
    handsOutPaper(owner, written.copyId(), written.contentHash());
    keepsAttributes(owner);

    issuer.editNotes(content.notes().withStatus(PublicNotes.REVOKED));
    assertThat(owner.owner().credentials())
        .filteredOn(entry -> entry.id().equals(written.originalId()))
        .singleElement()
        .satisfies(entry -> assertThat(entry.notes().status()).hasValue(PublicNotes.REVOKED));
    assertThat(owner.export().path("credentials").toString()).contains("a credential for");

    owner.owner().removeAccount();
    assertThat(owner.owner().profile()).isEmpty();
    assertThat(network.hasProfile(wallet)).isFalse();
    refuses(Refusal.CREDENTIAL_NOT_SHARED, () -> issuer.asConsumer().read(written.copyId()));
  }

  private void sharesAndTakesBack(UnlockedOwner owner, CredentialId original, Bytes plaintext) {
    var company = world.company(network);
    var grantee = Grantee.of(company.statement(), network.chainId());
    var copy = owner.share(original, grantee, NO_LOCK);
    var read = company.read(copy.copyId());
    assertThat(read.plaintext()).isEqualTo(plaintext);
    assertThat(read.owner()).isEqualTo(owner.id());
    assertThat(company.granted())
        .singleElement()
        .satisfies(grant -> assertThat(grant.id()).isEqualTo(copy.grantId()));
    assertThat(company.sharedBy(owner.id())).hasSize(1);
    assertThat(company.grantedCount()).isOne();
    assertThat(company.copyWithHash(copy.contentHash())).hasValue(copy.copyId());

    owner.owner().revoke(copy.grantId());
    refuses(Refusal.CREDENTIAL_NOT_SHARED, () -> company.read(copy.copyId()));
    assertThat(company.granted()).isEmpty();
  }

  private void handsOutPaper(UnlockedOwner owner, CredentialId copy, String contentHash) {
    var company = world.company(network);
    var paper =
        owner.signAccessGrant(copy, company.session().wallet().identifier(), NO_LOCK, contentHash);
    company.redeem(paper);
    assertThat(company.grantsOn(copy)).hasSize(1);
    refuses(Refusal.ACCESS_GRANT_EXISTS, () -> company.redeem(paper));
  }

  private static void keepsAttributes(UnlockedOwner owner) {
    var person = owner.owner();
    var id = person.addAttribute("favourite colour", "green");
    person.editAttribute(id, "favourite colour", "blue");
    assertThat(person.attributes())
        .singleElement()
        .satisfies(attribute -> assertThat(attribute.value()).isEqualTo("blue"));
    person.removeAttribute(id);
    assertThat(person.attributes()).isEmpty();
  }

  private static WriteGrantTerms terms(IssuerClient issuer) {
    var now = Instant.now();
    var key = issuer.keys().publicKey();
    return new WriteGrantTerms(key, key, NO_LOCK, now.minusSeconds(60), now.plusSeconds(600));
  }

  private static CredentialContent content(String text) {
    return new CredentialContent(
        Utf8.encode(text), PublicNotes.approved(UUID.randomUUID(), "kyc", "basic", "Acme KYC"));
  }

  private static void refuses(Refusal expected, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(expected.code()));
  }
}
