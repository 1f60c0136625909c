package dev.idos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletProofs;
import dev.idos.crypto.WalletSignatures;
import dev.idos.crypto.WalletType;
import dev.idos.protocol.Utf8;
import java.nio.file.Files;
import java.nio.file.Path;
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
