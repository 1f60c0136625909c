package dev.idos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What today's client does with an answer is part of the wire: 32 rows of `vectors/kwil.json`.
class KwilClientVectorsTest {

  @Test
  void the_real_client_does_with_every_answer_what_the_vectors_say() throws Exception {
    var vectors = NodeScript.ROOT.resolve("vectors/kwil.json").toAbsolutePath().toString();
    assertThat(new NodeScript("kwil-client-vectors.mjs").run(vectors).getLast())
        .isEqualTo("32 passed, 0 failed");
  }
}
