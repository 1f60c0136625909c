package dev.idos.protocol.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.KeyType;
import dev.idos.protocol.Account;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.Vectors;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RpcShapesTest {

  @Test
  void each_error_has_its_own_code() {
    assertThat(Arrays.stream(RpcError.values()).map(RpcError::code)).doesNotHaveDuplicates();
    assertThat(RpcError.ofCode(-901)).contains(RpcError.NOT_AUTHORIZED);
    assertThat(RpcError.ofCode(1)).isEmpty();
  }

  @Test
  void only_errors_of_the_envelope_and_of_logins_change_the_http_status() {
    assertThat(RpcError.NOT_AUTHORIZED.httpStatus()).isEqualTo(401);
    assertThat(RpcError.METHOD_UNKNOWN.httpStatus()).isEqualTo(404);
    assertThat(RpcError.PARAMS_INVALID.httpStatus()).isEqualTo(400);
    assertThat(RpcError.BROADCAST_REJECTED.httpStatus()).isEqualTo(200);
    assertThat(RpcError.TOO_MANY_REQUESTS.httpStatus()).isEqualTo(200);
  }

  @Test
  void a_rejected_broadcast_has_the_code_of_the_original() {
    assertThat(rejection(Refusal.CHAIN_WRONG.with("other-chain")))
        .isEqualTo("{\"code\":5,\"message\":\"wrong chain ID: other-chain\"}");
    assertThat(rejection(Refusal.NONCE_WRONG.with("ab", 45, 40)))
        .isEqualTo(
            "{\"code\":4,\"message\":\"invalid nonce for account ab: got 45, expected 40\"}");
    assertThat(rejection(Refusal.TOO_LARGE.with()))
        .isEqualTo("{\"code\":65535,\"message\":\"transaction size limit exceeded\"}");
  }

  @Test
  void an_account_is_asked_for_in_any_spelling() throws Exception {
    var params =
        Vectors.JSON.readTree(
            "{\"id\":{\"identifier\":\"0xAb\",\"key_type\":\"ed25519\"},\"status\":1}");
    AccountRequest request = AccountRequest.read(params);
    assertThat(request.account()).contains(new Account(KeyType.ED25519, Bytes.of(0xab)));
    assertThat(request.withPending()).isTrue();
    assertThat(AccountRequest.read(AccountRequest.toJson(request.account().orElseThrow(), true)))
        .isEqualTo(new AccountRequest("ab", "ed25519", true));
  }

  @Test
  void an_account_without_identifier_is_refused_in_the_words_of_the_original() {
    assertThatThrownBy(() -> AccountRequest.read(Vectors.JSON.readTree("{}")))
        .isInstanceOf(MalformedException.class)
        .hasMessage("missing account identifier");
  }

  @Test
  void an_unknown_kind_of_key_is_told_apart() throws Exception {
    var params = Vectors.JSON.readTree("{\"id\":{\"identifier\":\"ab\",\"key_type\":\"rsa\"}}");
    assertThat(AccountRequest.read(params).account()).isEmpty();
  }

  @Test
  void rows_of_another_width_or_type_are_refused() throws Exception {
    String columns =
        "\"column_names\":[\"n\"],\"column_types\":[{\"name\":\"int8\",\"is_array\":false,"
            + "\"metadata\":[0,0]}]";
    for (String values : new String[] {"[[\"5\",\"6\"]]", "[[\"five\"]]", "[[]]"}) {
      var json = Vectors.JSON.readTree("{" + columns + ",\"values\":" + values + "}");
      assertThatThrownBy(() -> RowsJson.read(json)).isInstanceOf(MalformedException.class);
    }
  }

  private static String rejection(Refused refused) {
    return BroadcastRejection.of(refused).toJson().toString();
  }
}
