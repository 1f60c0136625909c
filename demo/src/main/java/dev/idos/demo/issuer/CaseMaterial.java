package dev.idos.demo.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.demo.Fields;
import dev.idos.sdk.WriteGrant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a person said and signed: deleted with the pictures as soon as the case is decided.
///
/// @param data members of a KYC subject by their names in a credential
/// @param kyc the permission to write the KYC credential
/// @param human the permission to write a proof of personhood too
record CaseMaterial(Map<String, String> data, WriteGrant kyc, Optional<WriteGrant> human) {

  CaseMaterial {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data)); // in the order of the form
  }

  static CaseMaterial of(JsonNode json) {
    var fields = Fields.of(json);
    return new CaseMaterial(
        fields.object("data").texts(),
        PapersJson.writeGrant(fields.object("kycGrant")),
        fields.maybeObject("humanGrant").map(PapersJson::writeGrant));
  }

  ObjectNode toJson() {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("data", dataJson());
    json.set("kycGrant", PapersJson.toJson(kyc));
    human.ifPresent(grant -> json.set("humanGrant", PapersJson.toJson(grant)));
    return json;
  }

  ObjectNode dataJson() {
    var json = JsonNodeFactory.instance.objectNode();
    data.forEach(json::put);
    return json;
  }

  /// Without the data: a person's name must not end up in a log.
  @Override
  public String toString() {
    return "CaseMaterial[" + data.size() + " members]";
  }
}
