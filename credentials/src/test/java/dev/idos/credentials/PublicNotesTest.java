package dev.idos.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What issuers say openly about a credential.
class PublicNotesTest {

  private static final String TEXT =
      "{\"id\":\"7d0c7d0e-58b0-4a2f-9d0e-3b0f0f0a0b0c\",\"type\":\"human\","
          + "\"level\":\"plus+liveness\",\"status\":\"approved\",\"issuer\":\"MyIssuer\"}";

  @Test
  void new_notes_are_written_as_issuers_write_them() {
    UUID id = UUID.fromString("7d0c7d0e-58b0-4a2f-9d0e-3b0f0f0a0b0c");
    assertThat(PublicNotes.approved(id, "human", "plus+liveness", "MyIssuer").text())
        .isEqualTo(TEXT);
  }

  @Test
  void a_revocation_changes_the_status_and_nothing_else() {
    String extended = TEXT.replace("{", "{\"more\":[1],");
    PublicNotes revoked = PublicNotes.parse(extended).orElseThrow().withStatus(PublicNotes.REVOKED);
    assertThat(revoked.text()).isEqualTo(extended.replace("approved", "revoked"));
  }

  @Test
  void empty_notes_stay_empty() {
    assertThat(PublicNotes.parse("").orElseThrow().text()).isEmpty();
    assertThat(PublicNotes.parse("").orElseThrow().status()).isEmpty();
  }

  @Test
  void notes_that_are_not_an_object_are_nothing() {
    assertThat(List.of("x", "[]", "null", "{\"id\":1,\"id\":2}"))
        .allSatisfy(text -> assertThat(PublicNotes.parse(text)).isEmpty());
  }

  @Test
  void a_member_that_is_not_a_text_is_not_there() {
    assertThat(PublicNotes.parse("{\"status\":1}").orElseThrow().status()).isEmpty();
  }
}
