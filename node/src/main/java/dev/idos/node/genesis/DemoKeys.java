package dev.idos.node.genesis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.SecretBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/// The keys of a network for trying out: its owner, and the demo issuer. They are made for one data
/// folder, lie there in a file only its user may read, and are worth nothing elsewhere.
public final class DemoKeys {

  /// The name of the one inserter of such a network.
  public static final String ISSUER_NAME = "Acme KYC (demo)";

  /// The file in the data folder.
  public static final String FILE = "demo-keys.json";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final SecretBytes ownerSeed;
  private final SecretBytes issuerSeed;
  private final SecretBytes issuerEncryption;

  private DemoKeys(SecretBytes ownerSeed, SecretBytes issuerSeed, SecretBytes issuerEncryption) {
    this.ownerSeed = ownerSeed;
    this.issuerSeed = issuerSeed;
    this.issuerEncryption = issuerEncryption;
  }

  /// Fresh keys.
  public static DemoKeys generate(SecureRandom random) {
    return new DemoKeys(
        Ed25519.generate(random),
        Ed25519.generate(random),
        EncryptionKey.generate(random).secret());
  }

  /// Reads the keys of a data folder.
  ///
  /// @throws GenesisRefused if there are none, or they are damaged
  public static DemoKeys read(Path dataFolder) {
    Path file = dataFolder.resolve(FILE);
    try {
      JsonNode json = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
      return new DemoKeys(
          seed(json.path("owner").path("ed25519Seed")),
          seed(json.path("issuer").path("ed25519Seed")),
          seed(json.path("issuer").path("x25519SecretKey")));
    } catch (JsonProcessingException | IllegalArgumentException damaged) {
      throw new GenesisRefused("the demo keys in " + file + " are damaged");
    } catch (IOException missing) {
      throw new GenesisRefused("there are no demo keys in " + file, missing);
    }
  }

  /// Whether a data folder has demo keys.
  public static boolean areIn(Path dataFolder) {
    return Files.exists(dataFolder.resolve(FILE));
  }

  /// Writes the keys for nobody else to read (mode 0600), whole or not at all.
  public void write(Path dataFolder) {
    Path file = dataFolder.resolve(FILE);
    Path fresh = dataFolder.resolve(FILE + ".new");
    try {
      Files.deleteIfExists(fresh);
      var owned =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      try (var channel =
          FileChannel.open(
              fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owned)) {
        var text = ByteBuffer.wrap(json().getBytes(StandardCharsets.UTF_8));
        while (text.hasRemaining()) {
          channel.write(text);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unavailable) {
      throw new GenesisRefused("the demo keys cannot be written to " + file, unavailable);
    }
  }

  /// The seed of the network's owner, an Ed25519 key.
  public SecretBytes ownerSeed() {
    return ownerSeed;
  }

  /// The key the genesis names as owner.
  public Bytes ownerPublicKey() {
    return Ed25519.publicKey(ownerSeed);
  }

  /// The seed with which the demo issuer signs transactions and credentials.
  public SecretBytes issuerSeed() {
    return issuerSeed;
  }

  /// The delegate of the demo issuer.
  public Bytes issuerPublicKey() {
    return Ed25519.publicKey(issuerSeed);
  }

  /// The pair the demo issuer seals contents with.
  public EncryptionKey issuerEncryptionKey() {
    return EncryptionKey.of(issuerEncryption);
  }

  private String json() {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("note", "keys of a network for trying out; never use them for anything else");
    json.putObject("owner")
        .put("ed25519Seed", hex(ownerSeed))
        .put("ed25519PublicKey", ownerPublicKey().hex());
    json.putObject("issuer")
        .put("name", ISSUER_NAME)
        .put("ed25519Seed", hex(issuerSeed))
        .put("ed25519PublicKey", issuerPublicKey().hex())
        .put("x25519SecretKey", hex(issuerEncryption))
        .put("x25519PublicKey", issuerEncryptionKey().publicKey().hex());
    return json.toPrettyString() + "\n";
  }

  private static String hex(SecretBytes secret) {
    return Bytes.ofUnshared(secret.exposeSecret()).hex();
  }

  private static SecretBytes seed(JsonNode hex) {
    Bytes seed = Bytes.ofHex(hex.asText());
    if (seed.length() != Ed25519.SEED_LENGTH) {
      throw new IllegalArgumentException("a seed is 32 bytes");
    }
    return SecretBytes.copyOf(seed.toArray());
  }
}
