package dev.idos.demo.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.sdk.net.IdosException;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Refused;
import dev.idos.sdk.net.IdosException.Unavailable;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/// The routes of one company. Every failure becomes a status and a sentence; a page of another
/// origin may call nothing but what is declared open to it.
public final class Api {

  private static final System.Logger LOG = System.getLogger(Api.class.getName());

  private final HttpRouting.Builder routing;
  private final SiteAddress own;

  Api(HttpRouting.Builder routing, SiteAddress own) {
    this.routing = routing;
    this.own = own;
  }

  /// What answers one route.
  @FunctionalInterface
  public interface Handler {
    /// Answers, or throws an [ApiProblem] or an [IdosException].
    Answer handle(ApiRequest request) throws IOException;
  }

  /// Serves a read.
  public Api get(String path, Handler handler) {
    routing.get(path, (request, response) -> answer(request, response, handler));
    return this;
  }

  /// Serves a change, to pages of this site only.
  public Api post(String path, Handler handler) {
    routing.post(path, (request, response) -> answerOwn(request, response, handler));
    return this;
  }

  /// Takes a file, from pages of this site only.
  public Api put(String path, Handler handler) {
    routing.put(path, (request, response) -> answerOwn(request, response, handler));
    return this;
  }

  /// Serves a change to pages of these sites too.
  public Api postOpenTo(List<String> origins, String path, Handler handler) {
    routing.route(
        Method.OPTIONS,
        path,
        (request, response) -> {
          allow(request, response, origins);
          response.status(Status.NO_CONTENT_204).send();
        });
    routing.post(
        path,
        (request, response) -> {
          if (allow(request, response, origins)) {
            answer(request, response, handler);
          } else {
            answerOwn(request, response, handler);
          }
        });
    return this;
  }

  private static boolean allow(
      ServerRequest request, ServerResponse response, List<String> origins) {
    response.headers().set(HeaderNames.VARY, "Origin");
    Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
    if (origin.filter(origins::contains).isEmpty()) {
      return false;
    }
    response.headers().set(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin.get());
    response.headers().set(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "POST");
    response.headers().set(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type");
    return true;
  }

  private void answerOwn(ServerRequest request, ServerResponse response, Handler handler) {
    Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
    if (origin.isPresent() && !own.isOrigin(origin.get())) {
      send(request, response, problem(403, "pages of another site may not do this here"));
    } else {
      answer(request, response, handler);
    }
  }

  private static void answer(ServerRequest request, ServerResponse response, Handler handler) {
    send(request, response, answerOf(request, handler));
  }

  private static Answer answerOf(ServerRequest request, Handler handler) {
    try {
      return handler.handle(new ApiRequest(request));
    } catch (ApiProblem no) {
      return problem(no.status(), no.sentence());
    } catch (IdosException no) {
      return problem(no);
    } catch (IOException | RuntimeException failure) {
      LOG.log(Level.ERROR, "a request failed; the page was told to try again", failure);
      return problem(500, "something went wrong here; nothing was changed. Try again.");
    }
  }

  private static Answer problem(IdosException no) {
    return switch (no) {
      case Refused refused ->
          problem(409, refused.refusal().meaning() + " (code " + refused.refusal().code() + ")");
      case Distrusted doubt -> problem(422, doubt.doubt().sentence());
      case Unavailable _ ->
          problem(503, "the idOS node did not answer. Nothing is lost: try again in a moment.");
    };
  }

  private static Answer problem(int status, String sentence) {
    return Answer.json(status, JsonNodeFactory.instance.objectNode().put("error", sentence));
  }

  private static void send(ServerRequest request, ServerResponse response, Answer answer) {
    response.status(Status.create(answer.status()));
    response.headers().set(HeaderNames.CONTENT_TYPE, answer.contentType());
    response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
    if (answer.status() >= 400 && request.content().hasEntity()) {
      response.headers().set(HeaderValues.CONNECTION_CLOSE); // its body may be unread
    }
    response.send(answer.body().toArray());
  }
}
