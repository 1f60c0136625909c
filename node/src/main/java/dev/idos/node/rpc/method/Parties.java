package dev.idos.node.rpc.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.ledger.inserters.Inserter;
import dev.idos.ledger.inserters.Inserters;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Reader;
import dev.idos.node.application.Views;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.rpc.RpcMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `idos.parties`: the names of inserters, by any key or address that acts for them. No other name
/// in idOS has been verified by anybody; who is not in the answer is unknown.
public final class Parties implements ServedMethod {

  private static final int MOST = 100;

  private final Views views;

  public Parties(Views views) {
    this.views = views;
  }

  @Override
  public Description description() {
    return Description.of(
            RpcMethod.PARTIES,
            "The verified names behind keys and addresses; unknown ones are left out.",
            Member.of("identifier", "string"),
            Member.of("name", "string"),
            Member.of("inserter_id", "string"))
        .taking(Member.of("identifiers", "array"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) throws MalformedException {
    List<String> identifiers = identifiers(call.params().path("identifiers"));
    return RpcAnswer.of(views.read(snapshot -> parties(identifiers, snapshot.rows())));
  }

  private static ArrayNode parties(List<String> identifiers, Reader rows) {
    ArrayNode parties = JsonNodeFactory.instance.arrayNode();
    for (String identifier : identifiers) {
      inserter(identifier, rows)
          .ifPresent(
              inserter ->
                  parties
                      .addObject()
                      .put("identifier", identifier)
                      .put("name", inserter.name())
                      .put("inserter_id", inserter.id().toString()));
    }
    return parties;
  }

  private static Optional<Inserter> inserter(String identifier, Reader rows) {
    return Inserters.ofKey(identifier, rows)
        .flatMap(id -> rows.find(Inserters.INSERTERS, Key.of(id.value())));
  }

  private static List<String> identifiers(JsonNode list) throws MalformedException {
    if (!list.isArray() || list.size() > MOST) {
      throw new MalformedException("expected a list of at most " + MOST + " identifiers");
    }
    var identifiers = new ArrayList<String>();
    for (JsonNode element : list) {
      if (!element.isTextual()) {
        throw new MalformedException("expected strings in identifiers");
      }
      identifiers.add(element.textValue());
    }
    return identifiers;
  }
}
