package dev.idos.node.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.consensus.Unavailable;
import dev.idos.node.NodeMetrics;
import dev.idos.node.OperatorLog;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.rpc.RpcError;
import dev.idos.protocol.rpc.RpcMethod;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes a body to the method it is for and makes an answer of whatever happens.
public final class Dispatcher {

  private final Map<RpcMethod, ServedMethod> methods = new EnumMap<>(RpcMethod.class);
  private final NodeMetrics metrics;

  public Dispatcher(List<ServedMethod> methods, NodeMetrics metrics) {
    for (ServedMethod method : methods) {
      this.methods.put(method.description().method(), method);
    }
    this.metrics = metrics;
  }

  /// Answers one body.
  ///
  /// @throws IOException if the body cannot be read
  public Reply answer(InputStream body, long length, Client client) throws IOException {
    try {
      Envelope envelope = EnvelopeReader.read(body, length);
      return answer(envelope, client);
    } catch (EnvelopeFailure failure) {
      metrics.malformed();
      return failed(failure.id(), failure.failure());
    }
  }

  /// The answer to a body that is not read at all.
  public static Reply unread(RpcFailure failure) {
    return failed(EnvelopeFailure.UNKNOWN_ID, failure);
  }

  private Reply answer(Envelope envelope, Client client) {
    Optional<RpcMethod> method = RpcMethod.named(envelope.method());
    if (method.isEmpty()) {
      metrics.malformed();
      String text = envelope.method().isEmpty() ? "no route was supplied" : "unknown method";
      return failed(envelope.id(), RpcFailure.of(RpcError.METHOD_UNKNOWN, text));
    }
    long started = System.nanoTime();
    Reply reply = run(method.get(), envelope, client);
    metrics.answered(method.get(), reply.isResult(), System.nanoTime() - started);
    return reply;
  }

  private Reply run(RpcMethod method, Envelope envelope, Client client) {
    try {
      ServedMethod served =
          Optional.ofNullable(methods.get(method))
              .orElseThrow(() -> RpcFailure.of(RpcError.NOT_ALLOWED));
      RpcAnswer answer = served.answer(new RpcCall(client, params(envelope.params())));
      return new Reply(
          200,
          true,
          out -> writeResult(out, envelope.id(), answer),
          answer.setCookie(),
          answer.sent());
    } catch (RpcFailure failure) {
      return failed(envelope.id(), failure);
    } catch (MalformedException malformed) {
      return failed(envelope.id(), RpcFailure.of(RpcError.PARAMS_INVALID, malformed.text()));
    } catch (Unavailable unavailable) {
      String text = String.valueOf(unavailable.getMessage());
      return failed(envelope.id(), RpcFailure.of(RpcError.TIMEOUT, text));
    } catch (RuntimeException bug) {
      OperatorLog.requestFailed(method, bug);
      return failed(envelope.id(), RpcFailure.of(RpcError.INTERNAL));
    }
  }

  private static ObjectNode params(JsonNode params) throws MalformedException {
    if (params.isMissingNode() || params.isNull()) {
      return Json.MAPPER.createObjectNode();
    }
    if (params instanceof ObjectNode object) {
      return object;
    }
    throw new MalformedException("expected an object for params");
  }

  private static void writeResult(JsonGenerator out, JsonNode id, RpcAnswer answer)
      throws IOException {
    start(out, id);
    out.writeFieldName("result");
    answer.result().writeTo(out);
    out.writeEndObject();
  }

  private static Reply failed(JsonNode id, RpcFailure failure) {
    return new Reply(
        failure.error().httpStatus(),
        false,
        out -> {
          start(out, id);
          out.writeObjectFieldStart("error");
          out.writeNumberField("code", failure.error().code());
          out.writeStringField("message", failure.message());
          if (failure.data().isPresent()) {
            out.writeFieldName("data");
            out.writeTree(failure.data().get());
          }
          out.writeEndObject();
          out.writeEndObject();
        },
        Optional.empty(),
        () -> {});
  }

  private static void start(JsonGenerator out, JsonNode id) throws IOException {
    out.writeStartObject();
    out.writeStringField("jsonrpc", "2.0");
    out.writeFieldName("id");
    out.writeTree(id);
  }
}
