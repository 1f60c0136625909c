package dev.idos.credentials.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// Contexts are shipped, never fetched.
class ContextsTest {

  private final Contexts contexts = Contexts.load();

  @Test
  void the_six_documents_and_their_ten_earlier_addresses_resolve() throws JsonLdError {
    assertThat(contexts.addresses()).hasSize(16);
    for (String address : contexts.addresses()) {
      assertThat(load(address).getJsonContent()).isPresent();
    }
  }

  @Test
  void any_other_address_fails() {
    assertThatThrownBy(() -> load("https://www.w3.org/ns/credentials/v2"))
        .isInstanceOf(JsonLdError.class);
  }

  private Document load(String address) throws JsonLdError {
    return contexts.loadDocument(URI.create(address), new DocumentLoaderOptions());
  }
}
