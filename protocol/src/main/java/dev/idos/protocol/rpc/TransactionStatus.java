package dev.idos.protocol.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.transaction.Transaction;
import java.io.IOException;
import java.util.Optional;

/// The answer of `user.tx_query`. The transaction in it is always an object; the node leaves its
/// payload, signature and, after erasure, its sender empty (`wire.md` §3).
///
/// @param height the block that decided it, [#PENDING] before
/// @param result empty while it waits
public record TransactionStatus(
    TransactionHash hash,
    long height,
    Transaction transaction,
    Optional<TransactionResult> result) {

  /// The height of what no block has decided yet.
  public static final long PENDING = -1;

  /// Writes it as an object.
  public void writeTo(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("tx_hash", hash.hex());
    out.writeNumberField("height", height);
    out.writeFieldName("tx");
    TransactionJson.write(out, transaction);
    out.writeFieldName("tx_result");
    if (result.isPresent()) {
      out.writeRawValue(result.get().toJson().toString());
    } else {
      out.writeNull();
    }
    out.writeEndObject();
  }

  /// What a client needs of the answer: the result, once there is one.
  public static Optional<TransactionResult> readResult(JsonNode json) throws MalformedException {
    JsonNode result = json.path("tx_result");
    return Members.isAbsent(result)
        ? Optional.empty()
        : Optional.of(TransactionResult.read(result));
  }
}
