package dev.idos.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletSignatures;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

  private static final String KEY =
      "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8";
  private static final String STELLAR = "GAB2CB576PHBBPQ5ODORRZ2LYCMWPZGWGCN2KDK7DXOIMZASKUY3QZ6Q";
  private static final String NEAR = "ed25519:FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF";

  @Test
  void an_access_grant_is_named_after_what_it_says() {
    assertGrantId(
        "0x5ccbe82FEDE13aecdA449eCA4D4dE05E45861684", 0, "df8cc8b8-4c82-5b9a-9b72-87c03895ae56");
    assertGrantId(
        "0x5ccbe82fede13aecda449eca4d4de05e45861684", 0, "01cd4394-7a83-5960-9c71-4b6146bc3b10");
    assertGrantId(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        1767225600,
        "6b126c4b-e076-52af-ab0a-2607832eff70");
    assertGrantId(
        "D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A",
        1767225600,
        "58a0fa90-d5fc-52fb-9165-c7c71eecdf4e");
  }

  @Test
  void a_uuid_of_version_5_follows_from_its_name() {
    // The example of RFC 9562, appendix A.4.
    var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    assertThat(UuidV5.of(dns, "www.example.com"))
        .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
  }

  @Test
  void an_address_or_key_in_hex_ignores_its_case() {
    assertCanonical("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", true);
    assertCanonical(KEY.toUpperCase(Locale.ROOT), true);
  }

  @Test
  void everything_else_is_exact() {
    assertCanonical(NEAR, false);
    assertCanonical(STELLAR, false);
    assertCanonical("rGMTQpyhaDwWTqmw4dcYHj5NPJhtWNhtRW", false);
    assertCanonical("Alice.near", false);
    assertCanonical("0X70997970C51812DC3A010C7D01B50E0D17DC79C8", false);
    assertCanonical("0x70997970C51812dc3A010C7d01b50e0d17dc79", false);
  }

  @Test
  void an_identifier_is_printable_ascii_without_spaces() {
    for (String text : List.of("", " ", "a b", "a\n", "\u212a", "a\u200b", "é", "x".repeat(257))) {
      assertThat(WalletIdentifier.parse(text)).isEmpty();
    }
    assertThat(WalletIdentifier.parse("x".repeat(256))).isPresent();
  }

  @Test
  void two_spellings_name_the_same_wallet() {
    var lower = WalletIdentifier.parse("0x70997970c51812dc3a010c7d01b50e0d17dc79c8").orElseThrow();
    var mixed = WalletIdentifier.parse("0x70997970C51812dc3A010C7d01b50e0d17dc79C8").orElseThrow();
    assertThat(lower.isSameAs(mixed)).isTrue();
    assertThat(lower).isNotEqualTo(mixed);
  }

  @Test
  void a_caller_answers_to_the_other_spellings_of_its_key() {
    Bytes key = Bytes.ofHex(KEY);
    assertThat(forms(AuthScheme.ED25519, key)).containsExactlyInAnyOrder(KEY, STELLAR);
    assertThat(forms(AuthScheme.NEP413, key)).containsExactlyInAnyOrder(KEY, NEAR);
    assertThat(forms(AuthScheme.SEP53, Utf8.encode(STELLAR)))
        .containsExactlyInAnyOrder(KEY, STELLAR);
  }

  @Test
  void an_evm_caller_is_its_lower_case_address_and_nobody_is_nothing() {
    Bytes address = Bytes.ofHex("70997970c51812dc3a010c7d01b50e0d17dc79c8");
    assertThat(forms(AuthScheme.SECP256K1_EP, address)).containsExactly("0x" + address.hex());
    assertThat(CallerForms.of(Caller.NOBODY)).isEmpty();
  }

  private static Set<String> forms(AuthScheme scheme, Bytes sender) {
    String text = WalletSignatures.callerText(scheme, sender).orElseThrow();
    return CallerForms.of(new Caller(scheme, sender, text));
  }

  private static void assertCanonical(String asGiven, boolean ignoresCase) {
    WalletIdentifier identifier = WalletIdentifier.parse(asGiven).orElseThrow();
    assertThat(identifier.asGiven()).isEqualTo(asGiven);
    assertThat(identifier.canonical())
        .isEqualTo(ignoresCase ? asGiven.toLowerCase(Locale.ROOT) : asGiven);
  }

  private static void assertGrantId(String grantee, long lockedUntil, String id) {
    var dataId = new CredentialId(UUID.fromString("11111111-2222-4333-8444-555555555555"));
    assertThat(AccessGrantIds.of(grantee, dataId, lockedUntil))
        .isEqualTo(new AccessGrantId(UUID.fromString(id)));
  }
}
