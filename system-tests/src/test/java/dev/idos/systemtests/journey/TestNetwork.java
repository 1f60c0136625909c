package dev.idos.systemtests.journey;

import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.WalletKey;
import dev.idos.node.Node;
import dev.idos.node.NodeConfig;
import dev.idos.node.genesis.DemoKeys;
import dev.idos.sdk.Connected;
import dev.idos.sdk.ConsumerClient;
import dev.idos.sdk.IssuerClient;
import dev.idos.sdk.IssuerKeys;
import dev.idos.sdk.Wallet;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/// A real node with a network of its own, and its demo issuer.
final class TestNetwork implements AutoCloseable {

  private final Node node;
  private final IssuerKeys issuerKeys;
  private final SecureRandom random = new SecureRandom();

  private TestNetwork(Node node, IssuerKeys issuerKeys) {
    this.node = node;
    this.issuerKeys = issuerKeys;
  }

  /// Starts a node in a folder, known under some more addresses.
  static TestNetwork start(Path folder, URI... publicUrls) {
    var config = new NodeConfig(0, folder, List.of(publicUrls), Optional.empty());
    var node = Node.assemble(config).start();
    var keys = DemoKeys.read(folder);
    return new TestNetwork(node, new IssuerKeys(keys.issuerSeed(), keys.issuerEncryptionKey()));
  }

  URI url() {
    return node.url();
  }

  Connected connect() {
    return Connected.to(url().toString());
  }

  IssuerKeys issuerKeys() {
    return issuerKeys;
  }

  IssuerClient issuer(Connected network) {
    return network.issuer(issuerKeys);
  }

  ConsumerClient company(Connected network) {
    return network.consumer(Wallet.of(WalletKey.faceSign(seed())), EncryptionKey.generate(random));
  }

  SecretBytes seed() {
    var seed = new byte[32];
    random.nextBytes(seed);
    return SecretBytes.copyOf(seed);
  }

  SecureRandom random() {
    return random;
  }

  @Override
  public void close() {
    node.close();
  }
}
