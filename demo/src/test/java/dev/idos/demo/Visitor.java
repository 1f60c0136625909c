package dev.idos.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.Secp256k1;
import dev.idos.crypto.WalletKey;
import dev.idos.protocol.CredentialId;
import dev.idos.sdk.Connected;
import dev.idos.sdk.Grantee;
import dev.idos.sdk.KeyStatement;
import dev.idos.sdk.ProfileRequest;
import dev.idos.sdk.RecipientKey;
import dev.idos.sdk.SharedCopy;
import dev.idos.sdk.UnlockedOwner;
import dev.idos.sdk.Wallet;
import dev.idos.sdk.WriteGrant;
import dev.idos.sdk.WriteGrantTerms;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// A person with a wallet, who does by HTTP what the pages do.
final class Visitor {

  static final String NAME = "Ada <script>alert(1)</script>";
  static final byte[] PICTURE = Bytes.ofHex("89504e470d0a1a0a0000000d49484452").toArray();

  private final Town town;
  private final Connected network;
  private final Wallet wallet;
  private final String password = UUID.randomUUID().toString();
  private final ProfileRequest request;

  Visitor(Town town, Connected network) {
    this.town = town;
    this.network = network;
    this.wallet = Wallet.of(WalletKey.evm(Secp256k1.generate(new SecureRandom())));
    this.request = ProfileRequest.make(wallet, password, network.chainId());
  }

  int acme() {
    return town.addresses().acme().port();
  }

  UnlockedOwner owner() {
    return network.owner(wallet).unlock(password);
  }

  UUID profile() {
    return request.id().value();
  }

  HttpResponse<byte[]> askForProfile(String... headers) {
    var json =
        object().put("id", request.id().toString()).put("passwordStore", request.passwordStore());
    json.set("key", statement(request.key()));
    return town.post(acme(), "/api/profiles", json, headers);
  }

  WriteGrant permission(Instant lockedUntil) {
    var issuer = town.json(acme(), "/api/issuer").path("publicKey").asText();
    var now = Instant.now();
    return owner()
        .signWriteGrant(
            new WriteGrantTerms(
                issuer, issuer, lockedUntil, now.minusSeconds(60), now.plusSeconds(86_400)));
  }

  ObjectNode application(boolean withPersonhood) {
    var json = object();
    json.putObject("data")
        .put("firstName", NAME)
        .put("familyName", "Example")
        .put("dateOfBirth", "1990-04-12")
        .put("idDocumentCountry", "PT")
        .put("idDocumentNumber", "X0000000")
        .put("idDocumentType", "PASSPORT");
    json.set("kycGrant", grant(permission(Instant.EPOCH)));
    if (withPersonhood) {
      json.set("humanGrant", grant(permission(Instant.EPOCH)));
    }
    return json;
  }

  /// Opens a case with both pictures and answers its id.
  String apply(ObjectNode application) {
    var opened = town.post(acme(), "/api/cases", application);
    if (opened.statusCode() != 200) {
      throw new AssertionError(Town.text(opened));
    }
    var id = Town.parse(opened).path("id").asText();
    var sent =
        new HttpResponse<?>[] {
          picture(id, "document", "..%2F..%2F%3Cb%3Epass.png"), picture(id, "selfie", "me.png"),
        };
    for (HttpResponse<?> each : sent) {
      if (each.statusCode() != 200) {
        throw new AssertionError("a picture was refused: " + each.statusCode());
      }
    }
    return id;
  }

  HttpResponse<byte[]> picture(String id, String kind, String name) {
    return town.put(acme(), "/api/cases/" + id + "/pictures/" + kind + "?name=" + name, PICTURE);
  }

  JsonNode status(String id) {
    return town.json(acme(), "/api/cases/" + id);
  }

  HttpResponse<byte[]> review(String id, String decision, ObjectNode body) {
    return town.post(acme(), "/api/review/cases/" + id + "/" + decision, body);
  }

  /// Shares the newest credential of a type with the company at a port.
  SharedCopy share(int port, String type, Instant lockedUntil) {
    var company = town.json(port, "/api/company");
    var owner = owner();
    CredentialId credential =
        owner.owner().credentials().stream()
            .filter(entry -> !entry.isCopy())
            .filter(entry -> entry.notes().type().filter(type::equals).isPresent())
            .filter(entry -> entry.notes().status().filter("approved"::equals).isPresent())
            .findFirst()
            .orElseThrow()
            .id();
    var key = RecipientKey.pinned(company.path("encryptionPublicKey").asText());
    return owner.share(
        credential, new Grantee(company.path("identifier").asText(), key), lockedUntil);
  }

  HttpResponse<byte[]> openAccount(int port, CredentialId copy) {
    return openAccount(port, copy, wallet);
  }

  /// Signs at the door with a wallet that need not be this person's.
  HttpResponse<byte[]> openAccount(int port, CredentialId copy, Wallet signer) {
    var visitor =
        object().put("walletType", wallet.type().wireName()).put("address", wallet.address());
    var invitation = Town.parse(town.post(port, "/api/door", visitor));
    var body =
        object()
            .put("nonce", invitation.path("nonce").asText())
            .put("signature", signer.proof(invitation.path("text").asText()))
            .put("copy", copy.value().toString());
    return town.post(port, "/api/accounts", body);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode grant(WriteGrant grant) {
    var json =
        object()
            .put("owner", grant.owner())
            .put("consumer", grant.consumer())
            .put("issuerPublicKey", grant.issuerKey())
            .put("id", grant.id().value().toString())
            .put("accessGrantTimelock", grant.timelock())
            .put("notUsableBefore", grant.notBefore())
            .put("notUsableAfter", grant.notAfter())
            .put("signature", grant.signature())
            .put("profile", grant.profile().toString());
    json.set("ownerKey", statement(grant.ownerKey()));
    return json;
  }

  private static ObjectNode statement(KeyStatement key) {
    return object()
        .put("subject", key.subject())
        .put("encryptionKey", key.encryptionKey())
        .put("walletType", key.walletType().wireName())
        .put("address", key.address())
        .put("publicKey", key.publicKey().orElse(null))
        .put("network", key.network())
        .put("signature", key.signature());
  }
}
