package dev.idos.cli.demo;

import static dev.idos.cli.terminal.Steps.require;

import dev.idos.cli.terminal.Steps;
import dev.idos.cli.terminal.Steps.Broken;
import dev.idos.cli.terminal.Words;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Utf8;
import dev.idos.sdk.OwnerClient;
import dev.idos.sdk.net.IdosException.Refused;
import java.time.Duration;
import java.time.Instant;

/// Chapter 4: the person takes everything along and has it deleted.
final class Leaving {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final Verified verified;
  private final Steps steps;

  Leaving(Verified verified, Steps steps) {
    this.verified = verified;
    this.steps = steps;
  }

  void play(Shared shared) throws Broken {
    steps.step("export everything", this::exported);
    steps.step("delete the account", () -> deleted(shared));
    steps.step("see the last copy go when its lock passes", () -> gone(shared));
  }

  private String exported() {
    var export = verified.owner().export();
    var kyc = Utf8.decode(verified.kyc().plaintext()).orElseThrow();
    require(
        export.path("credentials").findValuesAsText("content").contains(kyc),
        "the export holds the credential in the clear");
    require(export.path("wallets").size() == 2, "the export lists both wallets");
    return "exported: %d wallets, %d credentials and copies, %d grants, %s"
        .formatted(
            export.path("wallets").size(),
            export.path("credentials").size(),
            export.path("access_grants").size(),
            Words.size(export.toString().length()));
  }

  private String deleted(Shared shared) {
    OwnerClient owner = verified.owner().owner();
    owner.removeAccount();
    require(
        owner.credential(verified.written().originalId()).isEmpty() || isLockedStill(shared),
        "what no lock protects is gone at once");
    return isLockedStill(shared)
        ? "account deleted; only "
            + shared.locked().name()
            + "'s locked copy stays until "
            + Words.time(shared.lockedUntil())
        : "account deleted, nothing stays";
  }

  private static boolean isLockedStill(Shared shared) {
    return !Instant.now().isAfter(shared.lockedUntil().plusSeconds(1));
  }

  private String gone(Shared shared) throws InterruptedException {
    var deadline = shared.lockedUntil().plus(LONGEST_WAIT);
    while (!isRefused(shared)) {
      require(Instant.now().isBefore(deadline), "the copy goes once its lock has passed");
      Thread.sleep(BETWEEN_LOOKS);
    }
    require(verified.owner().owner().profile().isEmpty(), "the profile is gone");
    return "the lock has passed: the last copy is gone, and the profile with it";
  }

  private static boolean isRefused(Shared shared) {
    try {
      shared.locked().read(shared.copy().copyId());
      return false;
    } catch (Refused no) {
      if (!no.refusal().is(Refusal.CREDENTIAL_NOT_SHARED)) {
        throw no;
      }
      return true;
    }
  }
}
