package dev.idos.node.rpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/// How JSON is read and written here. Reading is bounded in depth, tokens and text, so that a
/// request cannot cost more memory than its bytes suggest.
final class Json {

  static final int LARGEST_SMALL_BODY = 1 << 20;

  private static final int DEPTH = 32;
  private static final int TOKENS = 20_000;
  private static final int NUMBER = 64;
  private static final int NAME = 256;

  static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
              .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEPTH)
                      .maxTokenCount(TOKENS)
                      .maxStringLength(LARGEST_SMALL_BODY)
                      .maxNumberLength(NUMBER)
                      .maxNameLength(NAME)
                      .build())
              .build()
              .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET));

  private Json() {}
}
