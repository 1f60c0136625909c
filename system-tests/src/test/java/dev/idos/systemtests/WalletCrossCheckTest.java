package dev.idos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.SecretBytes;
import dev.idos.crypto.WalletKey;
import dev.idos.crypto.WalletProofs;
import dev.idos.crypto.WalletSignatures;
import dev.idos.crypto.WalletType;
import dev.idos.protocol.Utf8;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Java and the wallets' own libraries accept each other's signatures.
class WalletCrossCheckTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void the_wallets_libraries_accept_what_java_signs(@TempDir Path folder) throws Exception {
    var rows = JSON.createArrayNode();
    for (WalletKey wallet : wallets()) {
      for (String message : MESSAGES) {
        rows.addObject()
            .put("kind", kind(wallet))
            .put("identifier", wallet.sender().hex())
            .put("address", wallet.address())
            .put("publicKey", wallet.publicKey().orElse(null))
            .put("message", message)
            .put("signature", wallet.sign(Utf8.encode(message)).hex());
      }
    }
    Path file = folder.resolve("signed.json");
    Files.writeString(file, rows.toString());
    assertThat(new NodeScript("wallet-cross-check.mjs").run("verify", file.toString()).getLast())
        .isEqualTo(rows.size() + " passed, 0 failed");
  }

  @Test
  void java_accepts_what_the_wallets_libraries_sign(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("signed.json");
    assertThat(new NodeScript("wallet-cross-check.mjs").run("sign", file.toString()).getLast())
        .isEqualTo("160 signed");
    var rows = StreamSupport.stream(JSON.readTree(Files.readString(file)).spliterator(), false);
    assertThat(rows.toList())
        .hasSize(160)
        .allSatisfy(
            row -> {
              assertThat(messageSignatureIsValid(row, text(row, "message"))).isTrue();
              assertThat(messageSignatureIsValid(row, text(row, "message") + "!")).isFalse();
              assertThat(proofIsValid(row, text(row, "message"))).isTrue();
              assertThat(proofIsValid(row, text(row, "message") + "!")).isFalse();
            });
  }

  private static final List<String> MESSAGES =
      List.of("", "Sign this message", "two\nlines\n", "ünïcödé ✓ 文字", "x".repeat(1000));

  private static List<WalletKey> wallets() {
    var random = new SecureRandom();
    var wallets = new ArrayList<WalletKey>();
    for (int round = 0; round < 4; round++) {
      wallets.add(WalletKey.evm(secret(random)));
      wallets.add(WalletKey.near(secret(random), random));
      wallets.add(WalletKey.near(secret(random), "alice.near", random));
      wallets.add(WalletKey.xrplEd25519(secret(random)));
      wallets.add(WalletKey.xrplSecp256k1(secret(random)));
      wallets.add(WalletKey.stellarRaw(secret(random)));
      wallets.add(WalletKey.stellarSep53(secret(random)));
      wallets.add(WalletKey.faceSign(secret(random)));
    }
    return wallets;
  }

  private static SecretBytes secret(SecureRandom random) {
    var secret = new byte[32];
    random.nextBytes(secret);
    return SecretBytes.copyOf(secret);
  }

  /// The name `wallets.mjs` has for this kind of wallet.
  private static String kind(WalletKey wallet) {
    return switch (wallet.walletType()) {
      case EVM -> "evm";
      case NEAR -> "near_implicit";
      case XRPL -> wallet.sender().at(0) == 0xed ? "xrpl_ed25519" : "xrpl_secp256k1";
      case STELLAR -> wallet.scheme() == AuthScheme.SEP53 ? "stellar_sep53" : "stellar_raw";
      case FACESIGN -> "ed25519";
    };
  }

  private static boolean messageSignatureIsValid(JsonNode row, String message) {
    return WalletSignatures.isValid(
        AuthScheme.named(text(row, "authType")).orElseThrow(),
        Bytes.ofHex(text(row, "identifier")),
        Utf8.encode(message),
        Bytes.ofHex(text(row, "signature")));
  }

  private static boolean proofIsValid(JsonNode row, String message) {
    return WalletProofs.isValid(
        WalletType.named(text(row, "walletType")).orElseThrow(),
        text(row, "address"),
        textOrNull(row, "publicKey"),
        message,
        text(row, "proof"));
  }

  private static String text(JsonNode row, String member) {
    return row.required(member).textValue();
  }

  private static @Nullable String textOrNull(JsonNode row, String member) {
    return row.required(member).textValue();
  }
}
