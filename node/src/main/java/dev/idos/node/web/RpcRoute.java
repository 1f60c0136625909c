package dev.idos.node.web;

import dev.idos.node.limit.LargeBodies;
import dev.idos.node.rpc.Client;
import dev.idos.node.rpc.Dispatcher;
import dev.idos.node.rpc.Reply;
import dev.idos.node.rpc.RpcFailure;
import dev.idos.node.session.Origin;
import dev.idos.node.session.Presented;
import dev.idos.node.session.SessionCookie;
import dev.idos.protocol.rpc.BroadcastRejection;
import dev.idos.protocol.rpc.RpcError;
import dev.idos.protocol.rpc.TxCode;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `POST /rpc/v1`. How large a body is decides, before a byte of it is read, whether it is read.
final class RpcRoute {

  /// Two contents of 24 MiB in base64 with room to spare (`wire.md` §2).
  static final long LARGEST_BODY = 72L << 20;

  private static final long LARGE = 1 << 20;
  private static final long TINY = 16 * 1024;

  private final Dispatcher dispatcher;
  private final LargeBodies large;
  private final LargeBodies middling;
  private final SlowClients slowClients;
  private final LastAnswer lastAnswer;

  /// @param large room for bodies of more than 1 MiB
  /// @param middling room for bodies between 16 KiB and 1 MiB
  RpcRoute(
      Dispatcher dispatcher, LargeBodies large, LargeBodies middling, SlowClients slowClients) {
    this.dispatcher = dispatcher;
    this.large = large;
    this.middling = middling;
    this.slowClients = slowClients;
    this.lastAnswer = new LastAnswer(slowClients);
  }

  void handle(ServerRequest request, ServerResponse response) throws IOException {
    OptionalLong length = request.headers().contentLength();
    if (length.isEmpty() || request.headers().contains(HeaderNames.TRANSFER_ENCODING)) {
      refuse(
          request,
          response,
          Status.LENGTH_REQUIRED_411,
          "say how long the body is: Content-Length");
    } else if (length.getAsLong() > LARGEST_BODY) {
      refuse(request, response, Status.BAD_REQUEST_400, "the body is longer than 72 MiB");
    } else if (length.getAsLong() <= TINY) {
      answer(request, response, length.getAsLong());
    } else {
      answerInTurn(request, response, length.getAsLong());
    }
  }

  private void answerInTurn(ServerRequest request, ServerResponse response, long length)
      throws IOException {
    Optional<LargeBodies.Place> place = (length > LARGE ? large : middling).enter();
    if (place.isEmpty()) {
      lastAnswer.announce(response);
      send(response, Dispatcher.unread(busy()));
      lastAnswer.close(request);
      return;
    }
    try {
      answer(request, response, length);
    } finally {
      place.get().close();
    }
  }

  private void answer(ServerRequest request, ServerResponse response, long length)
      throws IOException {
    // Never closed here: what a refused request left unread must still be read past.
    var body = new PacedInput(request.content().inputStream(), length, slowClients);
    Reply reply;
    try {
      body.begin();
      reply = dispatcher.answer(body, length, client(request));
    } catch (IOException | RuntimeException brokenOff) {
      refuse(request, response, Status.BAD_REQUEST_400, "the body did not arrive whole");
      return;
    } finally {
      slowClients.done();
    }
    if (body.isWhole()) {
      send(response, reply);
    } else {
      lastAnswer.announce(response);
      send(response, reply);
      lastAnswer.close(body);
    }
  }

  private void send(ServerResponse response, Reply reply) throws IOException {
    try {
      write(response, reply);
    } finally {
      slowClients.done();
      reply.sent().run();
    }
  }

  private void write(ServerResponse response, Reply reply) throws IOException {
    response.status(Status.create(reply.httpStatus()));
    response.headers().set(HeaderNames.CONTENT_TYPE, ResponseHeaders.JSON);
    reply.setCookie().ifPresent(cookie -> response.headers().set(HeaderNames.SET_COOKIE, cookie));
    try (var out = new AnswerStream(response, slowClients)) {
      reply.writeTo(out);
    }
  }

  private void refuse(ServerRequest request, ServerResponse response, Status status, String why) {
    response.status(status);
    lastAnswer.send(request, response, why);
  }

  private static RpcFailure busy() {
    var rejection =
        new BroadcastRejection(
            TxCode.POOL_FULL.code(), "", "too many large requests at once: try again in a moment");
    return RpcFailure.of(
        RpcError.BROADCAST_REJECTED, RpcError.BROADCAST_REJECTED.message(), rejection.toJson());
  }

  private static Client client(ServerRequest request) {
    List<String> cookies = all(request, HeaderNames.COOKIE);
    var presented =
        new Presented(
            Origin.of(first(request, HeaderNames.ORIGIN)),
            SessionCookie.of(first(request, HeaderNames.AUTHORIZATION), cookies));
    return new Client(address(request), first(request, HeaderNames.HOST).orElse(""), presented);
  }

  private static InetAddress address(ServerRequest request) {
    return request.remotePeer().address() instanceof InetSocketAddress peer
            && peer.getAddress() != null
        ? peer.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  private static Optional<String> first(ServerRequest request, HeaderName name) {
    return request.headers().first(name);
  }

  private static List<String> all(ServerRequest request, HeaderName name) {
    return request.headers().contains(name) ? request.headers().get(name).allValues() : List.of();
  }
}
