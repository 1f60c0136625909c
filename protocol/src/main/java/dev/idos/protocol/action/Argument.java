package dev.idos.protocol.action;

import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.Require;
import dev.idos.protocol.action.ActionSignature.Parameter;
import dev.idos.protocol.value.DataType;
import dev.idos.protocol.value.EncodedValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One parameter of an action, bound to the component of the record that stands for it.
final class Argument {

  private static final BigInteger MAX_NUMERIC = BigInteger.TEN.pow(78);

  private final String action;
  private final int position;
  private final Parameter parameter;
  private final MethodHandle component;
  private final Optional<MethodHandle> wrapId;
  private final Optional<MethodHandle> unwrapId;

  private Argument(
      String action,
      int position,
      Parameter parameter,
      MethodHandle component,
      Optional<MethodHandle> wrapId,
      Optional<MethodHandle> unwrapId) {
    this.action = action;
    this.position = position;
    this.parameter = parameter;
    this.component = component;
    this.wrapId = wrapId;
    this.unwrapId = unwrapId;
  }

  /// A value of the record, or why the argument cannot become one.
  record Read(@Nullable Object value, Optional<Refused> problem) {}

  static Argument of(String action, int position, RecordComponent component)
      throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    MethodHandle accessor = lookup.unreflect(component.getAccessor());
    DataType type = typeOf(component.getType());
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    var parameter =
        new Parameter(snakeCase(component.getName()), type, nullable, maxBytes(component, type));
    if (!component.getType().isRecord()) {
      return new Argument(
          action, position, parameter, accessor, Optional.empty(), Optional.empty());
    }
    var wrap = lookup.unreflectConstructor(component.getType().getDeclaredConstructor(UUID.class));
    var unwrap = lookup.unreflect(component.getType().getRecordComponents()[0].getAccessor());
    return new Argument(
        action, position, parameter, accessor, Optional.of(wrap), Optional.of(unwrap));
  }

  Parameter parameter() {
    return parameter;
  }

  Refused missing() {
    return Refusal.ARGUMENT_MISSING.with(position, parameter.name());
  }

  /// Turns an argument into a value of the record.
  Read read(EncodedValue value) {
    if (value.isNull()) {
      return parameter.nullable() ? new Read(null, Optional.empty()) : refuse(nullProblem());
    }
    if (value.type().isArray() || value.type().kind() != parameter.type().kind()) {
      String expected = parameter.type().text();
      return refuse(Refusal.ARGUMENT_TYPE.with(action, position, expected, value.type().text()));
    }
    return switch (parameter.type().kind()) {
      case TEXT -> readText(value);
      case INT8 -> new Read(value.asInt8(), Optional.empty());
      case BOOL -> new Read(value.asBool(), Optional.empty());
      case UUID -> new Read(wrapped(value.asUuid()), Optional.empty());
      case NUMERIC -> readNumeric(value.asNumeric());
      case BYTEA, NULL -> throw new ImpossibleState("no action takes bytes or null");
    };
  }

  /// Turns the component of a record into an argument.
  EncodedValue write(Object record) {
    Object value = invoke(component, record);
    if (value == null) {
      return EncodedValue.nullValue();
    }
    return switch (value) {
      case String text -> EncodedValue.text(text);
      case Long number -> EncodedValue.int8(number);
      case Boolean truth -> EncodedValue.bool(truth);
      case BigInteger number -> EncodedValue.numeric(number);
      case UUID id -> EncodedValue.uuid(id);
      default -> EncodedValue.uuid(unwrapped(value));
    };
  }

  private Read readText(EncodedValue value) {
    int length = Objects.requireNonNull(value.items().getFirst()).length();
    if (length > parameter.maxBytes()) {
      return refuse(Refusal.TEXT_TOO_LONG.with(position, parameter.name(), parameter.maxBytes()));
    }
    String text = value.asText();
    return text.indexOf('\0') >= 0
        ? refuse(Refusal.TEXT_INVALID.with(position, parameter.name()))
        : new Read(text, Optional.empty());
  }

  private Read readNumeric(BigDecimal number) {
    boolean isWhole = number.stripTrailingZeros().scale() <= 0;
    if (!isWhole || number.abs().toBigInteger().compareTo(MAX_NUMERIC) >= 0) {
      return refuse(Refusal.NUMBER_INVALID.with(position, parameter.name()));
    }
    return new Read(number.toBigInteger(), Optional.empty());
  }

  /// The original had no check for null: its own question found nothing, and said so.
  private Refused nullProblem() {
    return switch (action + "." + parameter.name()) {
      case "remove_credential.id" -> Refusal.CREDENTIAL_NOT_OWNED.with();
      case "rescind_shared_credential.credential_id" ->
          Refusal.CREDENTIAL_SHARED_TO_CALLER_NOT_FOUND.with();
      case "revoke_access_grant.id" -> Refusal.ACCESS_GRANT_NOT_FOUND.with();
      case "share_credential.original_credential_id" -> Refusal.ORIGINAL_NOT_OWNED.with();
      default -> Refusal.ARGUMENT_NULL.with(position, parameter.name(), action);
    };
  }

  private Object wrapped(UUID id) {
    return wrapId.map(handle -> Objects.requireNonNull(invoke(handle, id))).orElse(id);
  }

  private UUID unwrapped(Object id) {
    return (UUID) Objects.requireNonNull(invoke(unwrapId.orElseThrow(), id));
  }

  private static Read refuse(Refused refused) {
    return new Read(null, Optional.of(refused));
  }

  private static @Nullable Object invoke(MethodHandle handle, Object argument) {
    try {
      return handle.invoke(argument);
    } catch (Throwable impossible) {
      throw new ImpossibleState("ids and accessors do not throw", impossible);
    }
  }

  private static DataType typeOf(Class<?> type) {
    if (type == String.class) {
      return DataType.TEXT;
    } else if (type == long.class || type == Long.class) {
      return DataType.INT8;
    } else if (type == boolean.class || type == Boolean.class) {
      return DataType.BOOL;
    } else if (type == BigInteger.class) {
      return DataType.NUMERIC_78;
    }
    boolean isId =
        type.isRecord()
            && type.getRecordComponents().length == 1
            && type.getRecordComponents()[0].getType() == UUID.class;
    Require.that(type == UUID.class || isId, "a parameter has one of the types of the wire");
    return DataType.UUID;
  }

  private static int maxBytes(RecordComponent component, DataType type) {
    MaxBytes limit = component.getAnnotation(MaxBytes.class);
    if (type.kind() != DataType.Kind.TEXT) {
      return 0;
    }
    return limit == null ? MaxBytes.INDEXED : limit.value();
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
