package dev.idos.cli.demo;

import static dev.idos.cli.terminal.Steps.require;

import dev.idos.cli.terminal.Steps;
import dev.idos.cli.terminal.Steps.Broken;
import dev.idos.cli.terminal.Steps.Told;
import dev.idos.cli.terminal.Words;
import dev.idos.credentials.CredentialDraft;
import dev.idos.credentials.CredentialIssuer;
import dev.idos.credentials.CredentialVerifier;
import dev.idos.credentials.Expectation;
import dev.idos.credentials.HolderId;
import dev.idos.credentials.PublicNotes;
import dev.idos.credentials.SignedCredential;
import dev.idos.credentials.Verification;
import dev.idos.crypto.Secp256k1;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.Refusal;
import dev.idos.sdk.Connected;
import dev.idos.sdk.CredentialContent;
import dev.idos.sdk.IssuerClient;
import dev.idos.sdk.ProfileRequest;
import dev.idos.sdk.UnlockedOwner;
import dev.idos.sdk.Wallet;
import dev.idos.sdk.WriteGrant;
import dev.idos.sdk.WriteGrantTerms;
import dev.idos.sdk.WrittenByGrant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// Chapter 1: the person proves a wallet, signs a paper and leaves; the issuer checks and writes.
final class GettingVerified {

  private static final String ISSUER_HOME = "https://acme-kyc.example/idos";
  private static final Duration PAPER_LIFE = Duration.ofHours(24);

  private final Stage stage;
  private final Connected network;
  private final Person person;
  private final Steps steps;

  GettingVerified(Stage stage, Person person, Steps steps) {
    this.stage = stage;
    this.network = stage.network();
    this.person = person;
    this.steps = steps;
  }

  Verified play() throws Broken {
    var name = steps.make("find the issuer among the registered ones", this::registeredName);
    var issuer = network.issuer(stage.issuerKeys());
    var wallet = Wallet.of(WalletKey.evm(Secp256k1.generate(stage.random())));
    var password = UUID.randomUUID().toString();
    var holder = new HolderId.Wallet(wallet.type(), wallet.address());

    var request = steps.make("create a profile", () -> profile(issuer, wallet, password));
    var paper = steps.make("sign a write grant", () -> writeGrant(wallet, password, issuer, name));
    var signer = stage.issuerKeys().credentialIssuer(ISSUER_HOME, InstantSource.system());
    var kyc =
        steps.make(
            "build and sign the credential", () -> credential(signer, request, holder, name));
    var written = steps.make("encrypt and write it", () -> write(issuer, paper, kyc, name));
    steps.refused(
        "the same write grant does not work a second time",
        Refusal.DWG_CONSUMED,
        () -> issuer.write(paper, kyc));
    var owner = network.owner(wallet).unlock(password);
    steps.step("list, decrypt and verify it", () -> ownView(owner, written, signer, holder));
    return new Verified(request, password, owner, holder, issuer, name, signer, kyc, written);
  }

  private Told<String> registeredName() {
    var key = stage.issuerKeys().publicKey();
    var name = network.parties(List.of(key)).getOrDefault(key, "");
    require(!name.isEmpty(), "the issuer's key belongs to a registered inserter");
    return new Told<>(name, name + " is a registered issuer on " + network.chainId());
  }

  private Told<ProfileRequest> profile(IssuerClient issuer, Wallet wallet, String password) {
    require(!network.hasProfile(wallet), "a new wallet has no profile");
    var request = ProfileRequest.make(wallet, password, network.chainId());
    issuer.createProfile(request);
    require(network.hasProfile(wallet), "the wallet has a profile now");
    return new Told<>(request, "profile created for " + Words.brief(wallet.address()));
  }

  private Told<WriteGrant> writeGrant(
      Wallet wallet, String password, IssuerClient issuer, String name) {
    var now = Instant.now();
    var login = network.owner(wallet);
    try (UnlockedOwner owner = login.unlock(password)) {
      var paper =
          owner.signWriteGrant(
              new WriteGrantTerms(
                  issuer.keys().publicKey(),
                  issuer.keys().publicKey(),
                  Instant.EPOCH,
                  now.minusSeconds(60),
                  now.plus(PAPER_LIFE)));
      login.session().logOut();
      return new Told<>(
          paper,
          Words.brief(wallet.address()) + " lets " + name + " write once, signs out and leaves");
    }
  }

  private Told<CredentialContent> credential(
      CredentialIssuer signer, ProfileRequest request, HolderId holder, String name) {
    var draft =
        CredentialDraft.kyc("uuid:" + UUID.randomUUID(), person.subject())
            .forHolder(holder, new HolderId.Profile(request.id()));
    var notes = PublicNotes.approved(UUID.randomUUID(), "kyc", draft.level(), name);
    var content = CredentialContent.of(signer.issue(draft), notes);
    return new Told<>(
        content,
        "credential signed by %s: %s, %d files, %s"
            .formatted(name, draft.level(), person.files(), Words.size(person.fileBytes())));
  }

  private Told<WrittenByGrant> write(
      IssuerClient issuer, WriteGrant paper, CredentialContent kyc, String name) {
    var written = issuer.write(paper, kyc);
    require(
        issuer.asConsumer().read(written.copyId()).plaintext().equals(kyc.plaintext()),
        "the issuer can read its own copy");
    return new Told<>(written, "written, encrypted to the person and to " + name + " itself");
  }

  private static String ownView(
      UnlockedOwner owner, WrittenByGrant written, CredentialIssuer signer, HolderId holder) {
    var entry =
        owner.owner().credentials().stream()
            .filter(listed -> listed.id().equals(written.originalId()))
            .findFirst()
            .orElseThrow();
    var credential = SignedCredential.parse(owner.open(entry.id())).orElseThrow();
    var judged =
        new CredentialVerifier(InstantSource.system())
            .verify(
                credential,
                Expectation.ofIssuers(signer.descriptor()).heldBy(holder).withNotes(entry.notes()));
    require(judged instanceof Verification.Verified, "the credential verifies, got " + judged);
    return "the person lists, decrypts and verifies it: " + credential.subject().size() + " fields";
  }
}
