package dev.idos.credentials.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Canonical RDF: what the first proof signs.
class RdfHashTest {

  private final RdfHash rdf = new RdfHash(Contexts.load());

  @Test
  void two_members_of_a_subject_share_one_predicate_which_is_why_there_is_a_second_proof()
      throws UnprovableDocument {
    assertThat(quads(subject("Alice", "Smith"))).isEqualTo(quads(subject("Smith", "Alice")));
    assertThat(quads(subject("Alice", "Smith")))
        .isEqualTo(
            """
            _:c14n0 <http://www.w3.org/2001/XMLSchema#string> "Alice" .
            _:c14n0 <http://www.w3.org/2001/XMLSchema#string> "Smith" .
            """);
  }

  @Test
  void a_document_built_to_explode_is_given_up() {
    assertThatThrownBy(() -> rdf.of(everybodyHoldsEverybody(10)))
        .isInstanceOf(UnprovableDocument.class)
        .hasRootCauseMessage("canonicalisation takes too many steps");
  }

  private String quads(JsonObject document) throws UnprovableDocument {
    var out = new ByteArrayOutputStream();
    rdf.write(document, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static JsonObject subject(String firstName, String familyName) {
    return Json.createObjectBuilder()
        .add("@context", Contexts.KYC_V2)
        .add("firstName", firstName)
        .add("familyName", familyName)
        .build();
  }

  private static JsonObject everybodyHoldsEverybody(int nodes) {
    JsonArrayBuilder holders = Json.createArrayBuilder();
    for (int node = 0; node < nodes; node++) {
      int self = node;
      holders.add(
          Json.createObjectBuilder()
              .add("id", "_:n" + node)
              .add("type", "VerifiableCredential")
              .add(
                  "holder",
                  Json.createArrayBuilder(
                      IntStream.range(0, nodes)
                          .filter(other -> other != self)
                          .mapToObj(other -> "_:n" + other)
                          .toList())));
    }
    return Json.createObjectBuilder()
        .add("@context", Contexts.W3C_V1)
        .add("type", "VerifiableCredential")
        .add("holder", holders)
        .build();
  }
}
