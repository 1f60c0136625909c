package dev.idos.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.CredentialSignatures;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.SecretBytes;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.action.CredentialAction.AddCredential;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.sdk.TransactionSigner;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Signed `add_credential` transactions: each content, id and user is another.
final class CredentialWrites {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Crowd crowd;
  private final String chainId;
  private final int contentBytes;
  private final SecretBytes issuerSeed;
  private final String encryptorKey;

  /// @param size the bytes of the content as stored, which is base64 text
  CredentialWrites(Crowd crowd, String chainId, int size, SecureRandom random) {
    this.crowd = crowd;
    this.chainId = chainId;
    this.contentBytes = size / 4 * 3;
    this.issuerSeed = Ed25519.generate(random);
    this.encryptorKey = EncryptionKey.generate(random).publicKey().base64();
  }

  /// The transaction of a place, with the next number of its wallet. What is stored is not sealed
  /// here: ciphertext is random bytes to a node.
  Transaction sign(int place) {
    return TransactionSigner.sign(
        crowd.at(place), List.of(action(place)), 1 + place / crowd.size(), chainId);
  }

  /// One to check signatures on.
  Limits.Sample sample(int place) {
    var action = action(place);
    return new Limits.Sample(
        TransactionSigner.sign(crowd.at(place), List.of(action), 1, chainId), action);
  }

  AddCredential action(int place) {
    var content = new byte[contentBytes];
    new SplittableRandom(place).nextBytes(content);
    var stored = Bytes.ofUnshared(content);
    var notes = "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"bench\"}";
    var signatures = CredentialSignatures.sign(issuerSeed, notes, stored);
    return new AddCredential(
        new CredentialId(UUID.randomUUID()),
        signatures.issuerKeyHex(),
        encryptorKey,
        stored.base64(),
        notes,
        signatures.notesSignatureBase64(),
        signatures.broaderSignatureBase64());
  }

  /// The JSON-RPC body that broadcasts a transaction.
  static byte[] body(Transaction transaction) {
    var envelope = JSON.createObjectNode();
    envelope.put("jsonrpc", "2.0").put("id", 1).put("method", "user.broadcast");
    envelope.set("params", TransactionSigner.broadcast(transaction));
    try {
      return JSON.writeValueAsBytes(envelope);
    } catch (IOException impossible) {
      throw new IllegalStateException("a tree can be written", impossible);
    }
  }
}
