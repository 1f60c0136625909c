package dev.idos.sdk.net;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/// What is believed about the size of an answer. A credential's content is up to 24 MiB of text.
public final class JsonLimits {

  private static final int LONGEST_TEXT = 32 * 1024 * 1024;

  private JsonLimits() {}

  /// A mapper that reads credentials whole and nothing larger.
  public static ObjectMapper mapper() {
    var limits =
        StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).maxNestingDepth(64).build();
    return new ObjectMapper(JsonFactory.builder().streamReadConstraints(limits).build());
  }
}
