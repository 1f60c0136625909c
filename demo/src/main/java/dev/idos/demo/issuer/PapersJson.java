package dev.idos.demo.issuer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.WalletType;
import dev.idos.demo.Fields;
import dev.idos.demo.site.ApiProblem;
import dev.idos.protocol.UserId;
import dev.idos.protocol.WriteGrantId;
import dev.idos.sdk.KeyStatement;
import dev.idos.sdk.ProfileRequest;
import dev.idos.sdk.WriteGrant;

/// The papers of a person as pages send them.
final class PapersJson {

  private PapersJson() {}

  static ProfileRequest profileRequest(Fields json) {
    var store = json.text("passwordStore");
    if (!store.equals(ProfileRequest.BY_USER) && !store.equals(ProfileRequest.BY_OPERATORS)) {
      throw ApiProblem.badRequest("expected user or mpc for passwordStore");
    }
    return new ProfileRequest(new UserId(json.uuid("id")), statement(json.object("key")), store);
  }

  static WriteGrant writeGrant(Fields json) {
    return new WriteGrant(
        json.text("owner"),
        json.text("consumer"),
        json.text("issuerPublicKey"),
        new WriteGrantId(json.uuid("id")),
        json.text("accessGrantTimelock"),
        json.text("notUsableBefore"),
        json.text("notUsableAfter"),
        json.text("signature"),
        new UserId(json.uuid("profile")),
        statement(json.object("ownerKey")));
  }

  static ObjectNode toJson(WriteGrant grant) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("owner", grant.owner())
            .put("consumer", grant.consumer())
            .put("issuerPublicKey", grant.issuerKey())
            .put("id", grant.id().value().toString())
            .put("accessGrantTimelock", grant.timelock())
            .put("notUsableBefore", grant.notBefore())
            .put("notUsableAfter", grant.notAfter())
            .put("signature", grant.signature())
            .put("profile", grant.profile().toString());
    json.set("ownerKey", toJson(grant.ownerKey()));
    return json;
  }

  private static KeyStatement statement(Fields json) {
    var type =
        WalletType.named(json.text("walletType"))
            .orElseThrow(() -> ApiProblem.badRequest("expected a kind of wallet for walletType"));
    return new KeyStatement(
        json.text("subject"),
        json.text("encryptionKey"),
        type,
        json.text("address"),
        json.maybeText("publicKey"),
        json.text("network"),
        json.text("signature"));
  }

  private static ObjectNode toJson(KeyStatement statement) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("subject", statement.subject())
            .put("encryptionKey", statement.encryptionKey())
            .put("walletType", statement.walletType().wireName())
            .put("address", statement.address())
            .put("network", statement.network())
            .put("signature", statement.signature());
    statement.publicKey().ifPresent(key -> json.put("publicKey", key));
    return json;
  }
}
