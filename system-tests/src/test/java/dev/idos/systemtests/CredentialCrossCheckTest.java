package dev.idos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.credentials.CredentialDraft;
import dev.idos.credentials.CredentialDraft.Dates;
import dev.idos.credentials.CredentialIssuer;
import dev.idos.credentials.CredentialVerifier;
import dev.idos.credentials.Expectation;
import dev.idos.credentials.HolderId;
import dev.idos.credentials.IssuerDescriptor;
import dev.idos.credentials.SignedCredential;
import dev.idos.credentials.Verification;
import dev.idos.credentials.Verification.FieldsUnproven;
import dev.idos.credentials.Verification.Refused;
import dev.idos.credentials.Verification.Verified;
import dev.idos.credentials.proof.CanonicalJson;
import dev.idos.credentials.subject.FaceIdSubject;
import dev.idos.credentials.subject.KycMember;
import dev.idos.credentials.subject.KycSubject;
import dev.idos.credentials.text.Ascii85;
import dev.idos.credentials.text.StrictJson;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.WalletType;
import dev.idos.protocol.UserId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Java and the libraries that idOS issues and verifies with accept each other's credentials, and
/// refuse the same ones.
class CredentialCrossCheckTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] INSECURE_TEST_SEED = Bytes.ofHex("5a".repeat(32)).toArray();
  private static final CredentialVerifier VERIFIER = new CredentialVerifier(InstantSource.system());

  @Test
  void the_libraries_accept_what_java_issues_and_refuse_it_changed(@TempDir Path folder)
      throws Exception {
    CredentialIssuer issuer =
        CredentialIssuer.at(
            "https://java.example/idos",
            SecretBytes.copyOf(INSECURE_TEST_SEED),
            InstantSource.system());
    ArrayNode rows = JSON.createArrayNode();
    addWithChanges(rows, "kyc", issuer, issuer.issue(kyc()));
    addWithChanges(rows, "face id", issuer, issuer.issue(faceId()));
    Path file = folder.resolve("issued.json");
    Files.writeString(file, rows.toString());

    assertThat(new NodeScript("credentials.mjs").run("verify", file.toString()).getLast())
        .isEqualTo(rows.size() + " passed, 0 failed");
    assertThat(rows).allSatisfy(CredentialCrossCheckTest::javaAgrees);
  }

  @Test
  void java_accepts_what_the_libraries_issue_and_refuses_it_changed(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("issued.json");
    assertThat(new NodeScript("credentials.mjs").run("issue", file.toString()).getLast())
        .isEqualTo("7 passed, 0 failed");
    JsonNode rows = JSON.readTree(Files.readString(file));
    assertThat(rows)
        .hasSize(7)
        .allSatisfy(CredentialCrossCheckTest::javaAgrees)
        .allSatisfy(
            row -> {
              ObjectNode changed = row.deepCopy();
              ((ObjectNode) changed.path("credential")).put("level", "plus");
              changed.put("rdf", false).put("jcs", false);
              javaAgrees(changed);
            });
  }

  @Test
  void canonical_json_is_that_of_the_library(@TempDir Path folder) throws Exception {
    var random = new Random(8785);
    ArrayNode rows = JSON.createArrayNode();
    for (int n = 0; n < 3000; n++) {
      JsonNode value = anyValue(random, 0);
      var wrapped = StrictJson.object(JSON.createObjectNode().set("v", value).toString());
      rows.addObject()
          .put("text", CanonicalJson.text(wrapped.orElseThrow()))
          .set("value", JSON.createObjectNode().set("v", value));
    }
    Path file = folder.resolve("values.json");
    Files.writeString(file, rows.toString());
    assertThat(new NodeScript("credentials.mjs").run("canonicalize", file.toString()).getLast())
        .isEqualTo("3000 passed, 0 failed");
  }

  @Test
  void the_library_reads_every_file_java_writes(@TempDir Path folder) throws Exception {
    var random = new Random(85);
    ArrayNode rows = JSON.createArrayNode();
    for (int n = 0; n < 2000; n++) {
      var bytes = new byte[1 + random.nextInt(40)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : 0);
      }
      Bytes content = Bytes.copyOf(bytes);
      rows.addObject().put("hex", content.hex()).put("text", Ascii85.encode(content));
    }
    Path file = folder.resolve("files.json");
    Files.writeString(file, rows.toString());
    assertThat(new NodeScript("credentials.mjs").run("ascii85", file.toString()).getLast())
        .isEqualTo("2000 passed, 0 failed");
  }

  private static void javaAgrees(JsonNode row) {
    SignedCredential credential =
        SignedCredential.parse(row.required("credential").toString()).orElseThrow();
    IssuerDescriptor issuer =
        IssuerDescriptor.parse(row.required("issuer").toString()).orElseThrow();
    Verification result = VERIFIER.verify(credential, Expectation.ofIssuers(issuer));
    boolean jcs = row.required("jcs").booleanValue();
    boolean bothKept = row.required("credential").path("proof").size() == 2;
    if (jcs) {
      assertThat(result).as(row.path("name").asText()).isInstanceOf(Verified.class);
    } else if (row.required("rdf").booleanValue() && !bothKept) {
      assertThat(result).as(row.path("name").asText()).isInstanceOf(FieldsUnproven.class);
    } else {
      assertThat(result).as(row.path("name").asText()).isInstanceOf(Refused.class);
    }
  }

  private static void addWithChanges(
      ArrayNode rows, String name, CredentialIssuer issuer, SignedCredential issued)
      throws Exception {
    var original = (ObjectNode) JSON.readTree(issued.text());
    add(rows, name, issuer, original, true, true, credential -> {});
    add(rows, name + ", another level", issuer, original, false, false, c -> c.put("level", "x"));
    add(rows, name + ", another holder", issuer, original, false, false, c -> c.remove("holder"));
    add(
        rows,
        name + ", another issuer",
        issuer,
        original,
        false,
        false,
        c -> c.put("issuer", "a:b"));
    add(
        rows,
        name + ", never expires",
        issuer,
        original,
        false,
        false,
        c -> c.remove("expirationDate"));
    add(
        rows,
        name + ", an undefined member",
        issuer,
        original,
        false,
        false,
        c -> ((ObjectNode) c.path("credentialSubject")).put("undefined", "x"));
    add(
        rows,
        name + ", presented as another kind of subject",
        issuer,
        original,
        name.equals("face id"),
        false,
        CredentialCrossCheckTest::relabel);
    if (name.equals("kyc")) {
      add(rows, name + ", names swapped", issuer, original, true, false, c -> swapNames(c));
    }
    add(
        rows,
        name + ", the second proof cut off",
        issuer,
        original,
        true,
        false,
        c -> ((ArrayNode) c.path("proof")).remove(1));
  }

  private static void add(
      ArrayNode rows,
      String name,
      CredentialIssuer issuer,
      ObjectNode original,
      boolean rdf,
      boolean jcs,
      Consumer<ObjectNode> change) {
    ObjectNode credential = original.deepCopy();
    change.accept(credential);
    ObjectNode row = rows.addObject().put("name", name).put("rdf", rdf).put("jcs", jcs);
    row.putObject("issuer")
        .put("id", issuer.descriptor().keyId())
        .put("controller", issuer.descriptor().controller())
        .put("publicKeyMultibase", issuer.descriptor().publicKeyMultibase());
    row.set("credential", credential);
  }

  private static void swapNames(ObjectNode credential) {
    var subject = (ObjectNode) credential.path("credentialSubject");
    String first = subject.path("firstName").asText();
    subject.put("firstName", subject.path("familyName").asText()).put("familyName", first);
  }

  /// A face id becomes the first name of a KYC subject: the contexts call both `xsd:string`.
  private static void relabel(ObjectNode credential) {
    var subject = (ObjectNode) credential.path("credentialSubject");
    if (subject.has("faceSignUserId")) {
      String context = subject.path("@context").asText();
      subject.put("@context", context.replace("face-id-v1", "v2"));
      subject.set("firstName", subject.remove("faceSignUserId"));
    } else {
      subject.put("id", "uuid:somebody-else");
    }
  }

  private static CredentialDraft faceId() {
    return CredentialDraft.faceId(
            "https://java.example/idos/credentials/2",
            new FaceIdSubject("0f8fad5b-d9cb-469f-a165-70867728950e"))
        .withDates(new Dates(null, null, Instant.parse("2090-01-01T00:00:00Z")))
        .forHolder(new HolderId.Profile(new UserId(UUID.randomUUID())));
  }

  private static CredentialDraft kyc() {
    var random = new Random(1);
    var picture = new byte[100_000];
    random.nextBytes(picture);
    KycSubject subject =
        KycSubject.builder("uuid:" + UUID.randomUUID())
            .texts(
                Map.of(
                    "firstName", "Zoë \"Zo\"",
                    "familyName", "O'Neil \\ 文字 😀\nJr",
                    "dateOfBirth", "1990-01-31",
                    "nationality", "DE",
                    "email", "zoe@mail.example",
                    "idDocumentCountry", "FR",
                    "idDocumentNumber", "X-1",
                    "idDocumentType", "PASSPORT"))
            .date(KycMember.ID_DOCUMENT_DATE_OF_EXPIRY, LocalDate.of(2031, 3, 12))
            .file(KycMember.ID_DOCUMENT_FRONT_FILE, Bytes.copyOf(picture))
            .file(KycMember.SELFIE_FILE, Bytes.of(0, 7, 0, 7, 0))
            .build();
    return CredentialDraft.kyc("https://java.example/idos/credentials/1", subject)
        .withDates(
            new Dates(
                Instant.parse("2024-01-01T00:00:00Z"),
                Instant.parse("2024-01-02T00:00:00Z"),
                Instant.parse("2090-01-01T00:00:00Z")))
        .forHolder(
            new HolderId.Profile(new UserId(UUID.randomUUID())),
            new HolderId.Wallet(WalletType.EVM, "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"));
  }

  private static JsonNode anyValue(Random random, int depth) {
    return switch (random.nextInt(depth < 3 ? 9 : 7)) {
      case 0 -> JSON.getNodeFactory().nullNode();
      case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
      case 2 -> JSON.getNodeFactory().textNode(anyText(random));
      case 3 -> JSON.getNodeFactory().numberNode(random.nextInt());
      case 4 -> JSON.getNodeFactory().numberNode(random.nextInt(100_000) / 1000.0);
      case 5 ->
          JSON.getNodeFactory().numberNode(finite(Double.longBitsToDouble(random.nextLong())));
      case 6 ->
          JSON.getNodeFactory()
              .numberNode(random.nextDouble() * Math.pow(10, random.nextInt(60) - 30));
      case 7 -> {
        ArrayNode list = JSON.createArrayNode();
        random.ints(random.nextInt(4)).forEach(_ -> list.add(anyValue(random, depth + 1)));
        yield list;
      }
      default -> {
        ObjectNode object = JSON.createObjectNode();
        random
            .ints(random.nextInt(4))
            .forEach(_ -> object.set(anyText(random), anyValue(random, depth + 1)));
        yield object;
      }
    };
  }

  private static double finite(double number) {
    return Double.isFinite(number) ? number : 0.1;
  }

  private static String anyText(Random random) {
    var text = new StringBuilder();
    for (int length = random.nextInt(6); length > 0; length--) {
      int point =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x80);
            case 1 -> 0x80 + random.nextInt(0x700);
            case 2 -> 0xe000 + random.nextInt(0x1f00);
            default -> 0x10000 + random.nextInt(0x10000);
          };
      text.appendCodePoint(point);
    }
    return text.toString();
  }
}
