package dev.idos.demo.company;

import dev.idos.credentials.CredentialVerifier;
import dev.idos.credentials.Expectation;
import dev.idos.credentials.HolderId;
import dev.idos.credentials.IssuerDescriptor;
import dev.idos.credentials.SignedCredential;
import dev.idos.credentials.Verification;
import dev.idos.demo.PrivateFolder;
import dev.idos.demo.company.Evidence.Finding;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.sdk.AccessGrantEntry;
import dev.idos.sdk.Connected;
import dev.idos.sdk.ConsumerClient;
import dev.idos.sdk.SharedCredential;
import dev.idos.sdk.net.IdosException.Refused;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A company that opens accounts for people who share a credential with it.
public final class Company {

  /// How much shorter than asked a lock may be, because people take time to read; a quarter of it
  /// must be left.
  private static final Duration TOLERANCE = Duration.ofHours(1);

  private final Terms terms;
  private final CompanyKeys keys;
  private final ConsumerClient client;
  private final AccountBook book;
  private final Door door;
  private final InstantSource clock;
  private final CredentialVerifier verifier;

  private Company(
      Terms terms, CompanyKeys keys, ConsumerClient client, AccountBook book, Door door) {
    this.terms = terms;
    this.keys = keys;
    this.client = client;
    this.book = book;
    this.door = door;
    this.clock = InstantSource.system();
    this.verifier = new CredentialVerifier(clock);
  }

  /// Opens a company with its keys on a network, and its files in a folder.
  public static Company open(
      Terms terms, CompanyKeys keys, Connected network, PrivateFolder folder, SecureRandom random)
      throws IOException {
    var door = new Door(terms.name(), network.chainId(), InstantSource.system(), random);
    var client = network.consumer(keys.wallet(), keys.encryptionKey());
    return new Company(terms, keys, client, AccountBook.in(folder), door);
  }

  /// What it asks of people.
  public Terms terms() {
    return terms;
  }

  CompanyKeys keys() {
    return keys;
  }

  Door door() {
    return door;
  }

  AccountBook book() {
    return book;
  }

  /// What a company sees of one credential at this moment.
  ///
  /// @param grant the access; empty once it was taken back
  /// @param credential what is inside; empty if it is no credential
  record View(
      Optional<AccessGrantEntry> grant,
      List<Evidence> evidence,
      Optional<SignedCredential> credential) {

    boolean isGood() {
      return grant.isPresent()
          && evidence.stream().allMatch(each -> each.finding() == Finding.HOLDS);
    }
  }

  /// Reads and judges a copy. Whatever it was before, only what it is now counts.
  View view(CredentialId copy, HolderId holder) {
    Optional<AccessGrantEntry> grant = client.grantsOn(copy).stream().findFirst();
    if (grant.isEmpty()) {
      return new View(Optional.empty(), List.of(), Optional.empty());
    }
    try {
      var shared = client.read(copy);
      var evidence = new ArrayList<>(Evidence.of(judge(shared, holder), terms));
      evidence.add(level(shared));
      return new View(grant, List.copyOf(evidence), shared.credential());
    } catch (Refused no) {
      if (!no.refusal().is(Refusal.CREDENTIAL_NOT_SHARED)) {
        throw no;
      }
      return new View(Optional.empty(), List.of(), Optional.empty());
    }
  }

  /// Opens an account if the credential holds and access lasts as long as asked. Answers the view
  /// it judged by.
  Opening openAccount(Door.Visitor visitor, CredentialId copy) throws IOException {
    var holder = new HolderId.Wallet(visitor.type(), visitor.address());
    var view = view(copy, holder);
    var problems = new ArrayList<String>();
    if (view.grant().isEmpty()) {
      problems.add("access was not given, or was taken back already");
    }
    problems.addAll(against(view));
    if (view.grant().filter(grant -> !isLockedLongEnough(grant)).isPresent()) {
      problems.add("access can be taken back earlier than we may allow");
    }
    if (!problems.isEmpty()) {
      return new Opening(Optional.empty(), problems);
    }
    var account =
        new Account(
            UUID.randomUUID(),
            clock.instant(),
            visitor.type(),
            visitor.address(),
            view.grant().orElseThrow().ownerId().value(),
            copy.value());
    book.add(account);
    return new Opening(Optional.of(account), List.of());
  }

  /// What fails, in words; what could not be proven only where nothing fails: it follows from that.
  private static List<String> against(View view) {
    var failing = words(view, Finding.FAILS);
    return failing.isEmpty() ? words(view, Finding.NOT_PROVEN) : failing;
  }

  private static List<String> words(View view, Finding finding) {
    return view.evidence().stream()
        .filter(each -> each.finding() == finding)
        .map(Evidence::words)
        .distinct()
        .toList();
  }

  /// What became of a request for an account.
  record Opening(Optional<Account> account, List<String> problems) {}

  View view(Account account) {
    return view(account.copyId(), new HolderId.Wallet(account.walletType(), account.address()));
  }

  private Verification judge(SharedCredential shared, HolderId holder) {
    var trusted =
        terms.trusted().stream().map(TrustedIssuer::descriptor).toArray(IssuerDescriptor[]::new);
    return shared.verify(verifier, Expectation.ofIssuers(trusted).heldBy(holder));
  }

  private Evidence level(SharedCredential shared) {
    var level = shared.credential().flatMap(SignedCredential::level);
    boolean isEnough = level.filter(found -> found.isAtLeast(terms.required())).isPresent();
    return new Evidence(
        "Level",
        isEnough ? Finding.HOLDS : Finding.FAILS,
        isEnough
            ? "checked as thoroughly as we ask: " + level.orElseThrow().text()
            : "checked less thoroughly than we ask: " + terms.required().text());
  }

  private boolean isLockedLongEnough(AccessGrantEntry grant) {
    var quarter = terms.lock().dividedBy(4);
    var tolerated = terms.lock().minus(TOLERANCE);
    var least = tolerated.compareTo(quarter) < 0 ? quarter : tolerated;
    return terms.lock().isZero()
        || grant.lockedUntil() >= clock.instant().plus(least).getEpochSecond();
  }
}
