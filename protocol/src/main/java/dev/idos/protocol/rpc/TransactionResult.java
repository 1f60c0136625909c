package dev.idos.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refusal;
import java.util.Optional;

/// What became of a transaction, as `user.broadcast` and `user.tx_query` tell it.
///
/// @param code the wire's result code, 0 when applied
/// @param log what was said; left out when empty
/// @param refusal our permanent code, an addition to the original (`wire.md` §3)
public record TransactionResult(int code, String log, Optional<Integer> refusal) {

  /// The result that a receipt tells.
  public static TransactionResult of(Receipt receipt) {
    return new TransactionResult(
        receipt.txCode(), receipt.log(), receipt.refusal().map(Refusal::code));
  }

  /// Whether the transaction took effect.
  public boolean applied() {
    return code == Receipt.TX_OK;
  }

  /// This result as JSON; gas is always 0.
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("code", code).put("gas", 0);
    if (!log.isEmpty()) {
      json.put("log", log);
    }
    refusal.ifPresent(permanent -> json.put("refusal", permanent));
    return json;
  }

  /// Reads a result.
  public static TransactionResult read(JsonNode json) throws MalformedException {
    int refusal = Math.toIntExact(small(json, "refusal"));
    return new TransactionResult(
        Math.toIntExact(small(json, "code")),
        Members.text(json, "log"),
        refusal == 0 ? Optional.empty() : Optional.of(refusal));
  }

  private static long small(JsonNode json, String name) throws MalformedException {
    long number = Members.number(json, name);
    if (number < 0 || number > 0xffff) {
      throw new MalformedException("expected 0 to 65535 for " + name);
    }
    return number;
  }
}
