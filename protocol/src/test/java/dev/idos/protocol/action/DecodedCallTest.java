package dev.idos.protocol.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.CredentialId;
import dev.idos.protocol.payload.ActionCall;
import dev.idos.protocol.query.AccessGrantQuery;
import dev.idos.protocol.query.CredentialQuery;
import dev.idos.protocol.value.EncodedValue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecodedCallTest {

  private static final ActionCatalogue CATALOGUE = new ActionCatalogue();
  private static final UUID ID = UUID.fromString("6f1e5d2c-7b3a-4c9d-8e0f-123456789abc");

  @Test
  void a_view_becomes_its_record() {
    assertThat(call("get_credential_owned", EncodedValue.uuid(ID)))
        .isEqualTo(
            new DecodedCall.Ready(new CredentialQuery.GetCredentialOwned(new CredentialId(ID))));
  }

  @Test
  void null_and_absent_are_alike_where_null_is_allowed() {
    EncodedValue nothing = EncodedValue.nullValue();
    var everything =
        new DecodedCall.Ready(new AccessGrantQuery.GetAccessGrantsGranted(null, null, null));
    assertThat(call("get_access_grants_granted", nothing, nothing, nothing)).isEqualTo(everything);
    assertThat(call("get_access_grants_granted")).isEqualTo(everything);
  }

  @Test
  void private_actions_are_not_called() {
    assertEngineError(
        call("credential_exist", EncodedValue.uuid(ID)),
        "action is private: action credential_exist is private");
  }

  @Test
  void what_changes_data_is_not_called() {
    assertEngineError(
        call("remove_credential", EncodedValue.uuid(ID)),
        "connection is read-only and cannot mutate state: action \"remove_credential\" requires a writer connection");
    assertEngineError(
        call("add_inserter_as_owner"),
        "connection is read-only and cannot mutate state: action \"add_inserter_as_owner\" requires a writer connection");
  }

  @Test
  void what_does_not_exist_is_not_called() {
    assertEngineError(
        call("no_such_action"),
        "unknown action: action \"no_such_action\" does not exist in namespace \"main\"");
  }

  @Test
  void arguments_are_counted_and_typed() {
    assertEngineError(call("get_credential_owned"), "missing required argument 1 ($id)");
    assertEngineError(
        call("get_credentials", EncodedValue.uuid(ID)),
        "action invocation error: action \"get_credentials\" expected at most 0 arguments, but got 1");
    assertEngineError(
        call("get_credential_owned", EncodedValue.text("a")),
        "type error: action \"get_credential_owned\" expected argument 1 to be of type uuid, but got text");
  }

  @Test
  void garbage_is_malformed_in_the_words_of_the_original() {
    assertThat(CATALOGUE.decodeCall(Bytes.of('g', 'a', 'r', 'b', 'a', 'g', 'e')))
        .isEqualTo(
            new DecodedCall.Malformed("failed to convert action call: unsupported version 24935"));
  }

  @Test
  void a_bad_argument_is_told_apart_from_a_bad_call() {
    Bytes good =
        new ActionCall("main", "get_credential_owned", List.of(EncodedValue.uuid(ID))).encode();
    String itemLength16 = good.hex().replace("1100000001" + "6f1e", "1000000001" + "6f1e");
    Bytes oneByteShort = Bytes.ofHex(itemLength16.replace("2c000000", "2b000000"));
    assertThat(CATALOGUE.decodeCall(oneByteShort.slice(0, oneByteShort.length() - 1)))
        .isEqualTo(new DecodedCall.Malformed("failed to decode argument: an item is no uuid"));
  }

  private static DecodedCall call(String view, EncodedValue... arguments) {
    return CATALOGUE.decodeCall(new ActionCall("", view, List.of(arguments)).encode());
  }

  private static void assertEngineError(DecodedCall call, String text) {
    assertThat(call)
        .isInstanceOfSatisfying(
            DecodedCall.EngineError.class,
            error -> assertThat(error.refused().text()).isEqualTo(text));
  }
}
