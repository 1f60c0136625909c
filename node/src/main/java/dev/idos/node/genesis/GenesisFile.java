package dev.idos.node.genesis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Bytes;
import dev.idos.ledger.genesis.Genesis;
import dev.idos.ledger.genesis.GenesisInserter;
import dev.idos.ledger.genesis.Limits;
import dev.idos.ledger.genesis.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/// The genesis file as JSON:
///
/// ```
/// {
///   "chainId": "idos-example",            required: signed into every transaction
///   "owner": "0x… or a key in hex",       required: keeps the inserters
///   "time": 1790000000,                   seconds since 1970 of block 1; now, if left out
///   "inserters": [{"name": "acme", "delegates": ["<address or key>"]}],
///   "operator": {"name": "Example AG", "country": "CH", "urls": ["https://node.example.org"]},
///   "limits": {"userBytes": 268435456, …}  any of the chain parameters
/// }
/// ```
///
/// A member that is not known is refused: what an operator wrote must not be ignored.
public final class GenesisFile {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private GenesisFile() {}

  /// Reads a file's text.
  ///
  /// @param timeIfMissing the time of block 1 where the file does not say it
  /// @throws GenesisRefused with a sentence that says what is wrong
  public static Genesis read(String text, long timeIfMissing) {
    Section file = new Section("the genesis file", parse(text));
    file.allow("chainId", "owner", "time", "inserters", "operator", "limits");
    try {
      return new Genesis(
          file.requiredText("chainId"),
          file.requiredText("owner"),
          file.number("time").orElse(timeIfMissing),
          inserters(file),
          file.section("operator").map(GenesisFile::operator).orElse(Operator.LOCAL),
          file.section("limits").map(GenesisFile::limits).orElse(Limits.DEFAULT));
    } catch (IllegalArgumentException broken) {
      throw new GenesisRefused("the genesis file is refused: " + broken.getMessage());
    }
  }

  /// Writes everything, defaults included.
  public static String write(Genesis genesis) {
    ObjectNode file = MAPPER.createObjectNode();
    file.put("chainId", genesis.chainId())
        .put("owner", genesis.owner())
        .put("time", genesis.timeSeconds());
    ArrayNode inserters = file.putArray("inserters");
    for (GenesisInserter inserter : genesis.inserters()) {
      ArrayNode delegates =
          inserters.addObject().put("name", inserter.name()).putArray("delegates");
      inserter.delegates().forEach(delegates::add);
    }
    Operator operator = genesis.operator();
    ArrayNode urls =
        file.putObject("operator")
            .put("name", operator.name())
            .put("country", operator.country())
            .putArray("urls");
    operator.urls().forEach(urls::add);
    Limits limits = genesis.limits();
    file.putObject("limits")
        .put("userBytes", limits.userBytes())
        .put("userRows", limits.userRows())
        .put("blockBytes", limits.blockBytes())
        .put("pendingBytesPerSender", limits.pendingBytesPerSender())
        .put("pendingBytesPerNode", limits.pendingBytesPerNode())
        .put("addressPerSecond", limits.addressPerSecond())
        .put("addressBurst", limits.addressBurst())
        .put("probesPerSecond", limits.probesPerSecond());
    return file.toPrettyString() + "\n";
  }

  /// A network of its own for somebody who tries idOS out: its owner and its one inserter, the demo
  /// issuer, are the holder of the demo keys.
  public static Genesis forTryingOut(
      DemoKeys keys, long timeSeconds, List<String> urls, RandomGenerator chance) {
    var random = new byte[4];
    chance.nextBytes(random);
    return new Genesis(
        "idos-local-" + Bytes.ofUnshared(random).hex(),
        keys.ownerPublicKey().hex(),
        timeSeconds,
        List.of(new GenesisInserter(DemoKeys.ISSUER_NAME, List.of(keys.issuerPublicKey().hex()))),
        new Operator(Operator.LOCAL.name(), "", urls),
        Limits.DEFAULT);
  }

