package dev.idos.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.payload.ActionCall;
import dev.idos.protocol.payload.ActionExecution;
import dev.idos.protocol.payload.Payload;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.transaction.TransactionBody;
import dev.idos.protocol.transaction.TransactionCodec;
import dev.idos.protocol.value.DataType;
import dev.idos.protocol.value.EncodedValue;
import dev.idos.protocol.value.EncodedValueCodec;
import dev.idos.protocol.value.EncodedValueJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// What goes in comes out, and nothing but [MalformedException] ever comes out of bad bytes.
class RoundTripTest {

  private static final ActionCatalogue CATALOGUE = new ActionCatalogue();

  @Property
  void a_value_survives_both_its_forms(@ForAll("values") EncodedValue value) throws Exception {
    assertThat(EncodedValueCodec.decode(EncodedValueCodec.encode(value))).isEqualTo(value);
    assertThat(EncodedValueJson.read(EncodedValueJson.write(value))).isEqualTo(value);
  }

  @Property
  void changed_bytes_are_refused_or_are_another_value(
      @ForAll("values") EncodedValue value, @ForAll int place, @ForAll byte change) {
    Bytes bytes = changed(EncodedValueCodec.encode(value), place, change);
    try {
      EncodedValue decoded = EncodedValueCodec.decode(bytes);
      assertThat(EncodedValueCodec.encode(decoded)).isEqualTo(bytes);
    } catch (MalformedException refused) {
      assertThat(refused.text()).isNotBlank();
    }
  }

  @Property
  void shortened_bytes_are_refused(
      @ForAll("executions") ActionExecution execution, @ForAll int cut) {
    Bytes bytes = execution.encode();
    Bytes shorter = bytes.slice(0, Math.floorMod(cut, bytes.length()));
    try {
      assertThat(Payload.decode(ActionExecution.TYPE, shorter)).isEmpty();
    } catch (MalformedException refused) {
      assertThat(refused.text()).isNotBlank();
    }
  }

  @Property
  void an_execution_survives(@ForAll("executions") ActionExecution execution) throws Exception {
    assertThat(Payload.decode(ActionExecution.TYPE, execution.encode())).contains(execution);
  }

  @Property
  void the_catalogue_answers_whatever_the_bytes_are(
      @ForAll("executions") ActionExecution execution, @ForAll int place, @ForAll byte change) {
    Bytes bytes = changed(execution.encode(), place, change);
    assertThat(CATALOGUE.decode(ActionExecution.TYPE, bytes)).isNotNull();
    assertThat(CATALOGUE.decodeCall(bytes)).isNotNull();
  }

  @Property
  void a_call_survives(@ForAll("executions") ActionExecution execution) throws Exception {
    List<EncodedValue> arguments =
        execution.calls().isEmpty() ? List.of() : execution.calls().getFirst();
    var call = new ActionCall(execution.namespace(), execution.action(), arguments);
    assertThat(ActionCall.decode(call.encode())).isEqualTo(call);
  }

  @Property
  void a_transaction_survives_and_its_hash_is_that_of_its_bytes(
      @ForAll("transactions") Transaction transaction) throws Exception {
    Bytes bytes = TransactionCodec.toBytes(transaction);
    assertThat(TransactionCodec.fromBytes(bytes)).isEqualTo(transaction);
    assertThat(TransactionCodec.size(transaction)).isEqualTo(bytes.length());
    assertThat(TransactionCodec.hash(transaction).value()).isEqualTo(Sha256.of(bytes));
  }

  @Property
  void changed_transactions_are_refused_or_have_exactly_these_bytes(
      @ForAll("transactions") Transaction transaction, @ForAll int place, @ForAll byte change) {
    Bytes bytes = changed(TransactionCodec.toBytes(transaction), place, change);
    try {
      assertThat(TransactionCodec.toBytes(TransactionCodec.fromBytes(bytes))).isEqualTo(bytes);
    } catch (MalformedException refused) {
      assertThat(refused.text()).isNotBlank();
    }
  }

