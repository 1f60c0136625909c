package dev.idos.protocol.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.KeyType;
import dev.idos.protocol.Account;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import dev.idos.protocol.transaction.TransactionCodec;
import dev.idos.protocol.value.EncodedValue;
import dev.idos.protocol.value.EncodedValueVectors;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The rows of topic `payload`.
public final class PayloadVectors {

  private PayloadVectors() {}

  public static void run(String name, JsonNode inputs, JsonNode expected) throws Exception {
    Bytes encoded = Bytes.ofHex(expected.path("hex").asText());
    switch (name) {
      case "payload.account_id.secp256k1", "payload.account_id.ed25519" ->
          assertThat(Transfer.encodeAccount(account(inputs))).isEqualTo(encoded);
      case "payload.votable_event" -> {
        var out = new WireWriter();
        event(inputs).writeTo(out);
        assertThat(out.toBytes()).isEqualTo(encoded);
        assertThat(VotableEvent.read(WireReader.of(encoded))).isEqualTo(event(inputs));
      }
      case "payload.votable_event_id" ->
          assertThat(event(inputs).id().toString()).isEqualTo(expected.path("uuid").asText());
      case "payload.action_call", "payload.call_no_args", "payload.call_uuid" -> {
        var call =
            new ActionCall(
                inputs.path("namespace").asText(),
                inputs.path("action").asText(),
                values(inputs.path("arguments")));
        assertThat(call.encode()).isEqualTo(encoded);
        assertThat(ActionCall.decode(encoded)).isEqualTo(call);
      }
      case "payload.transfer_kwiljs_incompatible" ->
          assertThatThrownBy(() -> Payload.decode(Transfer.TYPE, encoded))
              .isInstanceOf(MalformedException.class)
              .hasMessage("unsupported version 20");
      default -> runPayload(made(name, inputs), encoded, expected);
    }
  }

  private static void runPayload(Payload payload, Bytes encoded, JsonNode expected)
      throws Exception {
    assertThat(payload.encode()).isEqualTo(encoded);
    assertThat(Payload.decode(payload.type(), encoded)).contains(payload);
    assertThat(Payload.isKnown(payload.type())).isTrue();
    if (expected.has("digest_hex20")) {
      assertThat(TransactionCodec.payloadDigest(encoded))
          .isEqualTo(expected.path("digest_hex20").asText());
    }
  }

  private static Payload made(String name, JsonNode inputs) {
    return switch (name) {
      case "payload.transfer", "payload.transfer_ed" ->
          new Transfer(account(inputs.path("to")), new BigInteger(inputs.path("amount").asText()));
      case "payload.validator_join" -> new ValidatorPayload.Join(inputs.path("power").asLong());
      case "payload.validator_leave" -> new ValidatorPayload.Leave();
      case "payload.validator_approve", "payload.validator_approve_secp" ->
          new ValidatorPayload.Approve(hex(inputs, "candidate"), keyType(inputs));
      case "payload.validator_remove" ->
          new ValidatorPayload.Remove(hex(inputs, "validator"), keyType(inputs));
      case "payload.validator_vote_ids" -> {
        var ids = new ArrayList<UUID>();
        inputs.path("resolution_ids").forEach(id -> ids.add(UUID.fromString(id.asText())));
        yield new ValidatorPayload.VoteIds(ids);
      }
      case "payload.validator_vote_bodies" -> {
        var events = new ArrayList<VotableEvent>();
        inputs.path("events").forEach(event -> events.add(event(event)));
        yield new ValidatorPayload.VoteBodies(events);
      }
      case "payload.create_resolution" ->
          new ResolutionPayload.Create(event(inputs.path("resolution")));
      case "payload.approve_resolution" -> new ResolutionPayload.Approve(resolutionId(inputs));
      case "payload.delete_resolution" -> new ResolutionPayload.Delete(resolutionId(inputs));
      case "payload.raw_statement" -> {
        var parameters = new ArrayList<RawStatement.Parameter>();
        for (JsonNode parameter : inputs.path("parameters")) {
          parameters.add(
              new RawStatement.Parameter(
                  parameter.path("name").asText(), value(parameter.path("value"))));
        }
        yield new RawStatement(inputs.path("statement").asText(), parameters);
      }
      case "payload.action_execution_batch",
          "payload.execute_add_wallet",
          "payload.execute_no_args" -> {
        var calls = new ArrayList<List<EncodedValue>>();
        inputs.path("arguments").forEach(call -> calls.add(values(call)));
        yield new ActionExecution(
            inputs.path("namespace").asText(), inputs.path("action").asText(), calls);
      }
      default -> throw new AssertionError("nobody runs " + name);
    };
  }

  private static List<EncodedValue> values(JsonNode arguments) {
    var values = new ArrayList<EncodedValue>();
    arguments.forEach(argument -> values.add(value(argument)));
    return values;
  }

  /// `{"uuid": "…"}`: a type and a value.
  private static EncodedValue value(JsonNode argument) {
    String type = argument.fieldNames().next();
    return EncodedValueVectors.make(type, argument.path(type));
  }

  private static VotableEvent event(JsonNode json) {
    return new VotableEvent(json.path("type").asText(), hex(json, "body_hex"));
  }

  private static Account account(JsonNode json) {
    return new Account(keyType(json), hex(json, "identifier"));
  }

  private static KeyType keyType(JsonNode json) {
    return json.path("key_type").asText().equals("ed25519") ? KeyType.ED25519 : KeyType.SECP256K1;
  }

  private static UUID resolutionId(JsonNode json) {
    return UUID.fromString(json.path("resolution_id").asText());
  }

  private static Bytes hex(JsonNode json, String name) {
    return Bytes.ofHex(json.path(name).asText());
  }
}
