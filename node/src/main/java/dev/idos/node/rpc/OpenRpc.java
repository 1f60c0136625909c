package dev.idos.node.rpc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.node.rpc.ServedMethod.Description;
import dev.idos.node.rpc.ServedMethod.Member;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.action.ActionSignature;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The OpenRPC 1.2.4 document at `/spec/v1`, made from the methods themselves and the catalogue of
/// actions, so that it cannot say anything else than they do.
public final class OpenRpc {

  private OpenRpc() {}

  /// The document as JSON.
  public static byte[] document(
      List<ServedMethod> methods, ActionCatalogue catalogue, String version) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("openrpc", "1.2.4");
    document
        .putObject("info")
        .put("title", "idOS node")
        .put("description", "JSON-RPC 2.0 over POST /rpc/v1; parameters by name, no batches.")
        .put("version", version)
        .putObject("license")
        .put("name", "Apache-2.0");
    ArrayNode described = document.putArray("methods");
    methods.forEach(method -> described.add(method(method.description())));
    ArrayNode actions = document.putArray("x-actions");
    catalogue.signatures().forEach(signature -> actions.add(action(signature)));
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode method(Description description) {
    ObjectNode method =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", description.method().wireName())
            .put("summary", description.summary())
            .put("paramStructure", "by-name");
    ArrayNode params = method.putArray("params");
    for (Member member : description.parameters()) {
      ObjectNode param = params.addObject();
      param.put("name", member.name()).put("required", member.required());
      param.putObject("schema").put("type", member.type());
    }
    ObjectNode result = method.putObject("result").put("name", "result");
    ObjectNode schema = result.putObject("schema").put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Member member : description.result()) {
      properties.putObject(member.name()).put("type", member.type());
      if (member.required()) {
        required.add(member.name());
      }
    }
    return method;
  }

  private static ObjectNode action(ActionSignature signature) {
    ObjectNode action =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", signature.name())
            .put("description", signature.description())
            .put("additive", signature.additive());
    ArrayNode modifiers = action.putArray("modifiers");
    signature.accessModifiers().forEach(modifiers::add);
    ArrayNode parameters = action.putArray("parameters");
    for (ActionSignature.Parameter parameter : signature.parameters()) {
      parameters
          .addObject()
          .put("name", parameter.name())
          .put("type", parameter.type().text())
          .put("nullable", parameter.nullable());
    }
    return action;
  }
}