  @Property
  void the_length_of_a_text_is_that_of_its_bytes(@ForAll String text) {
    if (Utf8.isWellFormed(text)) {
      assertThat(Utf8.length(text)).isEqualTo(Utf8.encode(text).length());
      assertThat(Utf8.decode(Utf8.encode(text))).contains(text);
    }
  }

  @Provide
  Arbitrary<EncodedValue> values() {
    return Arbitraries.oneOf(scalars(), lists(), nulls());
  }

  @Provide
  Arbitrary<ActionExecution> executions() {
    Arbitrary<List<EncodedValue>> run = values().list().ofMaxSize(4);
    Arbitrary<String> actions =
        Arbitraries.of("add_wallet", "remove_credential", "get_user", "has_profile", "x", "");
    return Combinators.combine(
            Arbitraries.of("main", "", "other"), actions, run.list().ofMaxSize(3))
        .as(ActionExecution::new);
  }

  @Provide
  Arbitrary<Transaction> transactions() {
    Arbitrary<Bytes> bytes = bytes();
    Arbitrary<TransactionBody> bodies =
        Combinators.combine(
                texts(),
                bytes,
                Arbitraries.of("execute", "raw_statement", ""),
                Arbitraries.bigIntegers().greaterOrEqual(BigInteger.ZERO),
                Arbitraries.longs().greaterOrEqual(0),
                texts())
            .as(TransactionBody::new);
    return Combinators.combine(
            bodies, Arbitraries.of("concat", "direct", "?"), texts(), bytes, bytes)
        .as(Transaction::new);
  }

  private static Arbitrary<EncodedValue> scalars() {
    Arbitrary<BigDecimal> decimals = Arbitraries.bigDecimals().ofScale(3);
    Arbitrary<DataType> aliases =
        Arbitraries.of("string", "TEXT", "text").map(name -> new DataType(name, false, 7, 65535));
    return Arbitraries.oneOf(
        texts().map(EncodedValue::text),
        Arbitraries.longs().map(EncodedValue::int8),
        Arbitraries.of(true, false).map(EncodedValue::bool),
        bytes().map(EncodedValue::bytea),
        Arbitraries.create(UUID::randomUUID).map(EncodedValue::uuid),
        Arbitraries.bigIntegers().map(EncodedValue::numeric),
        decimals.map(number -> EncodedValue.numeric(number, 40, 3)),
        Combinators.combine(aliases, texts())
            .as((type, text) -> new EncodedValue(type, List.of(Utf8.encode(text)))));
  }

  private static Arbitrary<EncodedValue> lists() {
    return texts()
        .injectNull(0.2)
        .list()
        .ofMaxSize(5)
        .map(
            texts -> {
              var items = new ArrayList<@Nullable Bytes>();
              for (String text : texts) {
                items.add(text == null ? null : Utf8.encode(text));
              }
              return EncodedValue.array(DataType.TEXT, items);
            });
  }

  private static Arbitrary<EncodedValue> nulls() {
    var items = new ArrayList<@Nullable Bytes>();
    items.add(null);
    return Arbitraries.of(
        EncodedValue.nullValue(),
        new EncodedValue(DataType.NULL, items),
        new EncodedValue(DataType.UUID, items),
        EncodedValue.array(DataType.NULL, List.of()),
        EncodedValue.array(DataType.INT8, List.of()));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMaxLength(40).filter(Utf8::isWellFormed);
  }

  private static Arbitrary<Bytes> bytes() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(200).map(Bytes::copyOf);
  }

  private static Bytes changed(Bytes bytes, int place, byte change) {
    byte[] copy = bytes.toArray();
    copy[Math.floorMod(place, copy.length)] ^= change;
    return Bytes.ofUnshared(copy);
  }
}
