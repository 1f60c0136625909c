package dev.idos.protocol.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.KeyType;
import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.Account;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Vectors;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.action.Invocation;
import dev.idos.protocol.action.WalletAction;
import dev.idos.protocol.rpc.TransactionJson;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class AuthenticatedTransactionTest {

  private static final ActionCatalogue CATALOGUE = new ActionCatalogue();
  private static final Transaction ADD_WALLET = vector("tx.execute_evm_commit");

  /// A public throw-away key.
  private static final WalletKey INSECURE_KEY =
      WalletKey.faceSign(SecretBytes.copyOf(new byte[32]));

  @Test
  void a_well_signed_transaction_knows_who_asks_for_what() {
    AuthenticatedTransaction accepted = accepted(ADD_WALLET);
    assertThat(accepted.caller().text()).isEqualTo("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    assertThat(accepted.account()).isEqualTo(new Account(KeyType.SECP256K1, ADD_WALLET.sender()));
    assertThat(accepted.nonce()).isEqualTo(42);
    assertThat(accepted.chainId()).isEqualTo("idos-test");
    assertThat(accepted.hash()).isEqualTo(TransactionCodec.hash(ADD_WALLET));
    assertThat(accepted.bytes()).isEqualTo(TransactionCodec.toBytes(ADD_WALLET).length());
    assertThat(accepted.invocation())
        .isInstanceOfSatisfying(
            Invocation.Actions.class,
            asked ->
                assertThat(asked.actions())
                    .singleElement()
                    .isInstanceOf(WalletAction.AddWallet.class));
  }

  @Test
  void a_truncated_signature_is_measured() {
    assertRejected(
        signedWith(ADD_WALLET, ADD_WALLET.signature().slice(0, 30)),
        "invalid signature length: expected 65, received 30");
    Transaction ed25519 = vector("tx.execute_ed25519_accept");
    assertRejected(
        signedWith(ed25519, Bytes.EMPTY), "invalid signature length: expected 64, received 0");
  }

  @Test
  void a_sender_who_did_not_sign_is_refused() {
    String other = "70997970c51812dc3a010c7d01b50e0d17dc79c8";
    assertRejected(
        from(ADD_WALLET, Bytes.ofHex(other)),
        "invalid signature: expected address "
            + other
            + ", received f39fd6e51aad88f6f4ce6ab8827279cfffb92266");
    assertRejected(
        from(ADD_WALLET, Bytes.EMPTY),
        "invalid signature: expected address , received f39fd6e51aad88f6f4ce6ab8827279cfffb92266");
  }

  @Test
  void every_signed_part_counts() {
    TransactionBody body = ADD_WALLET.body();
    assertNotSigned(
        with(body, body.description() + ".", body.payload(), body.nonce(), "idos-test"));
    assertNotSigned(with(body, body.description(), Bytes.of(0, 0), body.nonce(), "idos-test"));
    assertNotSigned(with(body, body.description(), body.payload(), 43, "idos-test"));
    assertNotSigned(with(body, body.description(), body.payload(), body.nonce(), "idos-tes"));
  }

  @Test
  void an_unknown_authenticator_is_refused_by_name() {
    assertRejected(authenticatedBy("nosuch"), "authenticator not found: nosuch");
    assertRejected(authenticatedBy("no\nsuch"), "authenticator not found: no?such");
  }

  @Test
  void an_unknown_serialization_is_refused() {
    var transaction =
        new Transaction(
            ADD_WALLET.body(),
            "other",
            ADD_WALLET.authType(),
            ADD_WALLET.signature(),
            ADD_WALLET.sender());
    assertRejected(transaction, "invalid serialization type");
  }

  @Test
  void a_description_has_at_most_200_bytes() {
    assertThat(accepted(signed("é".repeat(100), Transaction.CONCAT, Bytes.EMPTY)).nonce())
        .isEqualTo(1);
    assertRejected(
        signed("é".repeat(100) + "x", Transaction.CONCAT, Bytes.EMPTY), "description is too long");
  }

  @Test
  void the_digest_may_be_signed_instead_of_the_text() {
    assertThat(accepted(signed("d", Transaction.DIRECT, Bytes.EMPTY)).account().keyType())
        .isEqualTo(KeyType.ED25519);
  }

  @Test
  void what_cannot_be_decoded_is_still_its_senders() {
    AuthenticatedTransaction accepted = accepted(signed("d", Transaction.CONCAT, Bytes.of(9, 9)));
    assertThat(accepted.invocation())
        .isInstanceOfSatisfying(
            Invocation.Undecodable.class,
            undecodable -> assertThat(undecodable.txCode()).isEqualTo(1));
  }

  private static Transaction signed(String description, String serialization, Bytes payload) {
    var body =
        new TransactionBody(description, payload, "execute", BigInteger.ZERO, 1, "idos-test");
    var unsigned =
        new Transaction(
            body,
            serialization,
            INSECURE_KEY.scheme().wireName(),
            Bytes.EMPTY,
            INSECURE_KEY.sender());
    return signedWith(unsigned, INSECURE_KEY.sign(TransactionCodec.signedBytes(unsigned)));
  }

  private static Transaction signedWith(Transaction transaction, Bytes signature) {
    return new Transaction(
        transaction.body(),
        transaction.serialization(),
        transaction.authType(),
        signature,
        transaction.sender());
  }

  private static Transaction from(Transaction transaction, Bytes sender) {
    return new Transaction(
        transaction.body(),
        transaction.serialization(),
        transaction.authType(),
        transaction.signature(),
        sender);
  }

  private static Transaction authenticatedBy(String authType) {
    return new Transaction(
        ADD_WALLET.body(),
        ADD_WALLET.serialization(),
        authType,
        ADD_WALLET.signature(),
        ADD_WALLET.sender());
  }

  private static Transaction with(
      TransactionBody body, String description, Bytes payload, long nonce, String chainId) {
    var changed =
        new TransactionBody(description, payload, body.payloadType(), body.fee(), nonce, chainId);
    return new Transaction(
        changed,
        ADD_WALLET.serialization(),
        ADD_WALLET.authType(),
        ADD_WALLET.signature(),
        ADD_WALLET.sender());
  }

  private static AuthenticatedTransaction accepted(Transaction transaction) {
    return switch (AuthenticatedTransaction.authenticate(transaction, CATALOGUE)) {
      case AuthenticatedTransaction.Accepted(AuthenticatedTransaction accepted) -> accepted;
      case AuthenticatedTransaction.Rejected(var refused) ->
          throw new AssertionError(refused.text());
    };
  }

  private static void assertNotSigned(Transaction transaction) {
    assertThat(AuthenticatedTransaction.authenticate(transaction, CATALOGUE))
        .isInstanceOf(AuthenticatedTransaction.Rejected.class);
  }

  private static void assertRejected(Transaction transaction, String why) {
    assertThat(AuthenticatedTransaction.authenticate(transaction, CATALOGUE))
        .isEqualTo(new AuthenticatedTransaction.Rejected(Refusal.SIGNATURE_INVALID.with(why)));
  }

  private static Transaction vector(String name) {
    JsonNode request = Vectors.kwil(name).path("expected").path("broadcast_request");
    String json = request.path("params").path("tx").toString();
    try (var parser = Vectors.JSON.createParser(json)) {
      parser.nextToken();
      return TransactionJson.read(parser);
    } catch (Exception unreadable) {
      throw new AssertionError(name, unreadable);
    }
  }
}
