package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.RpcFailure;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.action.ActionSignature;
import dev.idos.protocol.rpc.Members;
import dev.idos.protocol.rpc.RpcError;
import dev.idos.protocol.rpc.RpcMethod;
import dev.idos.protocol.value.DataType;
import dev.idos.protocol.value.EncodedValue;
import dev.idos.protocol.value.EncodedValueJson;
import java.util.List;
import java.util.regex.Pattern;

/// `user.query`: exactly the question kwil-js asks before it can send named inputs, and no other.
/// There is no SQL here.
public final class InfoActions implements ServedMethod {

  private static final Pattern QUESTION =
      Pattern.compile(
          "\\s*select\\s+\\*\\s+from\\s+info\\.actions\\s+where\\s+namespace\\s*=\\s*\\$namespace\\s*;?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_QUESTION = 256;

  private final ActionCatalogue catalogue;

  public InfoActions(ActionCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Description description() {
    return Description.of(
            RpcMethod.QUERY,
            "The actions of a namespace: SELECT * FROM info.actions WHERE namespace = $namespace.",
            Member.optional("column_names", "array"),
            Member.optional("column_types", "array"),
            Member.optional("values", "array"))
        .taking(Member.of("query", "string"), Member.of("params", "object"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) throws RpcFailure, MalformedException {
    String question = Members.text(call.params(), "query");
    if (question.length() > LONGEST_QUESTION || !QUESTION.matcher(question).matches()) {
      throw RpcFailure.of(RpcError.NOT_ALLOWED, "ad hoc queries are not allowed: call a view");
    }
    return RpcAnswer.of(rows(namespace(call.params()).equals(ActionCatalogue.NAMESPACE)));
  }

  private static String namespace(ObjectNode params) throws MalformedException {
    ObjectNode given = params.path("params") instanceof ObjectNode object ? object : params;
    for (String name : List.of("$namespace", "namespace")) {
      if (given.path(name).isObject()) {
        EncodedValue value = EncodedValueJson.read(given.path(name));
        boolean isText = !value.isNull() && value.type().kind() == DataType.Kind.TEXT;
        return isText && !value.type().isArray() ? value.asText() : "";
      }
    }
    throw new MalformedException("missing parameter $namespace");
  }

  private ObjectNode rows(boolean isKnown) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    if (!isKnown) {
      return result.putNull("column_names").putNull("column_types").putNull("values");
    }
    ArrayNode names = result.putArray("column_names");
    ArrayNode types = result.putArray("column_types");
    for (String column : List.of("namespace", "name", "raw_statement")) {
      names.add(column);
      types.add(EncodedValueJson.writeType(DataType.TEXT));
    }
    for (String column : List.of("access_modifiers", "parameter_names", "parameter_types")) {
      names.add(column);
      types.add(EncodedValueJson.writeType(new DataType("text", true, 0, 0)));
    }
    ArrayNode values = result.putArray("values");
    catalogue.signatures().forEach(signature -> values.add(row(signature)));
    return result;
  }

  private static ArrayNode row(ActionSignature signature) {
    ArrayNode row = JsonNodeFactory.instance.arrayNode();
    row.add(ActionCatalogue.NAMESPACE).add(signature.name()).add("");
    ArrayNode modifiers = row.addArray();
    signature.accessModifiers().forEach(modifiers::add);
    ArrayNode names = row.addArray();
    signature.parameters().forEach(parameter -> names.add("$" + parameter.name()));
    ArrayNode types = row.addArray();
    signature.parameters().forEach(parameter -> types.add(parameter.type().text()));
    return row;
  }
}
