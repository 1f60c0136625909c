package dev.idos.protocol.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.payload.ActionExecution;
import dev.idos.protocol.payload.RawStatement;
import dev.idos.protocol.payload.ValidatorPayload;
import dev.idos.protocol.value.DataType;
import dev.idos.protocol.value.EncodedValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvocationTest {

  private static final ActionCatalogue CATALOGUE = new ActionCatalogue();
  private static final UUID ID = UUID.fromString("6f1e5d2c-7b3a-4c9d-8e0f-123456789abc");
  private static final EncodedValue UUID_VALUE = EncodedValue.uuid(ID);

  @Test
  void an_action_becomes_its_record() {
    assertThat(execute("remove_credential", UUID_VALUE))
        .isEqualTo(
            new Invocation.Actions(
                List.of(new CredentialAction.RemoveCredential(new CredentialId(ID)))));
  }

  @Test
  void names_are_found_in_any_case_and_no_namespace_means_main() {
    var execution = new ActionExecution("", "Remove_Credential", List.of(List.of(UUID_VALUE)));
    assertThat(decode(execution)).isInstanceOf(Invocation.Actions.class);
    var upper = new ActionExecution("MAIN", "remove_credential", List.of(List.of(UUID_VALUE)));
    assertThat(decode(upper)).isInstanceOf(Invocation.Actions.class);
  }

  @Test
  void a_batch_becomes_as_many_records() {
    var run = List.of(UUID_VALUE);
    var batch = new ActionExecution("main", "remove_credential", List.of(run, run, run));
    assertThat(decode(batch))
        .isInstanceOfSatisfying(
            Invocation.Actions.class, batched -> assertThat(batched.actions()).hasSize(3));
  }

  @Test
  void no_runs_at_all_are_one_run_without_arguments() {
    assertThat(decode(new ActionExecution("main", "remove_user", List.of())))
        .isEqualTo(new Invocation.Actions(List.of(new UserAction.RemoveUser())));
    assertRefused(
        decode(new ActionExecution("main", "remove_credential", List.of())),
        65535,
        "missing required argument 1 ($id)");
  }

  @Test
  void too_many_arguments_are_counted() {
    assertRefused(
        execute("remove_credential", UUID_VALUE, UUID_VALUE),
        65535,
        "action invocation error: action \"remove_credential\" expected at most 1 arguments, but got 2");
  }

  @Test
  void an_argument_of_another_type_is_named() {
    assertRefused(
        execute("remove_credential", EncodedValue.text(ID.toString())),
        65535,
        "type error: action \"remove_credential\" expected argument 1 to be of type uuid, but got text");
    EncodedValue list = EncodedValue.array(DataType.UUID, List.of(UUID_VALUE.items().getFirst()));
    assertRefused(
        execute("remove_credential", list),
        65535,
        "type error: action \"remove_credential\" expected argument 1 to be of type uuid, but got uuid[]");
  }

  @Test
  void unknown_private_and_reading_actions_are_not_executed() {
    assertRefused(
        execute("no_such_action"),
        65535,
        "unknown action: action \"no_such_action\" does not exist in namespace \"main\"");
    assertRefused(
        execute("credential_exist", UUID_VALUE),
        65535,
        "action is private: action credential_exist is private");
    assertThat(refusal(execute("get_user"))).isEqualTo(Refusal.ACTION_IS_VIEW);
  }

  @Test
  void another_namespace_is_unknown() {
    assertRefused(
        decode(new ActionExecution("NoSuch", "add_wallet", List.of())),
        65535,
        "namespace \"nosuch\" does not exist");
  }

  @Test
  void raw_sql_is_nobodys_right() {
    var delete = new RawStatement("  delete FROM users", List.of());
    assertRefused(
        CATALOGUE.decode(RawStatement.TYPE, delete.encode()),
        65535,
        "user does not have privilege DELETE on namespace \"main\"");
  }

  @Test
  void other_payloads_are_unknown_here_even_when_they_decode() {
    var join = new ValidatorPayload.Join(1);
    assertRefused(
        CATALOGUE.decode(join.type(), join.encode()), 2, "unknown payload type: validator_join");
    assertThat(refusal(CATALOGUE.decode("", Bytes.EMPTY))).isEqualTo(Refusal.PAYLOAD_TYPE_UNKNOWN);
  }

  @Test
  void bytes_that_are_no_payload_have_the_code_of_encodings() {
    assertRefused(
        CATALOGUE.decode("execute", Bytes.of('g', 'a', 'r', 'b')),
        1,
        "failed to decode the payload: unsupported version 24935");
    Bytes good = new ActionExecution("main", "remove_user", List.of(List.of())).encode();
    Bytes longer = Bytes.concat(good, Bytes.of(0));
    assertThat(refusal(CATALOGUE.decode("execute", longer))).isEqualTo(Refusal.PAYLOAD_MALFORMED);
  }

  @Test
  void null_is_refused_where_a_value_is_needed() {
    EncodedValue nothing = EncodedValue.nullValue();
    assertRefused(
        execute("add_attribute", UUID_VALUE, nothing, EncodedValue.text("v")),
        65535,
        "argument 2 ($attribute_key) of action \"add_attribute\" must not be null");
  }

  @Test
  void null_for_an_id_keeps_the_words_the_original_had_for_it() {
    EncodedValue nothing = EncodedValue.nullValue();
    assertRefused(
        execute("remove_credential", nothing),
        65535,
        "the credential does not belong to the caller");
    assertRefused(execute("revoke_access_grant", nothing), 65535, "the access grant not found");
    assertRefused(
        execute("rescind_shared_credential", nothing),
        65535,
        "can not find the credential shared to you");
  }

  @Test
  void a_typed_null_fits_any_parameter_that_may_be_null() {
    EncodedValue text = EncodedValue.text("x");
    var typedNull =
        new EncodedValue(
            DataType.INT8, new EncodedValue(DataType.NULL.arrayOf(), onlyNull()).items());
    assertThat(execute("add_wallet", UUID_VALUE, text, typedNull, text, text, text))
        .isInstanceOf(Invocation.Actions.class);
  }

  @Test
  void text_with_a_nul_character_is_refused() {
    assertThat(refusal(execute("add_attribute", UUID_VALUE, text("a\0b"), text("v"))))
        .isEqualTo(Refusal.TEXT_INVALID);
  }

  @Test
  void text_is_measured_in_bytes() {
    assertThat(execute("add_attribute", UUID_VALUE, text("é".repeat(128)), text("v")))
        .isInstanceOf(Invocation.Actions.class);
    assertRefused(
        execute("add_attribute", UUID_VALUE, text("é".repeat(128) + "x"), text("v")),
        65535,
        "argument 2 ($attribute_key): the text is longer than 256 bytes");
  }

  @Test
  void numbers_of_any_declared_precision_are_taken_if_they_are_whole() {
    var five =
        new Invocation.Actions(
            List.of(new EconomyAction.ActionCostingIdosToken(BigInteger.valueOf(5))));
    assertThat(execute("action_costing_idos_token", numeric("5.00", 3, 2))).isEqualTo(five);
    assertThat(execute("action_costing_idos_token", numeric("5", 1, 0))).isEqualTo(five);
    assertThat(refusal(execute("action_costing_idos_token", numeric("5.5", 2, 1))))
        .isEqualTo(Refusal.NUMBER_INVALID);
    assertThat(refusal(execute("action_costing_idos_token", numeric("1" + "0".repeat(78), 79, 0))))
        .isEqualTo(Refusal.NUMBER_INVALID);
  }

  @Test
  void what_a_stranger_names_is_repeated_short_and_clean() {
    var name = "x".repeat(100_000) + "\0";
    assertThat(execute(name))
        .isInstanceOfSatisfying(
            Invocation.Undecodable.class,
            undecodable -> {
              assertThat(undecodable.refused().text()).hasSizeLessThan(200);
            });
    assertRefused(
        execute("a\0\n\u00e9"),
        65535,
        "unknown action: action \"a???\" does not exist in namespace \"main\"");
  }

  @Test
  void more_runs_than_bytes_do_not_ask_for_memory() {
    Bytes header = new ActionExecution("main", "remove_user", List.of()).encode();
    Bytes claims65535 = Bytes.concat(header.slice(0, header.length() - 2), Bytes.of(255, 255));
    assertThat(refusal(CATALOGUE.decode("execute", claims65535)))
        .isEqualTo(Refusal.PAYLOAD_MALFORMED);
  }

  @Test
  void the_largest_content_survives() {
    String content = "A".repeat(MaxBytes.CONTENT);
    var add =
        new CredentialAction.AddCredential(new CredentialId(ID), "k", "e", content, "", "s", "b");
    assertThat(CATALOGUE.decode("execute", CATALOGUE.encode(add)))
        .isEqualTo(new Invocation.Actions(List.of(add)));
  }

  @Test
  void a_batch_is_encoded_as_one_execution() {
    List<Action> batch =
        IntStream.range(0, 3)
            .mapToObj(i -> new CredentialAction.RemoveCredential(new CredentialId(new UUID(0, i))))
            .collect(Collectors.toList());
    assertThat(decode(CATALOGUE.execution(batch))).isEqualTo(new Invocation.Actions(batch));
  }

  private static Invocation execute(String action, EncodedValue... arguments) {
    return decode(new ActionExecution("main", action, List.of(List.of(arguments))));
  }

  private static Invocation decode(ActionExecution execution) {
    return CATALOGUE.decode(ActionExecution.TYPE, execution.encode());
  }

  private static void assertRefused(Invocation invocation, int txCode, String text) {
    assertThat(invocation)
        .isInstanceOfSatisfying(
            Invocation.Undecodable.class,
            undecodable -> {
              assertThat(undecodable.refused().text()).isEqualTo(text);
              assertThat(undecodable.txCode()).isEqualTo(txCode);
            });
  }

  private static Refusal refusal(Invocation invocation) {
    return switch (invocation) {
      case Invocation.Undecodable undecodable -> undecodable.refused().reason();
      case Invocation.Actions actions -> throw new AssertionError("not refused: " + actions);
    };
  }

  private static EncodedValue text(String value) {
    return EncodedValue.text(value);
  }

  private static EncodedValue numeric(String value, int precision, int scale) {
    return EncodedValue.numeric(new BigDecimal(value), precision, scale);
  }

  private static List<@Nullable Bytes> onlyNull() {
    var items = new ArrayList<@Nullable Bytes>();
    items.add(null);
    return items;
  }
}
