package dev.idos.node.rpc.method;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletSignatures;
import dev.idos.node.application.Views;
import dev.idos.node.limit.LargeAnswers;
import dev.idos.node.rpc.AddressBudget;
import dev.idos.node.rpc.Client;
import dev.idos.node.rpc.RpcAnswer;
import dev.idos.node.rpc.RpcCall;
import dev.idos.node.rpc.RpcFailure;
import dev.idos.node.rpc.ServedMethod;
import dev.idos.node.session.Sessions;
import dev.idos.protocol.Caller;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Quoted;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.action.DecodedCall;
import dev.idos.protocol.query.AccessGrantQuery;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.CredentialQuery;
import dev.idos.protocol.query.EconomyQuery;
import dev.idos.protocol.query.ProfileQuery;
import dev.idos.protocol.query.Query;
import dev.idos.protocol.query.Rows;
import dev.idos.protocol.rpc.CallAnswer;
import dev.idos.protocol.rpc.CallRequest;
import dev.idos.protocol.rpc.RpcError;
import dev.idos.protocol.rpc.RpcMethod;
import java.util.List;
import java.util.Optional;

/// `user.call`: runs a view. The sender is believed only as far as a session of it goes.
public final class Call implements ServedMethod {

  private static final long RETRY_MILLIS = 1_000;

  private final ActionCatalogue catalogue;
  private final Answering ledger;
  private final Views views;
  private final ChainState chain;
  private final Sessions sessions;
  private final AddressBudget budget;
  private final LargeAnswers large;

  public Call(
      ActionCatalogue catalogue,
      Answering ledger,
      Views views,
      ChainState chain,
      Sessions sessions,
      AddressBudget budget,
      LargeAnswers large) {
    this.catalogue = catalogue;
    this.ledger = ledger;
    this.views = views;
    this.chain = chain;
    this.sessions = sessions;
    this.budget = budget;
    this.large = large;
  }

  @Override
  public Description description() {
    return Description.of(
            RpcMethod.CALL,
            "Runs a view as the logged-in sender.",
            Member.of("query_result", "object"),
            Member.of("logs", "string"),
            Member.optional("error", "string"))
        .taking(
            Member.of("body", "object"),
            Member.of("auth_type", "string"),
            Member.of("sender", "string"),
            Member.of("signature", "string"));
  }

  @Override
  public RpcAnswer answer(RpcCall call) throws RpcFailure, MalformedException {
    CallRequest request = CallRequest.read(call.params());
    return switch (catalogue.decodeCall(request.payload())) {
      case DecodedCall.Malformed(String text) -> throw new MalformedException(text);
      case DecodedCall.EngineError(Refused refused) -> {
        asserted(request);
        throw RpcFailure.of(RpcError.ENGINE, refused.text());
      }
      case DecodedCall.Ready(Query query) ->
          answered(query, callerOf(query, asserted(request), call.client()));
    };
  }

  private RpcAnswer answered(Query query, Caller caller) throws RpcFailure {
    return switch (attempt(query, caller)) {
      case Attempt.Told(RpcAnswer answer) -> answer;
      case Attempt.NoRoom(long bytes) -> answeredInTurn(query, caller, bytes);
    };
  }

  /// What came of reading an answer: nothing large outlives it that has no place.
  private sealed interface Attempt {
    record Told(RpcAnswer answer) implements Attempt {}

    record NoRoom(long bytes) implements Attempt {}
  }

  private Attempt attempt(Query query, Caller caller) throws RpcFailure {
    Answer answer = read(query, caller);
    long bytes = bytesOf(answer);
    if (bytes <= LargeAnswers.LARGE) {
      return new Attempt.Told(told(answer));
    }
    Optional<LargeAnswers.Place> place = large.tryEnter(caller.text(), bytes);
    return place.isPresent()
        ? new Attempt.Told(told(answer).afterwards(place.get()::close))
        : new Attempt.NoRoom(bytes);
  }

