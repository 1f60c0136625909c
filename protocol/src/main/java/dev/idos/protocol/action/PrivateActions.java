package dev.idos.protocol.action;

import dev.idos.protocol.action.ActionSignature.Parameter;
import dev.idos.protocol.value.DataType;
import java.util.List;

/// The nine actions of the original that only other actions may run. They are no records here, but
/// their names stay taken and their refusal stays the original's.
final class PrivateActions {

  private static final DataType HUMAN_AMOUNT = new DataType("numeric", false, 6, 2);

  private PrivateActions() {}

  static List<ActionSignature> all() {
    Parameter id = parameter("id", DataType.UUID);
    return List.of(
        view("get_inserter"),
        view("get_inserter_or_null"),
        view("credential_belongs_to_caller", id),
        view("credential_exist", id),
        mutating(
            "create_access_grant",
            parameter("grantee_wallet_identifier", DataType.TEXT),
            parameter("data_id", DataType.UUID),
            parameter("locked_until", DataType.INT8),
            parameter("content_hash", DataType.TEXT),
            parameter("inserter_type", DataType.TEXT),
            parameter("inserter_id", DataType.TEXT)),
        view("from_human_units", parameter("amount", HUMAN_AMOUNT)),
        mutating("update_allowance", parameter("amount", DataType.NUMERIC_78)),
        mutating("capture_gas", parameter("amount_human", HUMAN_AMOUNT)),
        mutating("capture_fee", parameter("credential_id", DataType.UUID)));
  }

  private static ActionSignature view(String name, Parameter... parameters) {
    return signature(name, true, parameters);
  }

  private static ActionSignature mutating(String name, Parameter... parameters) {
    return signature(name, false, parameters);
  }

  private static ActionSignature signature(String name, boolean isView, Parameter... parameters) {
    return new ActionSignature(name, false, true, isView, false, "", List.of(parameters));
  }

  private static Parameter parameter(String name, DataType type) {
    int maxBytes = type.kind() == DataType.Kind.TEXT ? MaxBytes.INDEXED : 0;
    return new Parameter(name, type, true, maxBytes);
  }
}
