package dev.idos.protocol.action;

import dev.idos.protocol.value.DataType;
import java.util.ArrayList;
import java.util.List;

/// What is public about one action or view: its name, who may run it, and what it takes.
///
/// @param name the wire name
/// @param ownerOnly only the owner of the network may run it
/// @param isPrivate only other actions may run it
/// @param isView it is called and changes nothing
/// @param additive not in today's idOS, an addition of ours
/// @param description what a wallet shows when it signs; empty for views
/// @param parameters in the order of the wire
public record ActionSignature(
    String name,
    boolean ownerOnly,
    boolean isPrivate,
    boolean isView,
    boolean additive,
    String description,
    List<Parameter> parameters) {

  /// One parameter.
  ///
  /// @param name in snake case, without `$`
  /// @param nullable whether it may be null or left out at the end
  /// @param maxBytes the longest text, 0 for other types
  public record Parameter(String name, DataType type, boolean nullable, int maxBytes) {}

  public ActionSignature {
    parameters = List.copyOf(parameters);
  }

  /// The words of the original's `info.actions`: `PUBLIC`, `PRIVATE`, `OWNER`, `VIEW`.
  public List<String> accessModifiers() {
    var modifiers = new ArrayList<String>();
    modifiers.add(isPrivate ? "PRIVATE" : "PUBLIC");
    if (ownerOnly) {
      modifiers.add("OWNER");
    }
    if (isView) {
      modifiers.add("VIEW");
    }
    return List.copyOf(modifiers);
  }
}
