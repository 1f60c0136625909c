package dev.idos.cli.demo;

import static dev.idos.cli.terminal.Steps.expect;
import static dev.idos.cli.terminal.Steps.require;

import dev.idos.cli.terminal.Steps;
import dev.idos.cli.terminal.Steps.Broken;
import dev.idos.cli.terminal.Steps.Told;
import dev.idos.cli.terminal.Words;
import dev.idos.credentials.CredentialDraft;
import dev.idos.credentials.PublicNotes;
import dev.idos.credentials.Verification;
import dev.idos.credentials.subject.FaceIdSubject;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.Secp256k1;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.sdk.CredentialContent;
import dev.idos.sdk.SharedCopy;
import dev.idos.sdk.Wallet;
import java.time.Instant;
import java.util.UUID;

/// Chapter 3: a second wallet, a revocation by the issuer, and a proof that says less.
final class StayingInControl {

  private final Stage stage;
  private final Verified verified;
  private final Steps steps;

  StayingInControl(Stage stage, Verified verified, Steps steps) {
    this.stage = stage;
    this.verified = verified;
    this.steps = steps;
  }

  void play(Shared shared) throws Broken {
    var stellar = Wallet.of(WalletKey.stellarSep53(Ed25519.generate(stage.random())));
    steps.step("link a wallet of another chain", () -> linked(stellar));
    steps.step("sign in with the second wallet", () -> signedIn(stellar));

    steps.step("revoke the credential as its issuer", this::revoked);
    steps.step("let Nova Bank see the revocation", () -> seenBy(shared));

    var agora =
        Company.open(
            "Agora",
            stage.network(),
            WalletKey.evm(Secp256k1.generate(stage.random())),
            verified.signer().descriptor(),
            stage.random());
    var human = steps.make("add a proof of personhood", this::personhood);
    var copy = steps.make("share it without the KYC credential", () -> sharedAlone(agora, human));
    steps.step("delete the proof of personhood", () -> deleted(agora, human, copy));
  }

  private String linked(Wallet stellar) {
    verified.owner().owner().addWallet(stellar);
    return "a Stellar wallet is linked: " + Words.brief(stellar.address());
  }

  private String signedIn(Wallet stellar) {
    var again = stage.network().owner(stellar);
    require(
        again.profile().filter(found -> found.id().equals(verified.request().id())).isPresent(),
        "the second wallet has the same profile");
    try (var unlocked = again.unlock(verified.password())) {
      require(
          unlocked.open(verified.written().originalId()).equals(verified.kyc().plaintext()),
          "the same password opens the same credential");
    }
    require(again.wallets().size() == 2, "the profile has two wallets");
    return "signed in with it: the same profile, the same credentials";
  }

  private String revoked() {
    verified.issuer().editNotes(verified.kyc().notes().withStatus(PublicNotes.REVOKED));
    return verified.issuerName() + " marks the credential revoked";
  }

  private String seenBy(Shared shared) {
    var judged =
        shared.locked().verify(shared.locked().read(shared.copy().copyId()), verified.holder());
    require(
        judged instanceof Verification.Refused no
            && no.reasons().contains(Verification.Reason.REVOKED),
        "a revoked credential does not verify");
    return shared.locked().name() + " sees it on its next read and no longer accepts it";
  }

  private Told<CredentialId> personhood() {
    var draft =
        CredentialDraft.faceId(
                "uuid:" + UUID.randomUUID(), new FaceIdSubject(UUID.randomUUID().toString()))
            .forHolder(verified.holder());
    var notes =
        PublicNotes.approved(UUID.randomUUID(), "human", draft.level(), verified.issuerName());
    var key = verified.request().key().trusted(stage.network().chainId());
    var id =
        verified
            .issuer()
            .write(
                verified.request().id(),
                key,
                CredentialContent.of(verified.signer().issue(draft), notes));
    return new Told<>(id, verified.issuerName() + " adds a proof of personhood");
  }

  private Told<SharedCopy> sharedAlone(Company agora, CredentialId human) {
    var copy = verified.owner().share(human, agora.introducedOn(stage.network()), Instant.EPOCH);
    var judged = agora.verify(agora.read(copy.copyId()), verified.holder());
    require(judged instanceof Verification.Verified, "the proof verifies, got " + judged);
    require(agora.client().granted().size() == 1, "nothing else is shared with it");
    return new Told<>(copy, agora.name() + " learns that a person is human, and nothing else");
  }

  private String deleted(Company agora, CredentialId human, SharedCopy copy) {
    verified.owner().owner().removeCredential(human);
    expect(Refusal.CREDENTIAL_NOT_SHARED, () -> agora.read(copy.copyId()));
    require(verified.owner().owner().credential(human).isEmpty(), "it is gone");
    return "the proof of personhood is deleted, and " + agora.name() + "'s copy with it";
  }
}
