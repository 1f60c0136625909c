package dev.idos.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletSignatures;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.payload.ActionCall;
import dev.idos.protocol.payload.RawStatement;
import dev.idos.protocol.rpc.CallRequest;
import dev.idos.protocol.rpc.RpcMethod;
import dev.idos.protocol.value.EncodedValueJson;
import java.util.ArrayList;
import java.util.List;

/// The rows of topics `call` and `gateway`.
public final class SignedTextVectors {

  private SignedTextVectors() {}

  public static void runCall(String name, JsonNode inputs, JsonNode expected) throws Exception {
    switch (name) {
      case "call.authenticated_query" -> runStatement(inputs.path("json"), expected);
      case "call.unsigned" -> {
        var payload = new ActionCall("main", "a", List.of()).encode();
        var request =
            new CallRequest(payload, Bytes.EMPTY, "secp256k1_ep", Bytes.EMPTY, Bytes.EMPTY);
        assertThat(request.toJson()).isEqualTo(expected.path("request").path("params"));
      }
      default -> runSignedCall(inputs, expected);
    }
  }

  public static void runGateway(String name, JsonNode inputs, JsonNode expected) {
    JsonNode given = inputs.path("authn_param_result");
    var message =
        new LoginMessage(
            given.path("domain").asText(),
            given.path("statement").asText(),
            given.path("uri").asText(),
            given.path("version").asText(),
            given.path("chain_id").asText(),
            given.path("nonce").asText(),
            given.path("issue_at").asText(),
            given.path("expiration_time").asText());
    assertThat(message.text()).as(name).isEqualTo(expected.path("message").asText());
    assertThat(Utf8.encode(message.text()).hex()).isEqualTo(expected.path("message_hex").asText());
    JsonNode login = expected.path("authn_params");
    assertSigned(
        login.path("signature").path("type").asText(),
        Bytes.ofHex(login.path("sender").asText()),
        message.text(),
        Bytes.ofHex(expected.path("signature_hex").asText()));
  }

  private static void runSignedCall(JsonNode inputs, JsonNode expected) throws Exception {
    JsonNode envelope = inputs.path("request");
    assertThat(RpcMethod.named(envelope.path("method").asText())).contains(RpcMethod.CALL);
    CallRequest request = CallRequest.read(envelope.path("params"));
    assertThat(request.toJson()).isEqualTo(envelope.path("params"));
    assertThat(request.payload().hex()).isEqualTo(expected.path("payload_hex").asText());
    String text = CallMessage.ofCall(request.payload(), request.challenge());
    assertThat(text).isEqualTo(expected.path("signature_text").asText());
    assertThat(request.signature().hex()).isEqualTo(expected.path("signature_hex").asText());
    if (!request.signature().isEmpty()) {
      assertSigned(request.authType(), request.sender(), text, request.signature());
    }
  }

  private static void runStatement(JsonNode json, JsonNode expected) throws Exception {
    var parameters = new ArrayList<RawStatement.Parameter>();
    for (JsonNode parameter : json.path("body").path("Parameters")) {
      parameters.add(
          new RawStatement.Parameter(
              parameter.path("Name").asText(), EncodedValueJson.read(parameter.path("Value"))));
    }
    var statement = new RawStatement(json.path("body").path("Statement").asText(), parameters);
    assertThat(statement.encode().hex()).isEqualTo(expected.path("raw_statement_hex").asText());
    assertThat(CallMessage.ofStatement(statement, Bytes.ofBase64(json.path("Challenge").asText())))
        .isEqualTo(expected.path("signature_text").asText());
  }

  private static void assertSigned(String authType, Bytes sender, String text, Bytes signature) {
    AuthScheme scheme = AuthScheme.named(authType).orElseThrow();
    assertThat(WalletSignatures.isValid(scheme, sender, Utf8.encode(text), signature)).isTrue();
  }
}
