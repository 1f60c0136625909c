package dev.idos.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.WalletKey;
import dev.idos.sdk.IssuerKeys;
import dev.idos.sdk.Wallet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Keys of a network for trying out, as a node writes them beside its data (`demo-keys.json`): an
/// issuer's, and perhaps those of the network's owner. Not a record: a record prints its parts.
final class KeyFile {

  /// The file in a node's data folder.
  static final String NAME = "demo-keys.json";

  private final IssuerKeys issuer;
  private final Optional<Wallet> owner;

  private KeyFile(IssuerKeys issuer, Optional<Wallet> owner) {
    this.issuer = issuer;
    this.owner = owner;
  }

  /// Reads a file.
  ///
  /// @throws IOException if it cannot be read or holds no issuer
  static KeyFile read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("no keys of an issuer in " + file + ": name a file with --issuer-keys");
    }
    var json = new ObjectMapper().readTree(Files.readAllBytes(file));
    try {
      var issuer =
          new IssuerKeys(
              secret(json.path("issuer").path("ed25519Seed")),
              EncryptionKey.of(secret(json.path("issuer").path("x25519SecretKey"))));
      var owner = json.path("owner").path("ed25519Seed");
      return new KeyFile(
          issuer,
          owner.isTextual()
              ? Optional.of(Wallet.of(WalletKey.faceSign(secret(owner))))
              : Optional.empty());
    } catch (IllegalArgumentException notHex) {
      throw new IOException(
          file + ": expected {\"issuer\": {\"ed25519Seed\": …, \"x25519SecretKey\": …}} in hex",
          notHex);
    }
  }

  IssuerKeys issuer() {
    return issuer;
  }

  Optional<Wallet> owner() {
    return owner;
  }

  private static SecretBytes secret(JsonNode hex) {
    var bytes = Bytes.ofHex(hex.asText());
    if (bytes.length() != EncryptionKey.LENGTH) {
      throw new IllegalArgumentException("a key is 32 bytes");
    }
    return SecretBytes.copyOf(bytes.toArray());
  }
}
