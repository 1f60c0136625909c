package dev.idos.systemtests.storage;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.CredentialSignatures;
import dev.idos.crypto.WalletKey;
import dev.idos.ledger.genesis.Genesis;
import dev.idos.ledger.genesis.GenesisInserter;
import dev.idos.ledger.genesis.Limits;
import dev.idos.ledger.genesis.Operator;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.UuidV5;
import dev.idos.protocol.WalletId;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.action.CredentialAction.AddCredential;
import dev.idos.protocol.action.CredentialAction.RemoveCredential;
import dev.idos.protocol.action.CredentialAction.ShareCredential;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.action.WalletAction.UpsertWalletAsInserter;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.transaction.TransactionBody;
import dev.idos.protocol.transaction.TransactionCodec;
import java.math.BigInteger;
import java.util.Random;

/// Signed transactions of an issuer and numbered people, the same in every run.
final class Workload {

  static final String CHAIN = "idos-storage-test";
  static final String GENESIS_FILE = "{\"chainId\":\"" + CHAIN + "\"}";
  static final WalletKey ISSUER = InsecureTestKeys.evm("issuer");
  static final Genesis GENESIS =
      new Genesis(
          CHAIN,
          InsecureTestKeys.evm("owner").caller(),
          1_700_000_000L,
          java.util.List.of(new GenesisInserter("issuer", java.util.List.of(ISSUER.caller()))),
          Operator.LOCAL,
          Limits.DEFAULT);

  private static final String PROOF = "This wallet is mine";
  private static final ActionCatalogue CATALOGUE = new ActionCatalogue();

  private Workload() {}

  static WalletKey person(int number) {
    return InsecureTestKeys.evm("person " + number);
  }

  static UserId user(int number) {
    return new UserId(UuidV5.of(UuidV5.URL_NAMESPACE, "user " + number));
  }

  static CredentialId credential(int person, int number) {
    return new CredentialId(UuidV5.of(UuidV5.URL_NAMESPACE, "credential " + person + "/" + number));
  }

  static Action addUser(int number) {
    return new AddUserAsInserter(user(number), "key of " + number, "user");
  }

  static Action addWallet(int number) {
    WalletKey wallet = person(number);
    return new UpsertWalletAsInserter(
        new WalletId(UuidV5.of(UuidV5.URL_NAMESPACE, "wallet " + number)),
        user(number),
        wallet.address(),
        wallet.publicKey().orElse(null),
        wallet.walletType().wireName(),
        PROOF,
        wallet.proof(PROOF));
  }

  /// A credential whose content has about so many bytes, none like another's.
  static AddCredential addCredential(int person, int number, int bytes) {
    var sealed = new byte[bytes * 3 / 4];
    new Random(31L * person + number).nextBytes(sealed);
    Bytes content = Bytes.ofUnshared(sealed);
    String notes = "{\"id\":\"notes of " + person + "/" + number + "\"}";
    var signatures = CredentialSignatures.sign(InsecureTestKeys.seed("issuer key"), notes, content);
    return new AddCredential(
        credential(person, number),
        signatures.issuerKeyHex(),
        "encryptor",
        content.base64(),
        notes,
        signatures.notesSignatureBase64(),
        signatures.broaderSignatureBase64());
  }

  /// A copy of a credential for a grantee, signed by a key that is thrown away, with its grant.
  static Action share(int person, int number, int copy, WalletKey grantee, long lockedUntil) {
    Bytes content = Utf8.encode("copy " + person + "/" + copy);
    var signatures =
        CredentialSignatures.sign(
            InsecureTestKeys.seed("copy key " + person + "/" + copy), "", content);
    return new ShareCredential(
        credential(person, copy),
        credential(person, number),
        "",
        signatures.notesSignatureBase64(),
        signatures.broaderSignatureBase64(),
        content.base64(),
        "content hash",
        "encryptor",
        signatures.issuerKeyHex(),
        grantee.caller(),
        lockedUntil);
  }

  static Action removeCredential(int person, int number) {
    return new RemoveCredential(credential(person, number));
  }

  static AuthenticatedTransaction sign(WalletKey wallet, long nonce, Action action) {
    var body =
        new TransactionBody(
            "", CATALOGUE.encode(action), Transaction.EXECUTE, BigInteger.ZERO, nonce, CHAIN);
    Bytes signature =
        wallet.sign(TransactionCodec.signedBytes(transaction(body, wallet, Bytes.EMPTY)));
    return switch (AuthenticatedTransaction.authenticate(
        transaction(body, wallet, signature), CATALOGUE)) {
      case AuthenticatedTransaction.Accepted(var accepted) -> accepted;
      case AuthenticatedTransaction.Rejected(var refused) ->
          throw new AssertionError(refused.text());
    };
  }

  private static Transaction transaction(TransactionBody body, WalletKey wallet, Bytes signature) {
    return new Transaction(
        body, Transaction.CONCAT, wallet.scheme().wireName(), signature, wallet.sender());
  }
}
