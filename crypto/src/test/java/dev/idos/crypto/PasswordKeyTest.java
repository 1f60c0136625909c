package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordKeyTest {

  private static final String PASSWORD = "correct horse battery staple";
  private static final String USER = "9f51b3b2-4cbe-4c2b-8ea3-0b0c1b2f1a11";

  @Test
  void a_password_and_a_user_id_make_the_published_key() {
    EncryptionKey key = PasswordKey.derive(PASSWORD, USER);
    assertThat(secret(key)).isEqualTo("8iTwhZxrtQGKVV5OMthD5DxFc8c6B8h9MnU2Sh6JTTM=");
    assertThat(key.publicKey().base64()).isEqualTo("Y+kNWSnoYhlBrsDQ/01FTfoHQ5CeXyjDEHbQmNDGOjw=");
  }

  @Test
  void the_key_is_that_of_the_other_published_client() {
    EncryptionKey key =
        PasswordKey.derive("test-password-123!@#", "550e8400-e29b-41d4-a716-446655440000");
    assertThat(Bytes.copyOf(key.secret().exposeSecret()).hex())
        .isEqualTo("9de171c0abc1cb2e4ff4078605d9edaa7175cb66419b6151fa65c4ab774ff3b6");
    assertThat(key.publicKey().base64()).isEqualTo("qbryPA+n8qYf9Fxp37xIJtnuq0UdGQf3sxSF7bfxrAk=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ufb01anc\u00e92", "\ufb01ance\u03012", "fianc\u00e9\u00b2"})
  void spellings_that_look_alike_make_the_same_key(String password) {
    EncryptionKey key = PasswordKey.derive(password, USER);
    assertThat(secret(key)).isEqualTo("PNEQ9YAvjnlM+pr47v6M2dQmbE0sezYsg7HX4pslIoA=");
    assertThat(key.publicKey().base64()).isEqualTo("ksdXi2UdtTX9nXC0EE/KHBV/3HHKAOc3d3YCm3y7K1M=");
  }

  @Test
  void the_case_of_the_user_id_is_part_of_the_salt() {
    assertThat(secret(PasswordKey.derive(PASSWORD, USER.toUpperCase(Locale.ROOT))))
        .isEqualTo("2pybKMBscUQ5/62mI3tLeoMObQCCWLczAhWOvgVu9ww=");
  }

  @Test
  void the_oldest_version_is_cheaper_and_another_key() {
    assertThat(secret(PasswordKey.derive(PASSWORD, USER, "0")))
        .isEqualTo("t4r+HS3nWSyr2ffY2EJtZOBWooGmo2cOV1WFqxibfno=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9f51b3b2-4cbe-1c2b-8ea3-0b0c1b2f1a11",
        "9f51b3b24cbe4c2b8ea30b0c1b2f1a11",
        "9f51b3b2-4cbe-4c2b-8ea3-0b0c1b2f1a11\n",
        "{9f51b3b2-4cbe-4c2b-8ea3-0b0c1b2f1a1}",
      })
  void a_user_id_must_be_a_uuid_of_version_4(String user) {
    assertThatThrownBy(() -> PasswordKey.derive(PASSWORD, user)).hasMessage("Invalid salt");
  }

  @Test
  void there_are_two_versions_only() {
    assertThatThrownBy(() -> PasswordKey.derive(PASSWORD, USER, "0.2")).hasMessage("Wrong KDF");
  }

  private static String secret(EncryptionKey key) {
    return Bytes.copyOf(key.secret().exposeSecret()).base64();
  }
}
