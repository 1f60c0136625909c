package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Base 58, StrKey, XRPL and EVM addresses: one value has one text.
class AddressesTest {

  private static final String STELLAR = "GDDIEJRXY7JRB3CXMJ56AC5CLHJFG5E7JKXWIRDQZ756KORV64ZEEQ3N";
  private static final String STELLAR_KEY =
      "c6822637c7d310ec57627be00ba259d253749f4aaf644470cffbe53a35f73242";

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "00, 1",
    "0000, 11",
    "0001, 12",
    "39, z",
    "3a, 21",
    "ff, 5Q",
    "61, 2g",
    "626262, a3gV",
    "00000000000000000000, 1111111111",
    "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8, "
        + "FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF",
  })
  void base_58_has_the_published_texts(String hex, String text) {
    assertThat(Base58.encode(Bytes.ofHex(hex))).isEqualTo(text);
    assertThat(Base58.decode(text)).contains(Bytes.ofHex(hex));
  }

  @Property
  void base_58_comes_back(@ForAll @Size(max = 80) byte[] value) {
    Bytes bytes = Bytes.copyOf(value);
    assertThat(Base58.decode(Base58.encode(bytes))).contains(bytes);
  }

  @Property
  void whatever_base_58_reads_it_writes_again(@ForAll @Size(max = 40) String text) {
    Base58.decode(text).ifPresent(bytes -> assertThat(Base58.encode(bytes)).isEqualTo(text));
  }

  @Test
  void base_58_knows_no_0_O_I_l_and_no_endless_text() {
    for (String text : new String[] {"0", "O", "I", "l", " 2", "2 ", "é", "2".repeat(513)}) {
      assertThat(Base58.decode(text)).as(text).isEmpty();
    }
  }

  @Test
  void a_stellar_address_is_its_key_with_a_checksum() {
    assertThat(StrKey.encode(Bytes.ofHex(STELLAR_KEY))).isEqualTo(STELLAR);
    assertThat(StrKey.decode(STELLAR)).contains(Bytes.ofHex(STELLAR_KEY));
    assertThatThrownBy(() -> StrKey.encode(Bytes.of(1))).hasMessageContaining("32 bytes");
  }

  @Test
  void every_changed_letter_of_a_stellar_address_is_noticed() {
    for (int i = 0; i < STELLAR.length(); i++) {
      for (char other : new char[] {'A', 'B', '2', '7', 'g', '0', '=', 'é'}) {
        String changed = STELLAR.substring(0, i) + other + STELLAR.substring(i + 1);
        if (!changed.equals(STELLAR)) {
          assertThat(StrKey.decode(changed)).as(changed).isEmpty();
        }
      }
    }
    assertThat(StrKey.decode(STELLAR + "A")).isEmpty();
    assertThat(StrKey.decode("")).isEmpty();
  }

  @Property
  void a_stellar_key_comes_back(@ForAll @Size(32) byte[] key) {
    assertThat(StrKey.decode(StrKey.encode(Bytes.copyOf(key)))).contains(Bytes.copyOf(key));
  }

  @Test
  void an_xrpl_address_is_the_published_one() {
    var vector = Vectors.kwil("authenticator", "auth.xrpl_address");
    String address = Vectors.text(vector, "/expected/address");
    assertThat(XrplAddress.of(Vectors.hex(vector, "/inputs/public_key"))).isEqualTo(address);
    assertThat(XrplAddress.accountId(address))
        .contains(Vectors.hex(vector, "/expected/account_id_ripemd160_sha256"));
    assertThat(XrplAddress.accountId(address.replace("rG", "rH"))).isEmpty();
    assertThat(XrplAddress.accountId("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
    "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
  })
  void an_evm_address_is_written_with_its_checksum_and_read_in_any_case(String text) {
    Bytes address = EvmAddress.parse(text.toLowerCase(java.util.Locale.ROOT)).orElseThrow();
    assertThat(EvmAddress.checksummed(address)).isEqualTo(text);
    assertThat(EvmAddress.parse(text)).contains(address);
  }

  @Test
  void the_hashes_of_wallets_are_the_published_ones() {
    assertThat(Hashes.keccak256().hex())
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    assertThat(Hashes.sha512(Text.utf8("abc")).hex())
        .startsWith("ddaf35a193617abacc417349ae204131")
        .endsWith("2a9ac94fa54ca49f");
    var vector = Vectors.kwil("authenticator", "auth.xrpl_secp256k1");
    assertThat(Hashes.sha512Half(Text.utf8(Vectors.text(vector, "/inputs/message"))))
        .isEqualTo(Vectors.hex(vector, "/expected/sha512half"));
    assertThat(Hashes.keccak256(Text.utf8("ab"), Text.utf8("c")))
        .isEqualTo(Hashes.keccak256(Text.utf8("abc")));
  }
}
