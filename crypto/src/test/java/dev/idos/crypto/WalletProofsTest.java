package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalletProofsTest {

  private static final String TEXT = "Sign this message to prove you own this wallet";

  /// What `add_wallet` is given.
  record Proof(
      WalletType type,
      String address,
      @Nullable String publicKey,
      String message,
      String signature) {

    String key() {
      return Objects.requireNonNull(publicKey);
    }

    boolean isValid() {
      return WalletProofs.isValid(type, address, publicKey, message, signature);
    }

    Proof withAddress(String other) {
      return new Proof(type, other, publicKey, message, signature);
    }

    Proof withPublicKey(@Nullable String other) {
      return new Proof(type, address, other, message, signature);
    }

    Proof withMessage(String other) {
      return new Proof(type, address, publicKey, other, signature);
    }

    Proof withSignature(String other) {
      return new Proof(type, address, publicKey, message, other);
    }

    Proof withType(WalletType other) {
      return new Proof(other, address, publicKey, message, signature);
    }
  }

  private static final Proof EVM =
      new Proof(
          WalletType.EVM,
          "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
          null,
          TEXT,
          "0x1fe790807750c97c79c22f0cf492fee0b8aa53129a02b43df66cef1c7353a7c6"
              + "161548164a290a7cc724aafc4bd3cc67bd8bd80cae18880bf81e9f6e18cf16a11b");

  private static final Proof NEAR =
      new Proof(
          WalletType.NEAR,
          "17CB79FB2B4120F2B1EC65E4198D6E08B28E813FEB01E4A400839B85E18080CE",
          "ed25519:2btLJAAb1S3x6hZYdVyAePjqtQYi2ZBSRGy4569RZu8h",
          TEXT,
          "00679d0100802e0000005369676e2074686973206d65737361676520746f2070726f766520796f75"
              + "206f776e20746869732077616c6c6574000102030405060708090a0b0c0d0e0f1011121314151617"
              + "18191a1b1c1d1e1f0c00000069646f732e6e6574776f726b00"
              + "a3f75adb87b8c1ae2278857c09d9baaa937cb04d1872046da9bc5bb03c17a9b7"
              + "6a5a4e91884f03e080d2d3c2e5262e589c372d0f1b32bd54ba5634989e2e5b01");

  private static final Proof XRPL_ED25519 =
      new Proof(
          WalletType.XRPL,
          "rRMWMo5iacRWuyNF8QhPhWUoPDQpwsrF5",
          "ED139CE8DAEBD8B9B08CEC31E21339CD5FEC7156AD4DA16467DDB19D06B7E60111",
          TEXT,
          "CEF528C9BF16EE8C242273998163FA70FCA9C5B33F4A1C0738C32335548FD36A"
              + "FAF98592B4507B5062CE36D3F5B02478ECE1394F245CD44E4C36881583257500");

  private static final Proof XRPL_SECP256K1 =
      new Proof(
          WalletType.XRPL,
          "rnwmBwwVVGKkwDek2yxypxiT2FdBRQofHZ",
          "02FFF6DAB60733A763647D25501F503217181842157A8B1F86FDC5A47852C57F10",
          TEXT,
          "30450221009DAAC7891BCC1D8EE50116AB24BC9DD19C66A119840727A68EA1A46D66028F56"
              + "0220736585E6964E2E93342E223E6515A9855D0C017C8E9E2549EC71D9CF39A96A5D");

  private static final Proof STELLAR =
      new Proof(
          WalletType.STELLAR,
          "GDDIEJRXY7JRB3CXMJ56AC5CLHJFG5E7JKXWIRDQZ756KORV64ZEEQ3N",
          "c6822637c7d310ec57627be00ba259d253749f4aaf644470cffbe53a35f73242",
          TEXT,
          "c5711b4a02d0d4659b4d188394b3bfa62d86db64d30084b5fa1dbeefc4ca54ba"
              + "b824d624bd8c1fcc3bd77cd8a79554e7873ca8dd1be35b49193ffb65d9537a04");

  private static final Proof FACESIGN =
      new Proof(
          WalletType.FACESIGN,
          "c5785e1865b708938aff8161d573006496663b1aa10834e396dc566869a2c66a",
          "c5785e1865b708938aff8161d573006496663b1aa10834e396dc566869a2c66a",
          "Sign this message to add FaceSign to your idOS profile",
          "3ad6f079783a9fa4e012acc449900f3d84c6c36547c2f0f5b0b76330933be21a"
              + "98cb7cafe1d8a8348e5fb7e13c70b224b02aa0904e01d788ede830fb98953805");

  static Stream<Proof> proofs() {
    return Stream.concat(
        Stream.of(EVM, NEAR, XRPL_ED25519, XRPL_SECP256K1, STELLAR, FACESIGN),
        Vectors.kwil("wallet_proof").stream().map(WalletProofsTest::proof));
  }

  private static Proof proof(JsonNode vector) {
    String named = vector.at("/inputs/address").textValue();
    return new Proof(
        WalletType.named(Vectors.text(vector, "/inputs/wallet_type")).orElseThrow(),
        named == null ? "alice.near" : named,
        vector.at("/inputs/public_key").textValue(),
        Vectors.text(vector, "/inputs/message"),
        Vectors.text(vector, "/expected/signature"));
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void each_wallet_proves_itself_with_the_published_signature(Proof proof) {
    assertThat(proof.isValid()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void a_proof_covers_its_own_message_only(Proof proof) {
    assertThat(proof.withMessage(proof.message() + " ").isValid()).isFalse();
    assertThat(proof.withMessage("").isValid()).isFalse();
    assertThat(proof.withMessage("\ud800").isValid()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void the_hex_of_a_signature_may_have_either_case(Proof proof) {
    String digits = proof.signature().replace("0x", "");
    String prefix = proof.type() == WalletType.EVM ? "0x" : "";
    assertThat(proof.withSignature(prefix + digits.toUpperCase(Locale.ROOT)).isValid()).isTrue();
    assertThat(proof.withSignature(prefix + digits.toLowerCase(Locale.ROOT)).isValid()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void garbage_is_no_signature_and_does_no_harm(Proof proof) {
    for (String garbage : new String[] {"", "0x", "zz", "0", "é", "00", "ff".repeat(65_600)}) {
      assertThat(proof.withSignature(garbage).isValid()).isFalse();
    }
    assertThat(proof.withSignature(proof.signature() + "00").isValid()).isFalse();
    int length = proof.signature().length();
    assertThat(proof.withSignature(proof.signature().substring(0, length - 2)).isValid()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void a_proof_is_of_one_kind_of_wallet_but_a_facesign_key_is_also_a_bare_stellar_key(Proof proof) {
    for (WalletType other : WalletType.values()) {
      if (proof.type() == WalletType.FACESIGN && other == WalletType.STELLAR) {
        assertThat(proof.withType(other).isValid()).isTrue();
      } else if (other != proof.type()) {
        assertThat(proof.withType(other).isValid()).as(other.wireName()).isFalse();
      }
    }
  }

  @Test
  void an_evm_address_may_have_either_case_but_must_be_the_one_that_signed() {
    assertThat(EVM.withAddress(EVM.address().toLowerCase(Locale.ROOT)).isValid()).isTrue();
    assertThat(
            EVM.withAddress("0x" + EVM.address().substring(2).toUpperCase(Locale.ROOT)).isValid())
        .isTrue();
    assertThat(EVM.withAddress("0x70997970C51812dc3A010C7d01b50e0d17dc79C9").isValid()).isFalse();
    assertThat(EVM.withAddress("70997970C51812dc3A010C7d01b50e0d17dc79C8").isValid()).isFalse();
    assertThat(EVM.withAddress("").isValid()).isFalse();
  }

  @Test
  void a_near_account_of_64_digits_must_be_the_key_while_a_name_may_be_any() {
    assertThat(NEAR.withAddress(NEAR.address().toLowerCase(Locale.ROOT)).isValid()).isTrue();
    assertThat(NEAR.withAddress("alice.near").isValid()).isTrue();
    assertThat(NEAR.withAddress("00".repeat(32)).isValid()).isFalse();
    assertThat(NEAR.withAddress("").isValid()).isFalse();
    assertThat(NEAR.withPublicKey(null).isValid()).isFalse();
    assertThat(NEAR.withPublicKey("ed25519:FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF").isValid())
        .isFalse();
  }

  @Test
  void an_xrpl_address_must_come_from_the_key() {
    assertThat(XRPL_ED25519.withAddress(XRPL_SECP256K1.address()).isValid()).isFalse();
    assertThat(XRPL_ED25519.withPublicKey(null).isValid()).isFalse();
    assertThat(XRPL_ED25519.withPublicKey("ED").isValid()).isFalse();
    assertThat(XRPL_SECP256K1.withPublicKey(XRPL_SECP256K1.key().toLowerCase(Locale.ROOT)))
        .matches(Proof::isValid);
  }

  @Test
  void a_stellar_key_may_be_hex_or_an_address_or_left_out_but_never_another() {
    assertThat(STELLAR.withPublicKey(null).isValid()).isTrue();
    assertThat(STELLAR.withPublicKey(STELLAR.address()).isValid()).isTrue();
    assertThat(STELLAR.withAddress(STELLAR.key()).isValid()).isTrue();
    assertThat(STELLAR.withPublicKey("00".repeat(32)).isValid()).isFalse();
    assertThat(STELLAR.withPublicKey("").isValid()).isFalse();
    assertThat(STELLAR.withAddress(STELLAR.address().replace("3N", "3M")).isValid()).isFalse();
  }

  @Test
  void a_facesign_key_must_be_the_address() {
    assertThat(FACESIGN.withPublicKey(null).isValid()).isTrue();
    assertThat(FACESIGN.withAddress(FACESIGN.address().toUpperCase(Locale.ROOT)).isValid())
        .isTrue();
    assertThat(FACESIGN.withPublicKey("00".repeat(32)).isValid()).isFalse();
  }

  @Test
  void a_wallet_is_the_same_whatever_way_it_is_written() {
    assertThat(
            WalletProofs.canonicalWallet(
                WalletType.EVM, EVM.address().toLowerCase(Locale.ROOT), "ignored"))
        .contains(Bytes.ofHex("70997970c51812dc3a010c7d01b50e0d17dc79c8"));
    Optional<Bytes> key = Optional.of(Bytes.ofHex(STELLAR.key()));
    assertThat(WalletProofs.canonicalWallet(WalletType.STELLAR, STELLAR.address(), null))
        .isEqualTo(key);
    assertThat(WalletProofs.canonicalWallet(WalletType.STELLAR, STELLAR.key(), null))
        .isEqualTo(key);
    assertThat(WalletProofs.canonicalWallet(WalletType.NEAR, "alice.near", NEAR.key()))
        .contains(Bytes.ofHex(NEAR.address()));
    assertThat(
            WalletProofs.canonicalWallet(
                WalletType.XRPL, XRPL_ED25519.address(), XRPL_ED25519.key()))
        .contains(Bytes.ofHex(XRPL_ED25519.key()));
  }

  @Test
  void the_published_grant_papers_are_signed_by_their_owner() {
    String written =
        """
        operation: delegatedWriteGrant
        owner: 0x70997970C51812dc3A010C7d01b50e0d17dc79C8
        consumer: a09aa5f47a6759802ff955f8dc2d2a14a5c99d23be97f864127ff9383455a4f0
        issuer public key: a09aa5f47a6759802ff955f8dc2d2a14a5c99d23be97f864127ff9383455a4f0
        id: 11111111-2222-4333-8444-555555555555
        access grant timelock: 2030-01-01T00:00:00Z
        not usable before: 2026-01-01T00:00:00Z
        not usable after: 2026-01-02T00:00:00Z""";
    String shared =
        """
        operation: delegatedAccessGrant
        owner: 0x70997970C51812dc3A010C7d01b50e0d17dc79C8
        grantee: a09aa5f47a6759802ff955f8dc2d2a14a5c99d23be97f864127ff9383455a4f0
        data id: 11111111-2222-4333-8444-555555555555
        locked until: 1767225600
        content hash: 93a23971a914e5eacbf0a8d25154cda309c3c1c72fbb9914d47c60f3cb681588""";
    assertThat(
            WalletProofs.signedBy(
                WalletType.EVM,
                EVM.address(),
                null,
                written,
                "0x2a69473b7bf821fa2d9dbceb4c5f748d89d9d559c16961eb2f3c7bc3a0f84b93"
                    + "2411ea20d5ab9b0212fbcc10a0b63bd817308eaba2a5a5c4e587ce0d2d0486cf1b"))
        .isTrue();
    assertThat(
            WalletProofs.signedBy(
                WalletType.EVM,
                EVM.address(),
                null,
                shared,
                "0x0a426d86925ad9ace9fe5e1b8ba7e131a55653ab2d8c9dd76e72e6cc764223d3"
                    + "4cb8e9266aa77052dafe8203c0ecec0ae7f2c2479d4ed4449a4161c6872fcf941c"))
        .isTrue();
  }
}
