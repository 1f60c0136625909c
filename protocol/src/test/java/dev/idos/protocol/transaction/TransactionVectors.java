package dev.idos.protocol.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Vectors;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.encoding.WireWriter;
import dev.idos.protocol.rpc.TransactionJson;
import java.io.StringWriter;
import java.math.BigInteger;

/// The rows of topic `transaction`.
public final class TransactionVectors {

  private static final ActionCatalogue CATALOGUE = new ActionCatalogue();

  private TransactionVectors() {}

  public static void run(String name, JsonNode inputs, JsonNode expected) throws Exception {
    switch (name) {
      case "tx.empty" -> runEmpty(expected);
      case "tx.body_nil_fee" -> runWithoutFee(inputs, expected);
      default -> runSigned(inputs, expected);
    }
  }

  /// A transaction without any part has bytes in the original; here it is no transaction.
  private static void runEmpty(JsonNode expected) {
    var out = new WireWriter().version().compactBytes(Bytes.EMPTY).compactBytes(Bytes.EMPTY);
    Bytes bytes = out.compactText("").compactBytes(Bytes.EMPTY).toBytes();
    assertThat(bytes.hex()).isEqualTo(expected.path("tx_bytes_hex").asText());
    assertThatThrownBy(() -> TransactionCodec.fromBytes(bytes))
        .isInstanceOf(MalformedException.class);
  }

  private static void runWithoutFee(JsonNode inputs, JsonNode expected) {
    TransactionBody body = body(inputs);
    Bytes bytes =
        Bytes.concat(
            TransactionCodec.beforePayload(body),
            body.payload(),
            TransactionCodec.afterPayload(body, null));
    assertThat(bytes.hex()).isEqualTo(expected.path("body_bytes_hex").asText());
    assertThat(Sha256.of(bytes).hex()).isEqualTo(expected.path("direct_message_hex").asText());
  }

  private static void runSigned(JsonNode inputs, JsonNode expected) throws Exception {
    Transaction transaction = transaction(inputs, expected);
    Bytes bytes = TransactionCodec.toBytes(transaction);
    assertThat(bytes.hex()).isEqualTo(expected.path("tx_bytes_hex").asText());
    assertThat(TransactionCodec.size(transaction)).isEqualTo(bytes.length());
    assertThat(TransactionCodec.fromBytes(bytes)).isEqualTo(transaction);
    assertThat(TransactionCodec.hash(transaction).hex())
        .isEqualTo(expected.path("tx_hash").asText());
    assertThat(TransactionCodec.payloadDigest(transaction.body().payload()))
        .isEqualTo(expected.path("payload_digest").asText());
    assertThat(TransactionCodec.signedText(transaction.body()))
        .isEqualTo(expected.path("concat_message").asText());
    assertThat(TransactionCodec.signedBytes(transaction).hex())
        .isEqualTo(expected.path("concat_message_hex").asText());
    assertThat(TransactionCodec.signedBytes(directly(transaction)).hex())
        .isEqualTo(expected.path("direct_message_hex").asText());
    assertThat(AuthenticatedTransaction.authenticate(transaction, CATALOGUE))
        .isInstanceOf(AuthenticatedTransaction.Accepted.class);
    runJson(transaction, expected.path("broadcast_request").path("params").path("tx"));
  }

  private static void runJson(Transaction transaction, JsonNode json) throws Exception {
    try (var parser = Vectors.JSON.createParser(json.toString())) {
      parser.nextToken();
      assertThat(TransactionJson.read(parser)).isEqualTo(transaction);
    }
    var written = new StringWriter();
    try (var generator = Vectors.JSON.createGenerator(written)) {
      TransactionJson.write(generator, transaction);
    }
    assertThat(Vectors.JSON.readTree(written.toString())).isEqualTo(json);
  }

  private static Transaction directly(Transaction transaction) {
    return new Transaction(
        transaction.body(),
        Transaction.DIRECT,
        transaction.authType(),
        transaction.signature(),
        transaction.sender());
  }

  private static Transaction transaction(JsonNode inputs, JsonNode expected) {
    return new Transaction(
        body(inputs),
        inputs.path("serialization").asText(),
        inputs.path("auth_type").asText(),
        Bytes.ofHex(expected.path("signature_hex").asText()),
        Bytes.ofHex(inputs.path("sender").asText()));
  }

  private static TransactionBody body(JsonNode inputs) {
    return new TransactionBody(
        inputs.path("desc").asText(),
        Bytes.ofHex(inputs.path("payload_hex").asText()),
        inputs.path("payload_type").asText(),
        new BigInteger(inputs.path("fee").isNull() ? "0" : inputs.path("fee").asText()),
        inputs.path("nonce").asLong(),
        inputs.path("chain_id").asText());
  }
}
