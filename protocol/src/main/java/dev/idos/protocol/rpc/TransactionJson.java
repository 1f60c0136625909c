package dev.idos.protocol.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.transaction.TransactionBody;
import java.io.IOException;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Transactions as JSON (`kwil-protocol.md` §3.1). They are read as a stream: the payload goes from
/// base64 into bytes without ever being a text, because it may be tens of megabytes.
public final class TransactionJson {

  /// The longest payload read when no other limit is given.
  public static final int MAX_PAYLOAD = 72 * 1024 * 1024;

  private static final int MAX_FEE_DIGITS = 78;
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private TransactionJson() {}

  /// Reads a transaction from a parser that stands on its `{`, and leaves it on the `}`.
  public static Transaction read(JsonParser in) throws IOException, MalformedException {
    return read(in, MAX_PAYLOAD);
  }

  /// Reads a transaction whose payload has at most so many bytes.
  ///
  /// @throws PayloadTooLargeException if it has more
  public static Transaction read(JsonParser in, int maxPayload)
      throws IOException, MalformedException {
    var draft = new Draft(maxPayload);
    for (String name = member(in, "tx"); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "signature" -> draft.readSignature(in);
        case "body" -> draft.readBody(in);
        case "serialization" -> draft.serialization = text(in, name);
        case "sender" -> draft.sender = Members.hex(text(in, name), name);
        default -> in.skipChildren();
      }
    }
    return draft.finish();
  }

  /// Writes a transaction as an object.
  public static void write(JsonGenerator out, Transaction transaction) throws IOException {
    TransactionBody body = transaction.body();
    out.writeStartObject();
    out.writeObjectFieldStart("signature");
    writeBase64(out, "sig", transaction.signature());
    out.writeStringField("type", transaction.authType());
    out.writeEndObject();
    out.writeObjectFieldStart("body");
    out.writeStringField("desc", body.description());
    writeBase64(out, "payload", body.payload());
    out.writeStringField("type", body.payloadType());
    out.writeStringField("fee", body.fee().toString());
    out.writeNumberField("nonce", body.nonce());
    out.writeStringField("chain_id", body.chainId());
    out.writeEndObject();
    out.writeStringField("serialization", transaction.serialization());
    out.writeStringField("sender", transaction.sender().hex());
    out.writeEndObject();
  }

  private static void writeBase64(JsonGenerator out, String name, Bytes bytes) throws IOException {
    out.writeFieldName(name);
    out.writeBinary(bytes.exposeUnshared());
  }

  /// The members as they come, in any order.
  private static final class Draft {

    private final int maxPayload;
    private Bytes signature = Bytes.EMPTY;
    private String authType = "";
    private String description = "";
    private Bytes payload = Bytes.EMPTY;
    private String payloadType = "";
    private BigInteger fee = BigInteger.ZERO;
    private long nonce;
    private String chainId = "";
    private String serialization = "";
    private Bytes sender = Bytes.EMPTY;

    Draft(int maxPayload) {
      this.maxPayload = maxPayload;
    }

    void readSignature(JsonParser in) throws IOException, MalformedException {
      for (String name = member(in, "signature"); name != null; name = in.nextFieldName()) {
        in.nextToken();
        switch (name) {
          case "sig" -> signature = base64(in, name, maxPayload);
          case "type" -> authType = text(in, name);
          default -> in.skipChildren();
        }
      }
    }

    void readBody(JsonParser in) throws IOException, MalformedException {
      for (String name = member(in, "body"); name != null; name = in.nextFieldName()) {
        in.nextToken();
        switch (name) {
          case "desc" -> description = text(in, name);
          case "payload" -> payload = base64(in, name, maxPayload);
          case "type" -> payloadType = text(in, name);
          case "fee" -> fee = fee(text(in, name));
          case "nonce" -> nonce = nonce(in);
          case "chain_id" -> chainId = text(in, name);
          default -> in.skipChildren();
        }
      }
    }

    Transaction finish() throws MalformedException {
      try {
        var body = new TransactionBody(description, payload, payloadType, fee, nonce, chainId);
        return new Transaction(body, serialization, authType, signature, sender);
      } catch (IllegalArgumentException unfit) {
        throw new MalformedException(String.valueOf(unfit.getMessage()));
      }
    }
  }

  /// The first member's name of an object, or null if it has none; null stands for no members.
  private static @Nullable String member(JsonParser in, String what)
      throws IOException, MalformedException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw new MalformedException("expected an object for " + what);
    }
    return in.nextFieldName();
  }

  private static String text(JsonParser in, String name) throws IOException, MalformedException {
    return switch (in.currentToken()) {
      case VALUE_STRING -> in.getText();
      case VALUE_NULL -> "";
      case null, default -> throw new MalformedException("expected a string for " + name);
    };
  }

  private static Bytes base64(JsonParser in, String name, int limit)
      throws IOException, MalformedException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return Bytes.EMPTY;
    }
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      throw new MalformedException("expected base64 for " + name);
    }
    var buffer = new BoundedBuffer(limit);
    try {
      in.readBinaryValue(buffer);
    } catch (IllegalArgumentException | JsonParseException notBase64) {
      throw new MalformedException("expected base64 for " + name);
    }
    return buffer.toBytes();
  }

  private static BigInteger fee(String digits) throws MalformedException {
    if (digits.isEmpty()) {
      return BigInteger.ZERO;
    }
    if (digits.length() > MAX_FEE_DIGITS || !DIGITS.matcher(digits).matches()) {
      throw new MalformedException("expected decimal digits for fee");
    }
    return new BigInteger(digits);
  }

  private static long nonce(JsonParser in) throws IOException, MalformedException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return 0;
    }
    boolean isLong =
        in.currentToken() == JsonToken.VALUE_NUMBER_INT
            && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    if (!isLong) {
      throw new MalformedException("expected a whole number for nonce");
    }
    return in.getLongValue();
  }
}
