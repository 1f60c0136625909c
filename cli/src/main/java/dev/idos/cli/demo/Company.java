package dev.idos.cli.demo;

import dev.idos.credentials.CredentialVerifier;
import dev.idos.credentials.Expectation;
import dev.idos.credentials.HolderId;
import dev.idos.credentials.IssuerDescriptor;
import dev.idos.credentials.Verification;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.CredentialId;
import dev.idos.sdk.Connected;
import dev.idos.sdk.ConsumerClient;
import dev.idos.sdk.Grantee;
import dev.idos.sdk.SharedCredential;
import dev.idos.sdk.Wallet;
import java.security.SecureRandom;
import java.time.InstantSource;

/// A company that reads credentials: its name, its login, and whom it trusts.
final class Company {

  private final String name;
  private final ConsumerClient client;
  private final Expectation expected;
  private final CredentialVerifier verifier = new CredentialVerifier(InstantSource.system());

  private Company(String name, ConsumerClient client, Expectation expected) {
    this.name = name;
    this.client = client;
    this.expected = expected;
  }

  /// Opens a company with keys of its own, which trusts one issuer.
  static Company open(
      String name,
      Connected network,
      WalletKey key,
      IssuerDescriptor trusted,
      SecureRandom random) {
    var client = network.consumer(Wallet.of(key), EncryptionKey.generate(random));
    return new Company(name, client, Expectation.ofIssuers(trusted));
  }

  String name() {
    return name;
  }

  ConsumerClient client() {
    return client;
  }

  /// How the company introduces itself to a person.
  Grantee introducedOn(Connected network) {
    return Grantee.of(client.statement(), network.chainId());
  }

  SharedCredential read(CredentialId copy) {
    return client.read(copy);
  }

  /// Judges what it read, for a holder whose wallet it has seen.
  Verification verify(SharedCredential shared, HolderId holder) {
    return shared.verify(verifier, expected.heldBy(holder));
  }
}
