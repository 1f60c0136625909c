package dev.idos.node.genesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.ledger.genesis.Genesis;
import dev.idos.ledger.genesis.Limits;
import dev.idos.ledger.genesis.Operator;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenesisFileTest {

  private static final String OWNER = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";

  @Test
  void what_is_written_is_read_back() {
    Genesis made =
        GenesisFile.forTryingOut(
            DemoKeys.generate(new SecureRandom()),
            1_790_000_000,
            List.of("https://node.example.org"),
            new Random(1));
    assertThat(GenesisFile.read(GenesisFile.write(made), 0)).isEqualTo(made);
  }

  @Test
  void everything_but_name_and_owner_may_be_left_out() {
    Genesis genesis =
        GenesisFile.read("{\"chainId\":\"idos-a\",\"owner\":\"%s\"}".formatted(OWNER), 77);
    assertThat(genesis.timeSeconds()).isEqualTo(77);
    assertThat(genesis.inserters()).isEmpty();
    assertThat(genesis.operator()).isEqualTo(Operator.LOCAL);
    assertThat(genesis.limits()).isEqualTo(Limits.DEFAULT);
  }

  @Test
  void one_limit_may_be_changed_alone() {
    Genesis genesis =
        GenesisFile.read(
            "{\"chainId\":\"a\",\"owner\":\"%s\",\"limits\":{\"addressBurst\":7}}".formatted(OWNER),
            0);
    assertThat(genesis.limits().addressBurst()).isEqualTo(7);
    assertThat(genesis.limits().addressPerSecond()).isEqualTo(Limits.DEFAULT.addressPerSecond());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense|is not JSON",
        "[]|must be a JSON object",
        "{}|lacks the text chainId",
        "{'chainId':'a'}|lacks the text owner",
        "{'chainId':5,'owner':'OWNER'}|chainId in the genesis file must be a text",
        "{'chainId':'a','owner':'OWNER','ownr':1}|has a member ownr, known are chainId",
        "{'chainId':'a','owner':'OWNER','chainId':'b'}|is not JSON",
        "{'chainId':'a','owner':'OWNER','time':'now'}|time in the genesis file must be a whole",
        "{'chainId':'a','owner':'OWNER','inserters':{}}|inserters in the genesis file must be a list",
        "{'chainId':'a','owner':'OWNER','inserters':[{'name':'x','delegate':[]}]}|has a member delegate",
        "{'chainId':'a','owner':'OWNER','limits':{'userRows':0}}|a limit is a positive number",
        "{'chainId':'a','owner':'OWNER','operator':{'country':'CH'}}|operator lacks the text name"
      })
  void a_wrong_file_is_refused_with_a_sentence(String file, String sentence) {
    String text = file.replace('\'', '"').replace("OWNER", OWNER);
    assertThatThrownBy(() -> GenesisFile.read(text, 0))
        .isInstanceOf(GenesisRefused.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void demo_keys_come_back_from_their_file(@TempDir Path folder) {
    DemoKeys keys = DemoKeys.generate(new SecureRandom());
    keys.write(folder);
    DemoKeys back = DemoKeys.read(folder);
    assertThat(back.ownerPublicKey()).isEqualTo(keys.ownerPublicKey());
    assertThat(back.issuerSeed().matches(keys.issuerSeed())).isTrue();
    assertThat(back.issuerEncryptionKey().publicKey())
        .isEqualTo(keys.issuerEncryptionKey().publicKey());
    assertThat(DemoKeys.areIn(folder)).isTrue();
  }
}
