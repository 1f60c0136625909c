package dev.idos.node.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a cookie holds, and how clients send it back.
class SessionValueTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  @Test
  void a_value_comes_back_as_it_was() {
    var value = new SessionValue(List.of(open("", 1, 64), open("https://a.example", 2, 300)));
    assertThat(SessionValue.parse(value.text())).isEqualTo(value);
    assertThat(SessionValue.parse("")).isEqualTo(SessionValue.EMPTY);
    assertThat(SessionValue.EMPTY.text()).isEmpty();
  }

  @Test
  void a_login_that_does_not_fit_alone_is_refused() {
    assertThat(SessionValue.EMPTY.with(open("", 1, 2_400))).isPresent();
    assertThat(SessionValue.EMPTY.with(open("", 1, 2_600))).isEmpty();
  }

  @Test
  void the_oldest_go_first() {
    SessionValue value =
        SessionValue.EMPTY
            .with(open("", 1, 1_000))
            .flatMap(one -> one.with(open("", 2, 1_000)))
            .flatMap(two -> two.with(open("", 3, 1_000)))
            .orElseThrow();
    assertThat(value.logins()).containsExactly(open("", 2, 1_000), open("", 3, 1_000));
  }

  @Test
  void a_second_login_of_the_same_wallet_replaces_the_first() {
    SessionValue value =
        SessionValue.EMPTY
            .with(open("", 1, 64))
            .flatMap(one -> one.with(open("", 1, 65)))
            .flatMap(one -> one.with(open("https://a.example", 1, 64)))
            .orElseThrow();
    assertThat(value.logins()).containsExactly(open("", 1, 65), open("https://a.example", 1, 64));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AQ", "AAAA", "AQAB", "%%%%", "AQD_", "Ag"})
  void anything_else_holds_no_logins(String text) {
    assertThat(SessionValue.parse(text)).isEqualTo(SessionValue.EMPTY);
  }

  @Test
  void random_bytes_never_throw() {
    var chance = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      var bytes = new byte[chance.nextInt(300)];
      chance.nextBytes(bytes);
      if (bytes.length > 0) {
        bytes[0] = 1;
      }
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      assertThat(SessionValue.parse(text).logins().size()).isLessThan(10);
    }
  }

  @Test
  void cookies_are_read_as_clients_send_them() {
    var value = new SessionValue(List.of(open("", 1, 64)));
    String text = value.text();
    for (String cookie :
        List.of(
            "kgw_session=" + text,
            "kgw_session=" + text + "; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=None",
            "a=b;kgw_session=" + text,
            "HttpOnly; ;=; kgw_session = " + text + " ; x")) {
      assertThat(SessionCookie.of(Optional.empty(), List.of(cookie)))
          .as(cookie)
          .containsExactly(value);
    }
    assertThat(SessionCookie.of(Optional.of("bearer " + text), List.of())).containsExactly(value);
    assertThat(SessionCookie.of(Optional.of("Basic " + text), List.of("kgw_sessio=" + text)))
        .isEmpty();
  }

  private static OpenLogin open(String origin, int wallet, int signatureLength) {
    return new OpenLogin(
        new Origin.Known(origin),
        new Login(
            "http://localhost:8484",
            LoginNonce.fresh(NOW, LoginNonce.LONGEST, new Random(wallet)),
            AuthScheme.ED25519,
            Bytes.ofHex("%02x".formatted(wallet).repeat(32)),
            Bytes.ofUnshared(new byte[signatureLength])));
  }
}
