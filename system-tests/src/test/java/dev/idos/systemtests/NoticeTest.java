package dev.idos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// `NOTICE` names exactly what is shipped, and everything shipped may be: checked against the bill
/// of materials that the build writes.
class NoticeTest {

  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "Bouncy Castle Licence",
          // Logback and Parsson, used as they are: files of theirs that we changed would stay EPL.
          "EPL-1.0",
          "EPL-2.0");

  @Test
  void the_notice_names_every_library_that_is_shipped_and_no_other() throws IOException {
    assertThat(namedInNotice()).isEqualTo(shipped().keySet());
  }

  @Test
  void every_library_that_is_shipped_may_be() throws IOException {
    assertThat(shipped())
        .allSatisfy(
            (library, licences) ->
                assertThat(licences).as(library).isNotEmpty().anyMatch(ALLOWED::contains));
  }

  private static Set<String> namedInNotice() throws IOException {
    var named = new TreeSet<String>();
    for (String line : Files.readAllLines(NodeScript.ROOT.resolve("NOTICE"))) {
      if (line.startsWith("* ")) {
        named.add(line.substring(2).split(" ", 2)[0]);
      }
    }
    return named;
  }

  private static SortedMap<String, List<String>> shipped() throws IOException {
    Path bom = NodeScript.ROOT.resolve("cli/target/bom.json");
    assertThat(bom).as("written by mvn verify").exists();
    var shipped = new TreeMap<String, List<String>>();
    for (JsonNode component :
        new ObjectMapper().readTree(Files.readString(bom)).get("components")) {
      if (component.path("group").asText().equals("dev.idos")) {
        continue;
      }
      var licences = new ArrayList<String>();
      for (JsonNode choice : component.path("licenses")) {
        licences.add(choice.path("license").path("id").asText());
        licences.add(choice.path("license").path("name").asText());
      }
      shipped.put(
          component.path("group").asText() + ":" + component.path("name").asText(), licences);
    }
    return shipped;
  }
}
