package dev.idos.credentials.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.credentials.Vectors;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Levels are read, derived and compared as `credentials.md` §5 says, without its hole.
class LevelTest {

  private static final Level BASIC = Level.of(Tier.BASIC);

  @Test
  void the_published_comparisons_hold() {
    for (JsonObject row : Vectors.list("levels").getValuesAs(JsonObject.class)) {
      Level required = Level.parse(row.getString("required")).orElseThrow();
      assertThat(Level.matchesOrHigher(required, row.getString("current")))
          .as("%s", row)
          .isEqualTo(row.getBoolean("matches"));
    }
  }

  @Test
  void a_text_off_the_ladder_satisfies_nothing() {
    assertThat(List.of("human", "", "Basic", "plus ", "basic,email", "liveness", "+basic"))
        .allSatisfy(text -> assertThat(Level.matchesOrHigher(BASIC, text)).as(text).isFalse());
  }

  @Test
  void addons_are_written_in_their_fixed_order_and_foreign_ones_last() {
    assertThat(Level.parse("plus+idos+phoneNumber+liveness").orElseThrow().text())
        .isEqualTo("plus+liveness+phoneNumber+idos");
  }

  @Test
  void a_level_is_derived_from_what_the_subject_holds() {
    assertThat(Level.derive(Map.of())).isEqualTo(BASIC);
    assertThat(
            Level.derive(
                    Map.of(
                        "residentialAddressProofFile", "f",
                        "residentialAddressCity", "c",
                        "residentialAddressProofCategory", "p",
                        "selfieFile", "s",
                        "phoneNumber", "1"))
                .text())
        .isEqualTo("plus+liveness+phoneNumber");
  }

  @Test
  void an_address_without_its_proof_is_basic() {
    assertThat(
            Level.derive(
                    Map.of(
                        "residentialAddressCity", "c",
                        "residentialAddressProofCategory", "p",
                        "residentialAddressProofFile", ""))
                .tier())
        .isEqualTo(Tier.BASIC);
  }

  @Test
  void the_highest_matching_text_is_picked_and_the_earlier_of_equals() {
    assertThat(
            Level.pickHighestMatching(
                BASIC, List.of("human", "basic+email", "basic+liveness", "plus", "plus+idos")))
        .contains("plus");
    assertThat(Level.pickHighestMatching(BASIC, List.of("basic+email", "basic+liveness")))
        .contains("basic+email");
    assertThat(Level.pickHighestMatching(Level.of(Tier.PLUS), List.of("basic"))).isEmpty();
  }
}
