package dev.idos.node.session;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletSignatures;
import dev.idos.protocol.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Opens, recognises and ends sessions (`network.md` §9).
public final class Sessions {

  private static final Duration LIFETIME = LoginNonce.LONGEST;

  private final PublicUrls urls;
  private final LoginCheck check;
  private final LoggedOut loggedOut;
  private final Clock clock;
  private final RandomGenerator chance;

  public Sessions(
      String chainId, PublicUrls urls, LoggedOut loggedOut, Clock clock, RandomGenerator chance) {
    this.urls = urls;
    this.check = new LoginCheck(chainId);
    this.loggedOut = loggedOut;
    this.clock = clock;
    this.chance = chance;
  }

  /// The public addresses a Host header stands for, best first; empty for a foreign one.
  public List<String> domainsFor(String host) {
    return urls.selectedBy(host);
  }

  /// A nonce to be signed.
  public LoginNonce newNonce() {
    return LoginNonce.fresh(clock.instant(), LIFETIME, chance);
  }

  /// Opens a session with what a wallet signed, beside those the client holds already. The text
  /// may name any of the domains the request was sent to.
  public Opening open(
      Presented presented,
      List<String> domains,
      LoginNonce nonce,
      AuthScheme scheme,
      Bytes sender,
      Bytes signature,
      SignatureBudget budget) {
    if (!(presented.origin() instanceof Origin.Known origin)) {
      return new Opening.NotAuthorized();
    }
    return domains.stream()
        .map(domain -> new Login(domain, nonce, scheme, sender, signature))
        .filter(login -> holds(login, budget))
        .findFirst()
        .map(login -> opened(presented, new OpenLogin(origin, login)))
        .orElseGet(Opening.NotAuthorized::new);
  }

  /// Who is logged in, if the request holds a login of this sender that holds here and now.
  public Optional<Caller> callerOf(
      Presented presented, AuthScheme scheme, Bytes sender, SignatureBudget budget) {
    return presented
        .usable(scheme, sender)
        .filter(login -> holds(login, budget))
        .findFirst()
        .flatMap(login -> WalletSignatures.callerText(scheme, sender))
        .map(text -> new Caller(scheme, sender, text));
  }

  /// Ends the sessions of one sender, or all of this origin, for good. Answers with what the client
  /// holds from now on; nothing if the log-out could not be stored.
  public Optional<SessionValue> close(
      Presented presented, Optional<Bytes> sender, SignatureBudget budget) {
    if (!(presented.origin() instanceof Origin.Known origin)) {
      return Optional.of(SessionValue.EMPTY);
    }
    Predicate<OpenLogin> ended =
        open ->
            open.origin().equals(origin) && sender.map(open.login().sender()::equals).orElse(true);
    SessionValue all = presented.all();
    for (OpenLogin open : all.logins()) {
      if (ended.test(open) && holds(open.login(), budget) && !isStored(open.login(), budget)) {
        return Optional.empty();
      }
    }
    return Optional.of(live(all.without(ended)));
  }

  /// How long the newest of these logins lives.
  public long maxAgeSeconds(SessionValue value) {
    long now = clock.instant().getEpochSecond();
    return value.logins().stream()
        .mapToLong(open -> open.login().nonce().expiresAt() - now)
        .max()
        .orElse(0);
  }

  private boolean isStored(Login login, SignatureBudget budget) {
    if (!budget.allows() || !loggedOut.add(login)) {
      return false;
    }
    budget.loggedOut();
    return true;
  }

  private boolean holds(Login login, SignatureBudget budget) {
    return login.nonce().holdsAt(clock.instant())
        && urls.contains(login.domain())
        && !loggedOut.contains(login)
        && check.isSigned(login, budget);
  }

  private Opening opened(Presented presented, OpenLogin open) {
    return live(presented.all())
        .with(open)
        .<Opening>map(value -> new Opening.Opened(value, own(value, open), maxAgeSeconds(value)))
        .orElseGet(Opening.DoesNotFit::new);
  }

  /// Whoever holds a login can claim its origin, so no website is told those of others.
  private static SessionValue own(SessionValue value, OpenLogin open) {
    return value.without(other -> !other.origin().equals(open.origin()));
  }

  private SessionValue live(SessionValue value) {
    return value.without(open -> !open.login().nonce().holdsAt(clock.instant()));
  }
}
