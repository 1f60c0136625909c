package dev.idos.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.UserId;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyStatementTest {

  private static final String CHAIN = "idos-test";
  private static final UserId ALICE =
      new UserId(UUID.fromString("9f51b3b2-4cbe-4c2b-8ea3-0b0c1b2f1a11"));
  private static final EncryptionKey KEY = EncryptionKey.of(InsecureTestKeys.seed(5));
  private static final EncryptionKey MALLORYS = EncryptionKey.of(InsecureTestKeys.seed(6));

  static Stream<Wallet> wallets() {
    var random = new SecureRandom();
    return Stream.of(
            WalletKey.evm(InsecureTestKeys.seed(1)),
            WalletKey.near(InsecureTestKeys.seed(1), random),
            WalletKey.near(InsecureTestKeys.seed(1), "alice.near", random),
            WalletKey.xrplEd25519(InsecureTestKeys.seed(1)),
            WalletKey.xrplSecp256k1(InsecureTestKeys.seed(1)),
            WalletKey.stellarRaw(InsecureTestKeys.seed(1)),
            WalletKey.stellarSep53(InsecureTestKeys.seed(1)),
            WalletKey.faceSign(InsecureTestKeys.seed(1)))
        .map(Wallet::of);
  }

  @ParameterizedTest
  @MethodSource("wallets")
  void a_key_stated_by_any_kind_of_wallet_can_be_encrypted_to(Wallet wallet) {
    var statement = KeyStatement.ofProfile(ALICE, KEY, wallet, CHAIN);
    assertThat(statement.trusted(CHAIN)).isEqualTo(RecipientKey.own(KEY));
    assertThat(statement.isAbout(ALICE)).isTrue();
  }

  static Stream<UnaryOperator<KeyStatement>> forgeries() {
    return Stream.of(
        s -> with(s, s.subject(), MALLORYS.publicKey().base64(), s.address(), CHAIN),
        s -> with(s, "profile " + UUID.randomUUID(), s.encryptionKey(), s.address(), CHAIN),
        s -> with(s, s.subject(), s.encryptionKey(), InsecureTestKeys.evm(2).address(), CHAIN),
        s -> with(s, s.subject(), s.encryptionKey(), s.address(), "another-chain"),
        s -> with(s, s.subject() + "\nencryption key: x", s.encryptionKey(), s.address(), CHAIN));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void a_statement_changed_on_the_way_is_refused(UnaryOperator<KeyStatement> change) {
    var signed = KeyStatement.ofProfile(ALICE, KEY, InsecureTestKeys.evm(1), CHAIN);
    assertThatThrownBy(() -> change.apply(signed).trusted(CHAIN))
        .isInstanceOfSatisfying(
            Distrusted.class, lie -> assertThat(lie.doubt()).isEqualTo(Doubt.STATEMENT_SIGNATURE));
  }

  @Test
  void a_statement_for_another_network_is_refused() {
    var signed = KeyStatement.ofProfile(ALICE, KEY, InsecureTestKeys.evm(1), "another-chain");
    assertThatThrownBy(() -> signed.trusted(CHAIN)).isInstanceOf(Distrusted.class);
  }

  @Test
  void a_company_is_known_by_the_identifier_that_signed() {
    var wallet = InsecureTestKeys.faceSign(3);
    var grantee = Grantee.of(KeyStatement.ofCompany(KEY, wallet, CHAIN), CHAIN);
    assertThat(grantee.identifier()).isEqualTo(wallet.identifier());
  }

  @Test
  void a_company_cannot_introduce_itself_as_another() {
    var nova = InsecureTestKeys.faceSign(3);
    var mallory = InsecureTestKeys.faceSign(4);
    var own = KeyStatement.ofCompany(MALLORYS, mallory, CHAIN);
    var text = own.text().replace(mallory.identifier(), nova.identifier());
    var forged =
        new KeyStatement(
            "company " + nova.identifier(),
            own.encryptionKey(),
            own.walletType(),
            own.address(),
            own.publicKey(),
            CHAIN,
            mallory.proof(
                text.replace("wallet: " + nova.identifier(), "wallet: " + own.address())));
    assertThatThrownBy(() -> Grantee.of(forged, CHAIN)).isInstanceOf(Distrusted.class);
  }

  private static KeyStatement with(
      KeyStatement s, String subject, String key, String address, String network) {
    return new KeyStatement(
        subject, key, s.walletType(), address, s.publicKey(), network, s.signature());
  }
}
