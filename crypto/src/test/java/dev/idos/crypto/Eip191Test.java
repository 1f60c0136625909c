package dev.idos.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The texts of `messages.md` §3.1 and §9 as an EVM wallet signs them.
class Eip191Test {

  private static final WalletKey WALLET =
      WalletKey.evm(
          InsecureTestKeys.ofHex(
              "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d"));

  @Test
  void a_login_text_has_the_published_signature() {
    String text =
        """
        https://nodes.example wants you to sign in with your account:


        URI: https://nodes.example/auth
        Version: 1
        Chain ID: kwil-testnet
        Nonce: abc123
        Issue At: 2026-01-01T00:00:00Z
        Expiration Time: 2026-01-01T01:00:00Z
        """;
    assertThat(WALLET.proof(text))
        .isEqualTo(
            "0x7f2ec6df79f388af75aa887bbb562319b122c76e5afb18f75a6a36532d96f84f"
                + "6e130a3e2f18db3174d36bf1f48a4247c85c9bbab7764eca870aee1c0a14b5d91c");
  }

  @Test
  void a_paper_of_the_predecessor_has_the_published_digest() {
    String text =
        """
        operation: insertGrant
        owner: 0x70997970c51812dc3a010c7d01b50e0d17dc79c8
        grantee: 0x5ccbe82fede13aecda449eca4d4de05e45861684
        dataId: some data
        lockedUntil: 1337""";
    assertThat(Eip191.digest(Text.utf8(text)).hex())
        .isEqualTo("4c3a45f88e981a09d7cfc647593ee5b5463f4cc7a364458080e0c0c9271a9ded");
  }

  @Test
  void the_length_in_the_prefix_counts_bytes_not_letters() {
    assertThat(Eip191.digest(Text.utf8("é")))
        .isEqualTo(Hashes.keccak256(Text.utf8("\u0019Ethereum Signed Message:\n2é")));
  }
}
