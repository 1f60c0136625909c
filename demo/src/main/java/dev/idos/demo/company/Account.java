package dev.idos.demo.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.crypto.WalletType;
import dev.idos.demo.Fields;
import dev.idos.demo.site.ApiProblem;
import dev.idos.protocol.CredentialId;
import java.time.Instant;
import java.util.UUID;

/// A customer as a company remembers them: who, and which copy to read. What is in the copy is read
/// anew each time and not kept.
record Account(
    UUID id, Instant opened, WalletType walletType, String address, UUID profile, UUID copy) {

  CredentialId copyId() {
    return new CredentialId(copy);
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id.toString())
        .put("opened", opened.toString())
        .put("walletType", walletType.wireName())
        .put("address", address)
        .put("profile", profile.toString())
        .put("copy", copy.toString());
  }

  static Account of(JsonNode json) {
    var fields = Fields.of(json);
    return new Account(
        fields.uuid("id"),
        Instant.parse(fields.text("opened")),
        WalletType.named(fields.text("walletType"))
            .orElseThrow(() -> ApiProblem.badRequest("the file of an account is damaged")),
        fields.text("address"),
        fields.uuid("profile"),
        fields.uuid("copy"));
  }
}
