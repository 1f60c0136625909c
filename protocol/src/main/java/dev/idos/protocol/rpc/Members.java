package dev.idos.protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import java.util.Locale;

/// Members of a JSON object, read strictly: an absent member or null is the empty value, another
/// type is refused by name.
public final class Members {

  private Members() {}

  /// A text, empty when absent.
  public static String text(JsonNode object, String name) throws MalformedException {
    JsonNode member = object.path(name);
    if (isAbsent(member)) {
      return "";
    }
    if (!member.isTextual()) {
      throw new MalformedException("expected a string for " + name);
    }
    return member.textValue();
  }

  /// A whole number, 0 when absent.
  public static long number(JsonNode object, String name) throws MalformedException {
    JsonNode member = object.path(name);
    if (isAbsent(member)) {
      return 0;
    }
    if (!member.isIntegralNumber() || !member.canConvertToLong()) {
      throw new MalformedException("expected a whole number for " + name);
    }
    return member.longValue();
  }

  /// An object, which must be there.
  public static JsonNode object(JsonNode object, String name) throws MalformedException {
    JsonNode member = object.path(name);
    if (!member.isObject()) {
      throw new MalformedException("expected an object for " + name);
    }
    return member;
  }

  /// Bytes in base64, empty when absent.
  public static Bytes base64(JsonNode object, String name) throws MalformedException {
    try {
      return Bytes.ofBase64(text(object, name));
    } catch (IllegalArgumentException notBase64) {
      throw new MalformedException("expected base64 for " + name);
    }
  }

  /// Bytes in hex of either case, with or without `0x`, empty when absent.
  public static Bytes hex(JsonNode object, String name) throws MalformedException {
    return hex(text(object, name), name);
  }

  /// The bytes of hex digits of either case, with or without `0x`.
  static Bytes hex(String digits, String name) throws MalformedException {
    boolean hasPrefix = digits.toLowerCase(Locale.ROOT).startsWith("0x");
    try {
      return Bytes.ofHex(hasPrefix ? digits.substring(2) : digits);
    } catch (IllegalArgumentException notHex) {
      throw new MalformedException("expected hex digits for " + name);
    }
  }

  static boolean isAbsent(JsonNode member) {
    return member.isMissingNode() || member.isNull();
  }
}