  /// Reads anew once there is room.
  private RpcAnswer answeredInTurn(Query query, Caller caller, long bytes) throws RpcFailure {
    LargeAnswers.Place place =
        large.enter(caller.text(), bytes).orElseThrow(() -> RpcFailure.tooMany(RETRY_MILLIS));
    boolean isHandedOn = false;
    try {
      RpcAnswer answer = told(read(query, caller)).afterwards(place::close);
      isHandedOn = true;
      return answer;
    } finally {
      if (!isHandedOn) {
        place.close();
      }
    }
  }

  private Answer read(Query query, Caller caller) {
    return views.read(
        snapshot -> ledger.answer(query, caller, chain.now(snapshot.head()), snapshot.rows()));
  }

  private static long bytesOf(Answer answer) {
    return answer instanceof Answer.Found(Rows rows)
        ? rows.values().stream()
            .flatMap(List::stream)
            .mapToLong(value -> value instanceof String text ? text.length() : 0)
            .sum()
        : 0;
  }

  private static RpcAnswer told(Answer answer) throws RpcFailure {
    return switch (answer) {
      case Answer.Found(Rows rows) -> RpcAnswer.written(CallAnswer.of(rows)::writeTo);
      case Answer.Denied(Refused refused) when isEngineError(refused.reason()) ->
          throw RpcFailure.of(RpcError.ENGINE, refused.text());
      case Answer.Denied(Refused refused) ->
          RpcAnswer.written(CallAnswer.refused(refused.text())::writeTo);
    };
  }

  /// Who the sender says it is. The bytes must at least be of a form the scheme has.
  private static Caller asserted(CallRequest request) throws RpcFailure {
    if (request.sender().isEmpty()) {
      return Caller.NOBODY;
    }
    AuthScheme scheme =
        AuthScheme.named(request.authType())
            .orElseThrow(
                () -> unknownCaller("authenticator not found: " + Quoted.of(request.authType())));
    String text =
        WalletSignatures.callerText(scheme, request.sender())
            .orElseThrow(() -> unknownCaller(lengthProblem(scheme, request.sender())));
    return new Caller(scheme, request.sender(), text);
  }

  private static String lengthProblem(AuthScheme scheme, Bytes sender) {
    String what = scheme == AuthScheme.SECP256K1_EP ? "eth address" : scheme.wireName() + " sender";
    return "invalid " + what + " with " + sender.length() + " bytes";
  }

  private static RpcFailure unknownCaller(String problem) {
    return RpcFailure.of(RpcError.IDENTITY_INVALID, "failed to get caller: " + problem);
  }

  /// Who the view is answered for. Open views are answered to nobody, except that `has_profile`
  /// hears an asserted sender: its answer is public (`ledger.md` §3, W3).
  private Caller callerOf(Query query, Caller asserted, Client client) throws RpcFailure {
    if (query instanceof ProfileQuery.HasProfile) {
      budget.charge(client.address());
      return asserted;
    }
    if (isOpen(query)) {
      return Caller.NOBODY;
    }
    Caller caller = loggedIn(asserted, client);
    if (isProbe(query)) {
      budget.chargeProbe(caller.text());
    }
    return caller;
  }

  private Caller loggedIn(Caller asserted, Client client) throws RpcFailure {
    return sessions
        .callerOf(
            client.presented(),
            asserted.scheme(),
            asserted.sender(),
            budget.signatures(client.address()))
        .orElseThrow(() -> RpcFailure.of(RpcError.NOT_AUTHORIZED));
  }

  private static boolean isOpen(Query query) {
    return query instanceof AccessGrantQuery.DwgMessage
        || query instanceof AccessGrantQuery.DagMessage
        || query instanceof EconomyQuery.GetIssuerFee
        || query instanceof EconomyQuery.CheckBalance;
  }

  private static boolean isProbe(Query query) {
    return query instanceof ProfileQuery.GetUserAsInserter
        || query instanceof CredentialQuery.CredentialExistAsInserter;
  }

  /// Refusals that the original's engine raises, not its actions; and the one that kwil-js, which
  /// overlooks what views refuse, would take for an empty list.
  private static boolean isEngineError(Refusal reason) {
    return reason == Refusal.PAPER_DATE_INVALID || reason == Refusal.LIST_TOO_LONG;
  }
}
