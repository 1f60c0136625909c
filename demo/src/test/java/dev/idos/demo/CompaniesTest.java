package dev.idos.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Secp256k1;
import dev.idos.crypto.WalletKey;
import dev.idos.sdk.Connected;
import dev.idos.sdk.SharedCopy;
import dev.idos.sdk.Wallet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompaniesTest {

  private static final Duration FIVE_YEARS_AND_MORE = Duration.ofDays(1_827);

  private static Town town;
  private static Connected network;
  private Visitor ada;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    town = Town.open(folder);
    network = town.network();
  }

  @AfterAll
  static void close() {
    network.close();
    town.close();
  }

  @BeforeEach
  void a_new_person() {
    ada = new Visitor(town, network);
  }

  @Test
  void the_whole_journey_from_a_form_to_two_accounts() throws IOException {
    var id = issued(true);

    assertThat(ada.status(id).path("state").asText()).isEqualTo("issued");
    assertThat(ada.owner().owner().credentials())
        .extracting(entry -> entry.notes().type().orElse(""))
        .containsExactlyInAnyOrder("kyc", "human");

    var locked = Instant.now().plus(FIVE_YEARS_AND_MORE);
    var copy = ada.share(bank(), "kyc", locked);
    assertThat(accepted(bank(), copy)).isTrue();
    var seen = customer(bank());
    assertThat(seen.path("good").asBoolean()).isTrue();
    assertThat(seen.path("access").path("lockedUntil").asLong()).isEqualTo(locked.getEpochSecond());
    assertThat(findings(seen))
        .containsExactly(
            "Issuer holds",
            "Integrity holds",
            "Holder holds",
            "Status holds",
            "Dates holds",
            "Level holds");
    assertThat(seen.path("received").path("fields").toString()).contains("X0000000");
    assertThat(seen.path("received").path("files")).hasSize(2);

    var account = seen.path("id").asText();
    var picture = town.get(bank(), "/api/office/accounts/" + account + "/files/selfieFile");
    assertThat(picture.body()).isEqualTo(Visitor.PICTURE);
    assertThat(picture.headers().firstValue("content-type")).contains("image/png");

    var onda = ada.share(card(), "kyc", Instant.now().plusSeconds(600));
    assertThat(accepted(card(), onda)).isTrue();
  }

  @Test
  void after_issuing_nothing_the_person_sent_is_left_at_acme() throws IOException {
    var id = issued(false);

    assertThat(ada.status(id).path("deletedAt").asText()).isNotEmpty();
    assertThat(filesOf(id)).containsExactly("entry.json");
    assertThat(town.get(ada.acme(), "/api/review/cases/" + id + "/pictures/selfie").statusCode())
        .isEqualTo(404);
    assertThat(ada.owner().owner().credentials())
        .as("the copy for the issuer is given back")
        .hasSize(1);
    assertThat(ada.owner().owner().grants()).isEmpty();
  }

  @Test
  void a_declined_case_leaves_nothing_either() throws IOException {
    ada.askForProfile();
    var id = ada.apply(ada.application(false));
    assertThat(filesOf(id)).contains("document", "selfie", "said.json");

    var declined = ada.review(id, "decline", Visitor.object().put("reason", "unreadable"));

    assertThat(declined.statusCode()).isEqualTo(200);
    assertThat(ada.status(id).path("reason").asText()).isEqualTo("unreadable");
    assertThat(filesOf(id)).containsExactly("entry.json");
    assertThat(ada.owner().owner().credentials()).isEmpty();
    assertThat(ada.review(id, "approve", Visitor.object()).statusCode()).isEqualTo(409);
  }

  @Test
  void what_the_issuer_revokes_the_bank_no_longer_accepts() {
    var id = issued(false);
    var copy = ada.share(bank(), "kyc", Instant.now().plus(FIVE_YEARS_AND_MORE));
    assertThat(accepted(bank(), copy)).isTrue();

    ada.review(id, "revoke", Visitor.object().put("reason", "forged"));

    assertThat(ada.status(id).path("state").asText()).isEqualTo("revoked");
    var seen = customer(bank());
    assertThat(seen.path("good").asBoolean()).isFalse();
    assertThat(findings(seen)).contains("Status fails", "Issuer holds");
    assertThat(accepted(bank(), copy)).isFalse();
  }

  @Test
  void a_corrected_credential_takes_the_place_of_the_wrong_one() {
    var wrong = issued(false);
    ada.review(wrong, "correct", Visitor.object().put("reason", "the number is wrong"));
    assertThat(ada.status(wrong).path("correctionAsked").asBoolean()).isTrue();

    var right = ada.apply(ada.application(false).put("replaces", wrong));
    ObjectNode corrections = Visitor.object();
    corrections.putObject("corrections").put("idDocumentNumber", "Y1111111");
    assertThat(ada.review(right, "approve", corrections).statusCode()).isEqualTo(200);

    assertThat(ada.status(wrong).path("state").asText()).isEqualTo("revoked");
    assertThat(ada.owner().owner().credentials())
        .extracting(entry -> entry.notes().status().orElse(""))
        .containsExactlyInAnyOrder("revoked", "approved");
    var copy = ada.share(card(), "kyc", Instant.now().plusSeconds(600));
    assertThat(accepted(card(), copy)).isTrue();
    assertThat(customer(card()).path("received").path("fields").toString())
        .contains("Y1111111")
        .doesNotContain("X0000000");
  }

  @Test
  void once_access_is_taken_back_the_back_office_shows_nothing() {
    issued(false);
    var copy = ada.share(card(), "kyc", Instant.now().plusSeconds(600));
    assertThat(accepted(card(), copy)).isTrue();
    var account = customer(card()).path("id").asText();
    var unlocked = ada.share(bank(), "kyc", Instant.EPOCH);
    assertThat(problems(bank(), unlocked)).contains("earlier than we may allow");

    ada.owner().owner().revoke(unlocked.grantId());

    assertThat(problems(bank(), unlocked)).contains("taken back already");
    assertThat(town.json(card(), "/api/office/accounts/" + account).has("access")).isTrue();
  }

  @Test
  void a_stranger_who_has_the_copy_s_id_opens_no_account_with_it() {
    issued(false);
    var copy = ada.share(card(), "kyc", Instant.now().plusSeconds(600));
    var mallory = new Visitor(town, network);

    var answer = Town.parse(mallory.openAccount(card(), copy.copyId()));

    assertThat(answer.path("accepted").asBoolean()).isFalse();
    assertThat(answer.path("problems").toString()).contains("issued to somebody else");
  }

  @Test
  void a_signature_of_another_wallet_does_not_pass_the_door() {
    issued(false);
    var copy = ada.share(card(), "kyc", Instant.now().plusSeconds(600));
    var other = Wallet.of(WalletKey.evm(Secp256k1.generate(new SecureRandom())));

    assertThat(ada.openAccount(card(), copy.copyId(), other).statusCode()).isEqualTo(403);
  }

  @Test
  void a_proof_of_personhood_is_not_enough_for_a_card() {
    issued(true);
    var human = ada.share(card(), "human", Instant.now().plusSeconds(600));

    assertThat(problems(card(), human)).contains("less thoroughly");
  }

  @Test
  void hostile_names_are_words_and_nothing_else() {
    ada.askForProfile();
    var id = ada.apply(ada.application(false));

    var details = town.get(ada.acme(), "/api/review/cases/" + id);

    assertThat(details.headers().firstValue("content-type"))
        .contains("application/json; charset=utf-8");
    assertThat(details.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'; sandbox");
    var json = Town.parse(details);
    assertThat(json.path("data").path("firstName").asText()).isEqualTo(Visitor.NAME);
    assertThat(json.path("pictures").path("document").path("name").asText())
        .isEqualTo("../../<b>pass.png");
  }

  @Test
  void only_pictures_of_up_to_ten_mebibytes_are_taken() {
    ada.askForProfile();
    var opened = Town.parse(town.post(ada.acme(), "/api/cases", ada.application(false)));
    var path = "/api/cases/" + opened.path("id").asText() + "/pictures/document";

    assertThat(town.put(ada.acme(), path, "<script>".getBytes(UTF_8)).statusCode()).isEqualTo(415);
    assertThat(town.announce(ada.acme(), path, 10 * 1024 * 1024 + 1))
        .startsWith("HTTP/1.1 413")
        .contains("larger than 10 MiB");
    assertThat(ada.status(opened.path("id").asText()).path("state").asText())
        .isEqualTo("incomplete");
  }

  @Test
  void a_permission_that_nobody_signed_opens_no_case() {
    ada.askForProfile();
    var forged = ada.application(false);
    ((ObjectNode) forged.path("kycGrant")).put("notUsableAfter", "2031-01-01T00:00:00Z");

    var answer = town.post(ada.acme(), "/api/cases", forged);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Town.text(answer)).contains("did not sign this permission");
  }

  @Test
  void a_permission_that_would_lock_acme_s_copy_is_not_taken() {
    ada.askForProfile();
    var application = ada.application(false);
    application.set(
        "kycGrant", Visitor.grant(ada.permission(Instant.now().plus(Duration.ofDays(1)))));

    assertThat(town.post(ada.acme(), "/api/cases", application).statusCode()).isEqualTo(400);
  }

  @Test
  void a_profile_is_not_made_for_a_wallet_that_did_not_sign() {
    var other = new Visitor(town, network);
    assertThat(ada.askForProfile().statusCode()).isEqualTo(200);

    var stolen = Visitor.object().put("id", other.profile().toString());
    stolen.put("passwordStore", "user").set("key", ada.application(false).at("/kycGrant/ownerKey"));
    assertThat(town.post(ada.acme(), "/api/profiles", stolen).statusCode()).isEqualTo(422);
  }

  @Test
  void the_keys_of_the_companies_are_for_their_user_only() throws IOException {
    for (String company : List.of("bank", "card", "meridian")) {
      var file = town.folder().resolve("demo").resolve(company).resolve("keys.json");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void the_bank_s_name_is_known_to_the_network_and_the_card_company_s_is_not() {
    var bankKey = town.json(bank(), "/api/company").path("identifier").asText();
    var cardKey = town.json(card(), "/api/company").path("identifier").asText();

    assertThat(network.parties(List.of(bankKey, cardKey)))
        .containsEntry(bankKey, "Nova Bank")
        .doesNotContainKey(cardKey);
  }

  private String issued(boolean withPersonhood) {
    assertThat(ada.askForProfile().statusCode()).isEqualTo(200);
    var id = ada.apply(ada.application(withPersonhood));
    var approved = ada.review(id, "approve", Visitor.object());
    assertThat(approved.statusCode()).as(Town.text(approved)).isEqualTo(200);
    return id;
  }

  private boolean accepted(int port, SharedCopy copy) {
    var answer = ada.openAccount(port, copy.copyId());
    assertThat(answer.statusCode()).as(Town.text(answer)).isEqualTo(200);
    return Town.parse(answer).path("accepted").asBoolean();
  }

  private String problems(int port, SharedCopy copy) {
    var answer = Town.parse(ada.openAccount(port, copy.copyId()));
    assertThat(answer.path("accepted").asBoolean()).isFalse();
    return answer.path("problems").toString();
  }

  /// The newest customer, as the back office sees them now.
  private static JsonNode customer(int port) {
    var newest = town.json(port, "/api/office/accounts").path("accounts").path(0);
    return town.json(port, "/api/office/accounts/" + newest.path("id").asText());
  }

  private static List<String> findings(JsonNode seen) {
    return seen.path("evidence")
        .valueStream()
        .map(each -> each.path("question").asText() + " " + each.path("finding").asText())
        .toList();
  }

  private static List<String> filesOf(String id) throws IOException {
    try (Stream<Path> found = Files.walk(town.folder().resolve("demo/acme/cases").resolve(id))) {
      return found
          .filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static int bank() {
    return town.addresses().bank().port();
  }

  private static int card() {
    return town.addresses().card().port();
  }
}
