package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.ledger.genesis.Operator;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.node.session.PublicUrls;
import dev.idos.protocol.rpc.RpcMethod;
import java.util.LinkedHashSet;

/// `idos.operators`: who runs the nodes of this network.
public final class Operators implements ServedMethod {

  private final Operator operator;
  private final PublicUrls publicUrls;
  private final ChainState chain;

  public Operators(Operator operator, PublicUrls publicUrls, ChainState chain) {
    this.operator = operator;
    this.publicUrls = publicUrls;
    this.chain = chain;
  }

  @Override
  public Description description() {
    return Description.of(
        RpcMethod.OPERATORS,
        "A list of those who run the nodes of this network.",
        Member.of("name", "string"),
        Member.of("country", "string"),
        Member.of("urls", "array"),
        Member.of("height", "integer"),
        Member.of("healthy", "boolean"),
        Member.of("is_this_node", "boolean"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) {
    ArrayNode operators = JsonNodeFactory.instance.arrayNode();
    ObjectNode row =
        operators.addObject().put("name", operator.name()).put("country", operator.country());
    ArrayNode urls = row.putArray("urls");
    var known = new LinkedHashSet<>(operator.urls());
    known.addAll(publicUrls.configured());
    known.forEach(urls::add);
    row.put("height", chain.head().height())
        .put("healthy", chain.isHealthy())
        .put("is_this_node", true);
    return RpcAnswer.of(operators);
  }
}
