package dev.idos.protocol.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Vectors;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.transaction.TransactionBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionJsonTest {

  @Test
  void what_is_absent_or_null_is_empty() throws Exception {
    var nothing =
        new Transaction(
            new TransactionBody("", Bytes.EMPTY, "", BigInteger.ZERO, 0, ""),
            "",
            "",
            Bytes.EMPTY,
            Bytes.EMPTY);
    assertThat(read("{}")).isEqualTo(nothing);
    assertThat(read("{\"signature\":null,\"body\":null,\"sender\":null}")).isEqualTo(nothing);
    assertThat(read("{\"body\":{\"fee\":\"\",\"nonce\":null,\"payload\":null}}"))
        .isEqualTo(nothing);
  }

  @Test
  void members_it_does_not_know_are_passed_over() throws Exception {
    Transaction transaction =
        read("{\"x\":{\"body\":[1,{}]},\"body\":{\"y\":[[]],\"nonce\":7},\"sender\":\"0xAB\"}");
    assertThat(transaction.body().nonce()).isEqualTo(7);
    assertThat(transaction.sender()).isEqualTo(Bytes.of(0xab));
  }

  @Test
  void members_of_another_type_are_refused_by_name() {
    assertMalformed("{\"body\":[]}", "expected an object for body");
    assertMalformed("[]", "expected an object for tx");
    assertMalformed("{\"body\":{\"nonce\":\"7\"}}", "expected a whole number for nonce");
    assertMalformed("{\"body\":{\"nonce\":7.5}}", "expected a whole number for nonce");
    assertMalformed(
        "{\"body\":{\"nonce\":18446744073709551616}}", "expected a whole number for nonce");
    assertMalformed("{\"body\":{\"nonce\":-1}}", "a nonce is never negative");
    assertMalformed("{\"body\":{\"fee\":\"-1\"}}", "expected decimal digits for fee");
    assertMalformed("{\"body\":{\"fee\":0}}", "expected a string for fee");
    assertMalformed("{\"body\":{\"payload\":7}}", "expected base64 for payload");
    assertMalformed("{\"body\":{\"payload\":\"*\"}}", "expected base64 for payload");
    assertMalformed("{\"sender\":\"xyz\"}", "expected hex digits for sender");
    assertMalformed("{\"body\":{\"desc\":\"\\ud800\"}}", "a description is valid unicode");
  }

  @Test
  void a_payload_past_the_limit_is_not_read_on() throws Exception {
    String json = "{\"body\":{\"payload\":\"" + Bytes.ofUnshared(new byte[100]).base64() + "\"}}";
    try (var parser = Vectors.JSON.createParser(json)) {
      parser.nextToken();
      assertThatThrownBy(() -> TransactionJson.read(parser, 99))
          .isInstanceOf(PayloadTooLargeException.class);
    }
    try (var parser = Vectors.JSON.createParser(json)) {
      parser.nextToken();
      assertThat(TransactionJson.read(parser, 100).body().payload().length()).isEqualTo(100);
    }
  }

  @Test
  void a_payload_longer_than_any_json_text_may_be_is_streamed() throws Exception {
    var payload = Bytes.ofUnshared(new byte[30 * 1024 * 1024]);
    var body = new TransactionBody("d", payload, "execute", BigInteger.ZERO, 1, "c");
    var large = new Transaction(body, "concat", "ed25519", Bytes.of(1), Bytes.of(2));
    var written = new ByteArrayOutputStream();
    try (var generator = Vectors.JSON.createGenerator(written)) {
      TransactionJson.write(generator, large);
    }
    try (var parser = Vectors.JSON.createParser(new ByteArrayInputStream(written.toByteArray()))) {
      parser.nextToken();
      assertThat(TransactionJson.read(parser).body().payload()).isEqualTo(payload);
    }
  }

  @Test
  void the_parser_is_left_on_the_closing_brace() throws Exception {
    for (String tx : List.of("{}", "{\"sender\":\"\"}", "{\"body\":{\"desc\":\"\"}}")) {
      try (var parser = Vectors.JSON.createParser("{\"tx\":" + tx + ",\"sync\":1}")) {
        parser.nextToken();
        parser.nextFieldName();
        parser.nextToken();
        TransactionJson.read(parser);
        assertThat(parser.nextFieldName()).isEqualTo("sync");
      }
    }
  }

  private static void assertMalformed(String json, String why) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedException.class).hasMessage(why);
  }

  private static Transaction read(String json) throws Exception {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (var parser = Vectors.JSON.createParser(new ByteArrayInputStream(bytes))) {
      parser.nextToken();
      return TransactionJson.read(parser);
    }
  }
}
