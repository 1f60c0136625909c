package dev.idos.protocol.transaction;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import java.math.BigInteger;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// The binary form of transactions, their hash, and what a wallet signs (`kwil-protocol.md` §3.5,
/// §3.6). Decoding is strict: the bytes that come out of a decoded transaction are those that went
/// in, so its hash cannot change on the way. Hashing reads the payload where it lies.
public final class TransactionCodec {

  /// The longest description, in UTF-8 bytes.
  public static final int MAX_DESCRIPTION = 200;

  private static final int DIGEST_BYTES = 20;

  private TransactionCodec() {}

  /// The canonical bytes.
  public static Bytes toBytes(Transaction transaction) {
    Parts parts = Parts.of(transaction);
    return Bytes.concat(parts.head, transaction.body().payload(), parts.tail);
  }

  /// How many canonical bytes there are.
  public static int size(Transaction transaction) {
    return Parts.of(transaction).size();
  }

  /// SHA-256 of the canonical bytes, the name of the transaction.
  public static TransactionHash hash(Transaction transaction) {
    Parts parts = Parts.of(transaction);
    return new TransactionHash(Sha256.of(parts.head, transaction.body().payload(), parts.tail));
  }

  /// What the wallet signed: the readable text of `concat`, the digest of `direct`.
  ///
  /// @throws IllegalArgumentException for another serialization
  public static Bytes signedBytes(Transaction transaction) {
    return switch (transaction.serialization()) {
      case Transaction.CONCAT -> Utf8.encode(signedText(transaction.body()));
      case Transaction.DIRECT -> directDigest(transaction.body());
      default -> throw new IllegalArgumentException("a serialization is concat or direct");
    };
  }

  /// The text a wallet shows and signs.
  public static String signedText(TransactionBody body) {
    return body.description()
        + "\n\nPayloadType: "
        + body.payloadType()
        + "\nPayloadDigest: "
        + payloadDigest(body.payload())
        + "\nFee: "
        + body.fee()
        + "\nNonce: "
        + body.nonce()
        + "\n\nKwil Chain ID: "
        + body.chainId()
        + "\n";
  }

  /// The first 20 bytes of the payload's SHA-256, in hex: what stands for it in signed texts.
  public static String payloadDigest(Bytes payload) {
    return Sha256.of(payload).slice(0, DIGEST_BYTES).hex();
  }

  /// The transaction that bytes spell, all of them.
  public static Transaction fromBytes(Bytes bytes) throws MalformedException {
    WireReader in = WireReader.of(bytes);
    in.version();
    WireReader signature = in.compactNested();
    Bytes signatureBytes = signature.unsignedLengthBytes();
    String authType = signature.compactText();
    signature.end();
    TransactionBody body = readBody(in.compactNested());
    String serialization = in.compactText();
    Bytes sender = in.compactBytes();
    in.end();
    return new Transaction(body, serialization, authType, signatureBytes, sender);
  }

  private static TransactionBody readBody(WireReader in) throws MalformedException {
    String description = in.compactText();
    Bytes payload = in.compactBytes();
    String payloadType = in.compactText();
    BigInteger fee = in.bigInteger();
    if (fee == null || fee.signum() < 0) {
      throw new MalformedException("a fee is a number from 0");
    }
    long nonce = in.u64();
    String chainId = in.compactText();
    in.end();
    return new TransactionBody(description, payload, payloadType, fee, nonce, chainId);
  }

  private static Bytes directDigest(TransactionBody body) {
    MessageDigest digest = Sha256.newDigest();
    beforePayload(body).updateInto(digest);
    body.payload().updateInto(digest);
    afterPayload(body, body.fee()).updateInto(digest);
    return Bytes.ofUnshared(digest.digest());
  }

  /// The bytes of a body up to its payload.
  static Bytes beforePayload(TransactionBody body) {
    return new WireWriter()
        .compactText(body.description())
        .compactLength(body.payload().length())
        .toBytes();
  }

  /// The bytes of a body after its payload. The original has bodies without a fee, too.
  static Bytes afterPayload(TransactionBody body, @Nullable BigInteger fee) {
    return new WireWriter()
        .compactText(body.payloadType())
        .bigInteger(fee)
        .u64(body.nonce())
        .compactText(body.chainId())
        .toBytes();
  }

  /// What stands before and after the payload in the canonical bytes.
  private record Parts(Bytes head, Bytes tail, int payloadLength) {

    static Parts of(Transaction transaction) {
      TransactionBody body = transaction.body();
      Bytes signature =
          new WireWriter()
              .unsignedLengthBytes(transaction.signature())
              .compactText(transaction.authType())
              .toBytes();
      Bytes before = beforePayload(body);
      Bytes after = afterPayload(body, body.fee());
      int bodyLength = Math.addExact(before.length() + after.length(), body.payload().length());
      var head = new WireWriter().version().compactBytes(signature);
      head.compactLength(bodyLength).raw(before);
      var tail = new WireWriter(256).raw(after).compactText(transaction.serialization());
      tail.compactBytes(transaction.sender());
      return new Parts(head.toBytes(), tail.toBytes(), body.payload().length());
    }

    int size() {
      return Math.addExact(head.length() + tail.length(), payloadLength);
    }
  }

  /// Whether a description is short enough to be signed.
  static boolean isDescriptionShort(String description) {
    return Utf8.length(description) <= MAX_DESCRIPTION;
  }
}
