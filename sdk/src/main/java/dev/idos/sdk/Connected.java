package dev.idos.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.EncryptionKey;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.query.ProfileQuery.HasProfile;
import dev.idos.protocol.query.Query;
import dev.idos.protocol.rpc.CallRequest;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import dev.idos.sdk.net.IdosException.Refused;
import dev.idos.sdk.net.IdosException.Retry;
import dev.idos.sdk.net.NodeAddress;
import dev.idos.sdk.net.NodePool;
import dev.idos.sdk.net.RefusalReader;
import dev.idos.sdk.net.Reply;
import dev.idos.sdk.net.Timeouts;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A network that answers; nobody is signed in yet.
public final class Connected implements AutoCloseable {

  static final ActionCatalogue CATALOGUE = new ActionCatalogue();

  private final NodePool nodes;
  private final String chainId;
  private final InstantSource clock;
  private final SecureRandom random;

  private Connected(NodePool nodes, String chainId, InstantSource clock, SecureRandom random) {
    this.nodes = nodes;
    this.chainId = chainId;
    this.clock = clock;
    this.random = random;
  }

  /// Connects to any of the nodes of one network.
  public static Connected to(String... urls) {
    var addresses = Arrays.stream(urls).map(NodeAddress::new).toList();
    return to(addresses, Optional.empty(), Timeouts.DEFAULT);
  }

  /// Connects to any of the nodes of the network with this chain id.
  ///
  /// @throws Distrusted if the node that answers belongs to another network
  public static Connected to(
      List<NodeAddress> addresses, Optional<String> chainId, Timeouts timeouts) {
    var clock = InstantSource.system();
    var nodes = new NodePool(addresses, timeouts, clock);
    try {
      var told = result(nodes, "user.chain_info", empty()).path("chain_id").asText();
      if (told.isEmpty()) {
        throw new Distrusted(Doubt.ANSWER);
      }
      if (chainId.filter(expected -> !expected.equals(told)).isPresent()) {
        throw new Distrusted(Doubt.CHAIN);
      }
      return new Connected(nodes, told, clock, new SecureRandom());
    } catch (RuntimeException failed) {
      nodes.close();
      throw failed;
    }
  }

  /// The network everything is signed for.
  public String chainId() {
    return chainId;
  }

  /// Signs in with a wallet, at the first node that answers.
  public SignedIn signIn(Wallet wallet) {
    return SignedIn.at(this, wallet);
  }

  /// Signs in as the owner of whatever profile the wallet is in.
  public OwnerClient owner(Wallet wallet) {
    return new OwnerClient(signIn(wallet));
  }

  /// Signs in as an issuer.
  public IssuerClient issuer(IssuerKeys keys) {
    return new IssuerClient(signIn(keys.wallet()), keys);
  }

  /// Signs in as a company that reads what was granted to it.
  public ConsumerClient consumer(Wallet wallet, EncryptionKey key) {
    return new ConsumerClient(signIn(wallet), key);
  }

  /// Signs in as the owner of the network.
  public RegistrarClient registrar(Wallet wallet) {
    return new RegistrarClient(signIn(wallet));
  }

  /// Whether a wallet with this address has a profile.
  public boolean hasProfile(String address) {
    var rows = ask(new HasProfile(address), AuthScheme.SECP256K1_EP, Bytes.EMPTY);
    return rows.getFirst().flag("has_profile");
  }

  /// Whether this wallet has a profile. A named NEAR account is told only to its own key.
  public boolean hasProfile(Wallet wallet) {
    var rows = ask(new HasProfile(wallet.address()), wallet.scheme(), wallet.sender());
    return rows.getFirst().flag("has_profile");
  }

  /// Who runs the nodes, and where.
  public List<Operator> operators() {
    return Operator.readAll(result(nodes, "idos.operators", empty()));
  }

  /// The verified names of parties by their identifiers; who is not known is left out.
  public Map<String, String> parties(List<String> identifiers) {
    var params = empty();
    identifiers.forEach(params.putArray("identifiers")::add);
    var names = new TreeMap<String, String>();
    for (JsonNode party : result(nodes, "idos.parties", params)) {
      names.put(party.path("identifier").asText(), party.path("name").asText());
    }
    return names;
  }

  /// Where one node stands.
  public NodeStatus status() {
    return NodeStatus.of(result(nodes, "idos.status", empty()));
  }

  @Override
  public void close() {
    nodes.close();
  }

  NodePool nodes() {
    return nodes;
  }

  InstantSource clock() {
    return clock;
  }

  SecureRandom random() {
    return random;
  }

  JsonNode result(String method, JsonNode params) {
    return result(nodes, method, params);
  }

  /// A view that needs no login.
  private List<Row> ask(Query query, AuthScheme scheme, Bytes sender) {
    return rows(result("user.call", callParams(query, scheme, sender)));
  }

  static List<Row> rows(JsonNode result) {
    RefusalReader.ofView(result)
        .ifPresent(
            no -> {
              throw new Refused(no);
            });
    return Row.readAll(result.path("query_result"));
  }

  static ObjectNode callParams(Query query, AuthScheme scheme, Bytes sender) {
    return new CallRequest(
            CATALOGUE.encode(query), Bytes.EMPTY, scheme.wireName(), sender, Bytes.EMPTY)
        .toJson();
  }

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode result(NodePool nodes, String method, JsonNode params) {
    var reply =
        nodes.first(address -> nodes.ask(address, method, params, Optional.empty()), Retry.SAFE);
    return switch (reply) {
      case Reply.Result answer -> answer.result();
      case Reply.Fault fault -> throw new Refused(RefusalReader.ofFault(fault));
    };
  }
}