  private static ObjectNode parse(String text) {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      throw new GenesisRefused(
          "the genesis file is not JSON: "
              + malformed.getOriginalMessage()
              + ", line "
              + malformed.getLocation().getLineNr());
    }
    throw new GenesisRefused("the genesis file must be a JSON object");
  }

  private static List<GenesisInserter> inserters(Section file) {
    var inserters = new ArrayList<GenesisInserter>();
    for (Section inserter : file.sections("inserters")) {
      inserter.allow("name", "delegates");
      inserters.add(
          new GenesisInserter(inserter.requiredText("name"), inserter.texts("delegates")));
    }
    return inserters;
  }

  private static Operator operator(Section operator) {
    operator.allow("name", "country", "urls");
    return new Operator(
        operator.requiredText("name"), operator.text("country").orElse(""), operator.texts("urls"));
  }

  private static Limits limits(Section limits) {
    Limits standard = Limits.DEFAULT;
    limits.allow(
        "userBytes",
        "userRows",
        "blockBytes",
        "pendingBytesPerSender",
        "pendingBytesPerNode",
        "addressPerSecond",
        "addressBurst",
        "probesPerSecond");
    return new Limits(
        limits.number("userBytes").orElse(standard.userBytes()),
        limits.number("userRows").orElse(standard.userRows()),
        limits.number("blockBytes").orElse(standard.blockBytes()),
        limits.number("pendingBytesPerSender").orElse(standard.pendingBytesPerSender()),
        limits.number("pendingBytesPerNode").orElse(standard.pendingBytesPerNode()),
        limits.number("addressPerSecond").orElse(standard.addressPerSecond()),
        limits.number("addressBurst").orElse(standard.addressBurst()),
        limits.number("probesPerSecond").orElse(standard.probesPerSecond()));
  }

  /// An object of the file and what it is called in a sentence.
  private record Section(String what, JsonNode members) {

    void allow(String... known) {
      members
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!List.of(known).contains(name)) {
                  throw new GenesisRefused(
                      what + " has a member " + name + ", known are " + String.join(", ", known));
                }
              });
    }

    String requiredText(String name) {
      return text(name).orElseThrow(() -> new GenesisRefused(what + " lacks the text " + name));
    }

    Optional<String> text(String name) {
      JsonNode member = members.path(name);
      if (member.isMissingNode()) {
        return Optional.empty();
      }
      if (!member.isTextual()) {
        throw new GenesisRefused(name + " in " + what + " must be a text");
      }
      return Optional.of(member.textValue());
    }

    OptionalLong number(String name) {
      JsonNode member = members.path(name);
      if (member.isMissingNode()) {
        return OptionalLong.empty();
      }
      if (!member.isIntegralNumber() || !member.canConvertToLong()) {
        throw new GenesisRefused(name + " in " + what + " must be a whole number");
      }
      return OptionalLong.of(member.longValue());
    }

    List<String> texts(String name) {
      var texts = new ArrayList<String>();
      for (JsonNode element : list(name)) {
        if (!element.isTextual()) {
          throw new GenesisRefused(name + " in " + what + " must be a list of texts");
        }
        texts.add(element.textValue());
      }
      return texts;
    }

    List<Section> sections(String name) {
      var sections = new ArrayList<Section>();
      for (JsonNode element : list(name)) {
        if (!element.isObject()) {
          throw new GenesisRefused(name + " in " + what + " must be a list of objects");
        }
        sections.add(new Section("an entry of " + name, element));
      }
      return sections;
    }

    Optional<Section> section(String name) {
      JsonNode member = members.path(name);
      if (member.isMissingNode()) {
        return Optional.empty();
      }
      if (!member.isObject()) {
        throw new GenesisRefused(name + " in " + what + " must be an object");
      }
      return Optional.of(new Section(name, member));
    }

    private JsonNode list(String name) {
      JsonNode member = members.path(name);
      if (!member.isMissingNode() && !member.isArray()) {
        throw new GenesisRefused(name + " in " + what + " must be a list");
      }
      return member;
    }
  }
}
