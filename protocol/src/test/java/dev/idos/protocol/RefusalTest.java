package dev.idos.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RefusalTest {

  private static final Pattern PLACE = Pattern.compile("%s");

  @Test
  void no_code_is_used_twice() {
    assertThat(Arrays.stream(Refusal.values()).map(Refusal::code)).doesNotHaveDuplicates();
  }

  @Test
  void codes_fit_the_wire_and_grow_with_the_list() {
    assertThat(Arrays.stream(Refusal.values()).map(Refusal::code))
        .isSorted()
        .allMatch(code -> code > 0 && code < Receipt.TX_REFUSED);
  }

  @Test
  void sentences_are_for_people_and_never_empty() {
    assertThat(Refusal.values())
        .allSatisfy(refusal -> assertThat(refusal.meaning()).isNotBlank().doesNotEndWith("."));
  }

  @Test
  void details_fill_every_place_of_the_wire_text() {
    for (Refusal refusal : Refusal.values()) {
      long places = PLACE.matcher(refusal.wireText()).results().count();
      Object[] details = new Object[(int) places];
      Arrays.fill(details, "detail");
      assertThat(refusal.with(details).text()).doesNotContain("%").isNotBlank();
    }
  }

  @Test
  void the_page_of_errors_says_what_the_code_says() throws Exception {
    var page = new StringBuilder();
    page.append("# Refusals\n\n");
    page.append(
        "Why the network will not do what it was asked. A code is permanent: it is never\n");
    page.append("reused or renumbered, and receipts hash it. The text travels on the wire after\n");
    page.append(
        "`ERROR: ` and is the original's wherever clients may match on it; `%s` stands for\n");
    page.append("public detail. This page is derived from `Refusal` and compared in a test.\n\n");
    page.append("| code | name | text on the wire | meaning |\n|---|---|---|---|\n");
    for (Refusal refusal : Refusal.values()) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %d | `%s` | %s | %s |\n",
              refusal.code(),
              refusal.name(),
              refusal.wireText().replace("|", "\\|"),
              refusal.meaning()));
    }
    GoldenFile.matches("docs/spec/errors.md", page.toString());
  }

  @Test
  void the_shared_list_of_codes_says_what_the_code_says() throws Exception {
    var list = Vectors.JSON.createArrayNode();
    for (Refusal refusal : Refusal.values()) {
      list.addObject()
          .put("code", refusal.code())
          .put("name", refusal.name())
          .put("wire_text", refusal.wireText())
          .put("meaning", refusal.meaning());
    }
    GoldenFile.matches("vectors/refusals.json", list.toPrettyString() + "\n");
  }
}
