package dev.idos.demo.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.WalletKey;
import dev.idos.demo.PrivateFolder;
import dev.idos.protocol.Utf8;
import dev.idos.sdk.Wallet;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Locale;

/// The keys of a company: one the network knows it by, one that contents are encrypted to. They are
/// made once and kept in a file that only its user may read. Not a record: a record would print its
/// parts.
public final class CompanyKeys {

  private static final String FILE = "keys.json";

  private final SecretBytes seed;
  private final EncryptionKey encryptionKey;

  private CompanyKeys(SecretBytes seed, EncryptionKey encryptionKey) {
    this.seed = seed;
    this.encryptionKey = encryptionKey;
  }

  /// The keys in a folder; fresh ones if there are none yet.
  public static CompanyKeys in(PrivateFolder folder, SecureRandom random) throws IOException {
    var file = folder.read(FILE);
    if (file.isPresent()) {
      JsonNode json = new ObjectMapper().readTree(file.get().toArray());
      return new CompanyKeys(
          secret(json.path("ed25519Seed")), EncryptionKey.of(secret(json.path("x25519SecretKey"))));
    }
    var keys = new CompanyKeys(Ed25519.generate(random), EncryptionKey.generate(random));
    folder.write(FILE, Utf8.encode(keys.json()));
    return keys;
  }

  /// The company as a caller of the network.
  public Wallet wallet() {
    return Wallet.of(WalletKey.faceSign(seed));
  }

  /// What grants name it by: its public key in lower-case hex.
  public String identifier() {
    return Ed25519.publicKey(seed).hex();
  }

  /// The key that contents are encrypted to.
  public EncryptionKey encryptionKey() {
    return encryptionKey;
  }

  /// The company's word for its encryption key, signed with the key the network knows, in the form
  /// the enclave checks: without it a page could name a known company and a key of its own.
  public String proof() {
    var text =
        String.join(
            "\n",
            "idOS encryption key of a company",
            "identity: " + identifier().toLowerCase(Locale.ROOT),
            "encryption key: " + encryptionKey.publicKey().base64());
    return Ed25519.sign(seed, Utf8.encode(text)).base64();
  }

  @Override
  public String toString() {
    return "CompanyKeys[redacted]";
  }

  private String json() {
    return JsonNodeFactory.instance
            .objectNode()
            .put("note", "keys of a company for trying out; never use them for anything else")
            .put("ed25519Seed", Bytes.ofUnshared(seed.exposeSecret()).hex())
            .put("x25519SecretKey", Bytes.ofUnshared(encryptionKey.secret().exposeSecret()).hex())
            .toPrettyString()
        + "\n";
  }

  private static SecretBytes secret(JsonNode hex) throws IOException {
    try {
      return SecretBytes.copyOf(Bytes.ofHex(hex.asText()).toArray());
    } catch (IllegalArgumentException notHex) {
      throw new IOException("the keys of a company are damaged", notHex);
    }
  }
}
