package dev.idos.cli.demo;

import static dev.idos.cli.terminal.Steps.require;

import dev.idos.cli.terminal.Steps;
import dev.idos.cli.terminal.Steps.Broken;
import dev.idos.cli.terminal.Steps.Told;
import dev.idos.cli.terminal.Words;
import dev.idos.credentials.Verification;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.Secp256k1;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.Refusal;
import dev.idos.sdk.SharedCopy;
import java.time.Duration;
import java.time.Instant;

/// Chapter 2: the credential is used again, at a neobank for good and at a card company for a
/// while.
final class Reuse {

  private static final Duration SHORTEST_LOCK = Duration.ofSeconds(6);

  private final Stage stage;
  private final Verified verified;
  private final Steps steps;

  Reuse(Stage stage, Verified verified, Steps steps) {
    this.stage = stage;
    this.verified = verified;
    this.steps = steps;
  }

  Shared play() throws Broken {
    var nova = open("Nova Bank", WalletKey.faceSign(Ed25519.generate(stage.random())));
    var onda = open("Onda Card", WalletKey.evm(Secp256k1.generate(stage.random())));
    var shared = steps.make("share with Nova Bank, locked", () -> locked(nova));
    steps.step("let Nova Bank read and verify", () -> read(nova, shared.copy()));
    var ondaCopy = steps.make("share with Onda Card", () -> unlocked(onda));
    steps.step("let Onda Card read and verify", () -> read(onda, ondaCopy));
    steps.refused(
        "Nova Bank's access cannot be taken back before " + Words.time(shared.lockedUntil()),
        Refusal.ACCESS_GRANT_LOCKED,
        () -> verified.owner().owner().revoke(shared.copy().grantId()));
    steps.step("take Onda Card's access back", () -> takenBack(onda, ondaCopy));
    steps.refused(
        "Onda Card's next read is refused",
        Refusal.CREDENTIAL_NOT_SHARED,
        () -> onda.read(ondaCopy.copyId()));
    return shared;
  }

  private Company open(String name, WalletKey key) {
    return Company.open(name, stage.network(), key, verified.signer().descriptor(), stage.random());
  }

  /// The lock is short, so that whoever watches sees it pass; but long enough for the steps up to
  /// the refusal, also with large files on a slow machine.
  private Told<Shared> locked(Company nova) {
    long start = System.nanoTime();
    verified.owner().open(verified.written().originalId());
    var lock = SHORTEST_LOCK.plus(Duration.ofNanos(System.nanoTime() - start).multipliedBy(12));
    var until = Instant.ofEpochSecond(Instant.now().plus(lock).getEpochSecond());
    var copy =
        verified
            .owner()
            .share(verified.written().originalId(), nova.introducedOn(stage.network()), until);
    return new Told<>(
        new Shared(nova, copy, until),
        "access given to " + nova.name() + ", locked until " + Words.time(until));
  }

  private Told<SharedCopy> unlocked(Company onda) {
    var copy =
        verified
            .owner()
            .share(
                verified.written().originalId(), onda.introducedOn(stage.network()), Instant.EPOCH);
    return new Told<>(copy, onda.name() + " gets access of its own, without a lock");
  }

  private String read(Company company, SharedCopy copy) {
    var shared = company.read(copy.copyId());
    require(shared.plaintext().equals(verified.kyc().plaintext()), "it is what the issuer signed");
    var judged = company.verify(shared, verified.holder());
    require(judged instanceof Verification.Verified, "the credential verifies, got " + judged);
    return company.name() + " reads, decrypts and verifies issuer, holder, status, every field";
  }

  private String takenBack(Company company, SharedCopy copy) {
    verified.owner().owner().revoke(copy.grantId());
    return company.name() + "'s access is taken back";
  }
}
