package dev.idos.credentials.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/// What an RDF proof is read from: contexts by address only, and no JSON-LD keyword but `@context`.
///
/// A context written into the document could rename members without changing the RDF that was
/// signed, and keywords could hide statements. No credential of idOS uses either.
final class PlainDocument {

  private static final String CONTEXT = "@context";

  private PlainDocument() {}

  static void check(JsonObject document) throws UnprovableDocument {
    for (var member : document.entrySet()) {
      if (member.getKey().equals(CONTEXT)) {
        checkContext(member.getValue());
      } else if (member.getKey().startsWith("@")) {
        throw new UnprovableDocument("the document has a JSON-LD keyword as a member");
      } else {
        checkValue(member.getValue());
      }
    }
  }

  private static void checkValue(JsonValue value) throws UnprovableDocument {
    if (value instanceof JsonObject object) {
      check(object);
    } else if (value.getValueType() == JsonValue.ValueType.ARRAY) {
      for (JsonValue item : value.asJsonArray()) {
        checkValue(item);
      }
    }
  }

  private static void checkContext(JsonValue context) throws UnprovableDocument {
    if (context.getValueType() == JsonValue.ValueType.ARRAY) {
      for (JsonValue item : context.asJsonArray()) {
        checkAddress(item);
      }
    } else {
      checkAddress(context);
    }
  }

  private static void checkAddress(JsonValue context) throws UnprovableDocument {
    if (!(context instanceof JsonString)) {
      throw new UnprovableDocument("the document writes a context of its own");
    }
  }
}
