package dev.idos.demo.issuer;

import dev.idos.crypto.WalletProofs;
import dev.idos.demo.site.ApiProblem;
import dev.idos.protocol.message.GrantPapers;
import dev.idos.protocol.message.PaperDate;
import dev.idos.sdk.WriteGrant;
import java.time.Duration;
import java.time.InstantSource;

/// Whether a write grant will work when a reviewer gets to it. The network checks it again; this
/// spares the person a wait for nothing.
final class PaperCheck {

  private static final Duration LEAST_LIFE = Duration.ofMinutes(10);

  private final String chainId;
  private final String issuerKey;
  private final InstantSource clock;

  PaperCheck(String chainId, String issuerKey, InstantSource clock) {
    this.chainId = chainId;
    this.issuerKey = issuerKey;
    this.clock = clock;
  }

  /// @throws ApiProblem naming what is wrong
  /// @throws dev.idos.sdk.net.IdosException.Distrusted if the wallet did not state its key
  void check(WriteGrant grant) {
    var statement = grant.ownerKey();
    statement.trusted(chainId);
    require(
        statement.isAbout(grant.profile()), "the statement is about the key of another profile");
    require(
        grant.owner().equals(statement.address())
            || statement.publicKey().filter(grant.owner()::equals).isPresent(),
        "the permission to write names another wallet");
    require(
        grant.issuerKey().equals(issuerKey) && grant.consumer().equals(issuerKey),
        "the permission to write is for another company");
    checkTimes(grant);
    require(isSigned(grant), "the wallet did not sign this permission to write");
  }

  private void checkTimes(WriteGrant grant) {
    long now = clock.instant().getEpochSecond();
    long lock = seconds(grant.timelock());
    require(lock <= now, "the permission to write locks our copy, and we want to delete it");
    require(
        seconds(grant.notBefore()) <= now
            && seconds(grant.notAfter()) >= now + LEAST_LIFE.toSeconds(),
        "the permission to write ends too soon: sign a new one");
  }

  private boolean isSigned(WriteGrant grant) {
    var fields =
        new String[] {
          grant.owner(), grant.timelock(), grant.notBefore(), grant.notAfter(),
        };
    if (GrantPapers.fieldProblem(fields).isPresent()) {
      return false;
    }
    var text =
        GrantPapers.writeGrant(
            grant.owner(),
            grant.consumer(),
            grant.issuerKey(),
            grant.id(),
            grant.timelock(),
            grant.notBefore(),
            grant.notAfter(),
            chainId);
    var wallet = grant.ownerKey();
    return WalletProofs.isValid(
        wallet.walletType(),
        wallet.address(),
        wallet.publicKey().orElse(null),
        text,
        grant.signature());
  }

  private static long seconds(String time) {
    return PaperDate.parse(time)
        .orElseThrow(() -> ApiProblem.badRequest("a time of the paper is malformed"));
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw ApiProblem.badRequest(sentence);
    }
  }
}
