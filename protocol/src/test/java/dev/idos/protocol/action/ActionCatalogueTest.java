package dev.idos.protocol.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.protocol.GoldenFile;
import dev.idos.protocol.Vectors;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ActionCatalogueTest {

  private static final ActionCatalogue CATALOGUE = new ActionCatalogue();

  @Test
  void the_original_has_sixty_actions_and_all_are_here() {
    assertThat(CATALOGUE.signatures()).filteredOn(action -> !action.additive()).hasSize(60);
    assertThat(CATALOGUE.signatures()).filteredOn(ActionSignature::isPrivate).hasSize(9);
    assertThat(CATALOGUE.signatures()).filteredOn(ActionSignature::ownerOnly).hasSize(5);
    assertThat(CATALOGUE.signatures())
        .filteredOn(action -> action.isView() && !action.isPrivate() && !action.additive())
        .hasSize(22);
  }

  @Test
  void parameters_are_named_in_snake_case_and_typed_by_their_components() {
    ActionSignature share = CATALOGUE.find("SHARE_credential").orElseThrow();
    assertThat(share.parameters())
        .extracting(parameter -> parameter.name() + " " + parameter.type().text())
        .containsExactly(
            "id uuid",
            "original_credential_id uuid",
            "public_notes text",
            "public_notes_signature text",
            "broader_signature text",
            "content text",
            "content_hash text",
            "encryptor_public_key text",
            "issuer_auth_public_key text",
            "grantee_wallet_identifier text",
            "locked_until int8");
  }

  @Test
  void what_may_be_null_is_what_the_records_say() {
    ActionSignature addWallet = CATALOGUE.find("add_wallet").orElseThrow();
    assertThat(addWallet.parameters())
        .filteredOn(ActionSignature.Parameter::nullable)
        .extracting(ActionSignature.Parameter::name)
        .containsExactly("public_key");
  }

  @Test
  void views_and_owners_are_told_by_their_modifiers() {
    assertThat(CATALOGUE.find("get_user").orElseThrow().accessModifiers())
        .isEqualTo(List.of("PUBLIC", "VIEW"));
    assertThat(CATALOGUE.find("add_inserter_as_owner").orElseThrow().accessModifiers())
        .isEqualTo(List.of("PUBLIC", "OWNER"));
    assertThat(CATALOGUE.find("capture_gas").orElseThrow().accessModifiers())
        .isEqualTo(List.of("PRIVATE"));
  }

  @Test
  void the_shared_list_of_actions_says_what_the_records_say() throws Exception {
    ArrayNode list = Vectors.JSON.createArrayNode();
    for (ActionSignature action : CATALOGUE.signatures()) {
      ObjectNode entry = list.addObject();
      entry.put("name", action.name());
      entry.put("kind", action.isView() ? "view" : "action");
      entry.put("access", String.join(" ", action.accessModifiers()).toLowerCase(Locale.ROOT));
      entry.put("additive", action.additive());
      entry.put("description", action.description());
      ArrayNode parameters = entry.putArray("parameters");
      for (ActionSignature.Parameter parameter : action.parameters()) {
        parameters
            .addObject()
            .put("name", parameter.name())
            .put("type", parameter.type().text())
            .put("nullable", parameter.nullable())
            .put("max_bytes", parameter.maxBytes());
      }
    }
    GoldenFile.matches("vectors/actions.json", list.toPrettyString() + "\n");
  }
}
