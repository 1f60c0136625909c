package dev.idos.node;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.action.ActionCatalogue;
import dev.idos.protocol.message.LoginMessage;
import dev.idos.protocol.payload.ActionCall;
import dev.idos.protocol.query.Query;
import dev.idos.protocol.rpc.CallRequest;
import dev.idos.protocol.rpc.TransactionJson;
import dev.idos.protocol.transaction.Transaction;
import dev.idos.protocol.transaction.TransactionBody;
import dev.idos.protocol.transaction.TransactionCodec;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Somebody with a wallet, who signs and logs in as clients do.
final class Person {

  static final ActionCatalogue CATALOGUE = new ActionCatalogue();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TestNode node;
  private final WalletKey key;
  private long nonce;
  private String session = "";

  Person(TestNode node, WalletKey key) {
    this.node = node;
    this.key = key;
  }

  WalletKey key() {
    return key;
  }

  long nonce() {
    return nonce;
  }

  String session() {
    return session;
  }

  /// Runs an action and waits for its block.
  Response execute(Action action) {
    return execute("execute", CATALOGUE.encode(action));
  }

  /// Runs payload bytes and waits for their block. The nonce counts as used if a block decided.
  Response execute(String payloadType, Bytes payload) {
    Response response = broadcast(signed(payloadType, payload, nonce + 1), 1);
    if (response.json().has("result")) {
      nonce++;
    }
    return response;
  }

  Transaction signed(String payloadType, Bytes payload, long withNonce) {
    return sign(
        new TransactionBody("", payload, payloadType, BigInteger.ZERO, withNonce, TestNode.CHAIN));
  }

  Transaction sign(TransactionBody body) {
    var unsigned =
        new Transaction(
            body, Transaction.CONCAT, key.scheme().wireName(), Bytes.EMPTY, key.sender());
    Bytes signature = key.sign(TransactionCodec.signedBytes(unsigned));
    return new Transaction(
        body, Transaction.CONCAT, key.scheme().wireName(), signature, key.sender());
  }

  Response broadcast(Transaction transaction, int sync) {
    return node.call("user.broadcast", "{'tx':%s,'sync':%d}".formatted(json(transaction), sync));
  }

  static String json(Transaction transaction) {
    var text = new StringWriter();
    try (var out = MAPPER.getFactory().createGenerator(text)) {
      TransactionJson.write(out, transaction);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return text.toString();
  }

  /// Asks a view with the session, if there is one.
  Response view(Query query, String... headers) {
    return view(CATALOGUE.encode(query), headers);
  }

  Response view(ActionCall call, String... headers) {
    return view(call.encode(), headers);
  }

  Response view(Bytes payload, String... headers) {
    var request =
        new CallRequest(payload, Bytes.EMPTY, key.scheme().wireName(), key.sender(), Bytes.EMPTY);
    return node.call("user.call", request.toJson(), withSession(headers));
  }

  /// Logs in; the session is kept whole, as kwil-js keeps it.
  Response logIn(String... headers) {
    ObjectNode parameters = (ObjectNode) node.call("kgw.authn_param", "{}", headers).result();
    Response response = node.call("kgw.authn", authn(parameters), withSession(headers));
    if (response.status() == 200) {
      session = response.header("set-cookie");
    }
    return response;
  }

  /// The parameters of `kgw.authn` for what `kgw.authn_param` said.
  ObjectNode authn(ObjectNode parameters) {
    String text =
        new LoginMessage(
                parameters.path("domain").asText(),
                parameters.path("statement").asText(),
                parameters.path("uri").asText(),
                parameters.path("version").asText(),
                parameters.path("chain_id").asText(),
                parameters.path("nonce").asText(),
                parameters.path("issue_at").asText(),
                parameters.path("expiration_time").asText())
            .text();
    ObjectNode authn = MAPPER.createObjectNode();
    authn
        .put("nonce", parameters.path("nonce").asText())
        .put("sender", key.sender().hex())
        .putObject("signature")
        .put("sig", key.sign(Utf8.encode(text)).base64())
        .put("type", key.scheme().wireName());
    return authn;
  }

  void forgetSession() {
    session = "";
  }

  void keepSession(String cookie) {
    session = cookie;
  }

  private String[] withSession(String... headers) {
    List<String> all = new ArrayList<>(Arrays.asList(headers));
    boolean isGiven = all.contains("Cookie") || all.contains("Authorization");
    if (!session.isEmpty() && !isGiven) {
      all.add("Cookie");
      all.add(session);
    }
    return all.toArray(String[]::new);
  }
}
