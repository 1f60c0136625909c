package dev.idos.node.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.node.rpc.method.Version;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/// `GET /api/v1/health`, for load balancers: of the whole node, or of one of its services.
public final class HealthRoute {

  private final Supplier<ObjectNode> user;

  /// @param user the members of `user.health`
  public HealthRoute(Supplier<ObjectNode> user) {
    this.user = user;
  }

  void handle(String service, ServerResponse response) {
    ObjectNode health = user.get();
    Optional<ObjectNode> answer =
        switch (service) {
          case "" -> Optional.of(whole(health));
          case "user" -> Optional.of(health);
          case "chain" -> Optional.of(chain(health));
          case "function" -> Optional.of(function());
          default -> Optional.empty();
        };
    response.headers().set(HeaderNames.CONTENT_TYPE, ResponseHeaders.JSON);
    if (answer.isEmpty()) {
      response.status(Status.NOT_FOUND_404);
      response.send("{\"error\":\"no such service\"}".getBytes(StandardCharsets.UTF_8));
      return;
    }
    boolean healthy = answer.get().path("healthy").asBoolean();
    response.status(healthy ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
    response.send(answer.get().toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode whole(ObjectNode user) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.put("kwil_alive", true).put("healthy", user.path("healthy").asBoolean());
    ObjectNode services = whole.putObject("services");
    services.set("user", user);
    services.set("function", function());
    services.set("chain", chain(user));
    return whole;
  }

  private static ObjectNode chain(ObjectNode user) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("chain_id", user.path("chain_id").asText())
        .put("height", user.path("height").asLong())
        .put("healthy", user.path("healthy").asBoolean());
  }

  private static ObjectNode function() {
    return JsonNodeFactory.instance.objectNode().put("healthy", true).put("version", Version.API);
  }
}
