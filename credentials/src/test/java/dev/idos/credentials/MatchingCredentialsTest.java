package dev.idos.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.credentials.level.Addon;
import dev.idos.credentials.level.Level;
import dev.idos.credentials.level.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The credential a consumer asks for is found among rows of all kinds.
class MatchingCredentialsTest {

  private static final Level BASIC = Level.of(Tier.BASIC);
  private static final List<String> ROWS =
      List.of(
          "not json",
          "",
          "{\"level\":5}",
          "{\"level\":\"human\"}",
          "{\"level\":\"plus\",\"level\":\"plus\"}",
          "{\"level\":\"basic+email\",\"type\":\"kyc\",\"status\":\"approved\"}",
          "{\"level\":\"plus+email\",\"type\":\"kyc\",\"status\":\"revoked\"}",
          "{\"level\":\"plus\",\"type\":\"kyc\",\"status\":\"approved\"}");

  @Test
  void the_best_row_is_found_and_bad_rows_are_passed_over() {
    assertThat(highest(BASIC, Map.of())).contains(ROWS.get(6));
  }

  @Test
  void a_constraint_must_hold_exactly() {
    assertThat(highest(BASIC, Map.of("status", "approved"))).contains(ROWS.get(7));
    assertThat(highest(BASIC, Map.of("status", "Approved"))).isEmpty();
    assertThat(highest(BASIC, Map.of("issuer", "Acme"))).isEmpty();
  }

  @Test
  void a_missing_addon_is_not_made_up_for_by_the_base() {
    assertThat(highest(Level.of(Tier.BASIC, Addon.EMAIL), Map.of("status", "approved")))
        .contains(ROWS.get(5));
  }

  private static Optional<String> highest(Level required, Map<String, String> wanted) {
    return MatchingCredentials.highest(ROWS, Function.identity(), required, wanted);
  }
}
