package dev.idos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.credentials.CredentialDraft;
import dev.idos.credentials.CredentialIssuer;
import dev.idos.credentials.CredentialVerifier;
import dev.idos.credentials.Expectation;
import dev.idos.credentials.HolderId;
import dev.idos.credentials.IssuerDescriptor;
import dev.idos.credentials.PublicNotes;
import dev.idos.credentials.SignedCredential;
import dev.idos.credentials.Verification;
import dev.idos.credentials.subject.FaceIdSubject;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.Secp256k1;
import dev.idos.crypto.WalletKey;
import dev.idos.node.Node;
import dev.idos.node.NodeConfig;
import dev.idos.node.genesis.DemoKeys;
import dev.idos.protocol.CredentialId;
import dev.idos.sdk.Connected;
import dev.idos.sdk.CredentialContent;
import dev.idos.sdk.Grantee;
import dev.idos.sdk.IssuerKeys;
import dev.idos.sdk.KeyStatement;
import dev.idos.sdk.ProfileRequest;
import dev.idos.sdk.SharedCopy;
import dev.idos.sdk.Wallet;
import dev.idos.sdk.WriteGrant;
import dev.idos.sdk.WriteGrantTerms;
import dev.idos.sdk.WrittenByGrant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The three examples of the README, run in order against a real node, and compared with the page.
class ReadmeExamplesTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PASSWORD = "correct horse battery staple";

  // example: owner
  static WriteGrant letAnIssuerWrite(Connected network, Wallet wallet, String issuerKey) {
    try (var owner = network.owner(wallet).unlock(PASSWORD)) {
      var now = Instant.now();
      return owner.signWriteGrant(
          new WriteGrantTerms(
              issuerKey, // who reads the copy
              issuerKey, // who signs the credential
              Instant.EPOCH, // no lock
              now.minusSeconds(60),
              now.plus(Duration.ofDays(1))));
    }
  }

  static SharedCopy share(Connected network, Wallet wallet, CredentialId id, KeyStatement bank) {
    try (var owner = network.owner(wallet).unlock(PASSWORD)) {
      var reader = Grantee.of(bank, network.chainId());
      return owner.share(id, reader, Instant.now().plus(Duration.ofDays(365)));
    }
  }

  // end

  // example: issuer
  static WrittenByGrant issue(
      Connected network,
      IssuerKeys keys,
      CredentialIssuer signer,
      WriteGrant paper,
      Wallet holder) {
    var issuer = network.issuer(keys);
    var draft =
        CredentialDraft.faceId(
                "https://acme.example/credentials/" + UUID.randomUUID(),
                new FaceIdSubject(UUID.randomUUID().toString()))
            .forHolder(new HolderId.Wallet(holder.type(), holder.address()));
    var notes = PublicNotes.approved(UUID.randomUUID(), "human", draft.level(), "Acme KYC");
    return issuer.write(paper, CredentialContent.of(signer.issue(draft), notes));
  }

  // end

  // example: consumer
  static Verification check(
      Connected network,
      Wallet bank,
      EncryptionKey key,
      CredentialId copy,
      IssuerDescriptor trusted,
      Wallet holder) {
    var shared = network.consumer(bank, key).read(copy); // refused when it is not granted any more
    var credential = SignedCredential.parse(shared.plaintext()).orElseThrow();
    return new CredentialVerifier(InstantSource.system())
        .verify(
            credential,
            Expectation.ofIssuers(trusted)
                .heldBy(new HolderId.Wallet(holder.type(), holder.address()))
                .withNotes(shared.notes()));
  }

  // end

  @Test
  void the_examples_do_what_they_say(@TempDir Path data) {
    try (var node = Node.assemble(NodeConfig.local(0, data)).start();
        var network = Connected.to(node.url().toString())) {
      var demo = DemoKeys.read(data);
      var keys = new IssuerKeys(demo.issuerSeed(), demo.issuerEncryptionKey());
      var clock = InstantSource.system();
      var signer = CredentialIssuer.at("https://acme.example", demo.issuerSeed(), clock);
      var person = Wallet.of(WalletKey.evm(Secp256k1.generate(RANDOM)));
      network.issuer(keys).createProfile(ProfileRequest.make(person, PASSWORD, network.chainId()));

      var paper = letAnIssuerWrite(network, person, keys.publicKey());
      var written = issue(network, keys, signer, paper, person);

      var bank = Wallet.of(WalletKey.faceSign(Ed25519.generate(RANDOM)));
      var bankKey = EncryptionKey.generate(RANDOM);
      var statement = KeyStatement.ofCompany(bankKey, bank, network.chainId());
      var copy = share(network, person, written.originalId(), statement);
      var judged = check(network, bank, bankKey, copy.copyId(), signer.descriptor(), person);
      assertThat(judged).isInstanceOf(Verification.Verified.class);
    }
  }

  @Test
  void the_page_shows_the_examples_as_they_are() throws Exception {
    String readme = Files.readString(NodeScript.ROOT.resolve("README.md"));
    Path source =
        NodeScript.ROOT.resolve(
            "system-tests/src/test/java/dev/idos/systemtests/ReadmeExamplesTest.java");
    String[] parts = Files.readString(source).split("// example: \\w+\n");
    assertThat(parts).hasSize(4);
    for (int i = 1; i < parts.length; i++) {
      String example = parts[i].split("  // end\n", 2)[0].stripTrailing().stripIndent().strip();
      assertThat(readme).contains(example);
    }
  }
}
