package dev.idos.protocol.action;

import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.Require;
import dev.idos.protocol.value.EncodedValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One record of an action or view, bound to its name and parameters on the wire. The record is
/// the only place where they are written down.
final class RecordBinding<T> {

  private final Class<? extends T> type;
  private final ActionSignature signature;
  private final List<Argument> arguments;
  private final MethodHandle constructor;

  private RecordBinding(
      Class<? extends T> type,
      ActionSignature signature,
      List<Argument> arguments,
      MethodHandle constructor) {
    this.type = type;
    this.signature = signature;
    this.arguments = arguments;
    this.constructor = constructor;
  }

  /// What became of a list of arguments.
  sealed interface Bound<T> {
    /// They made a record.
    record To<T>(T value) implements Bound<T> {}

    /// They do not fit.
    record Not<T>(Refused refused) implements Bound<T> {}
  }

  static <T> RecordBinding<T> of(Class<? extends T> type, boolean isView)
      throws ReflectiveOperationException {
    Wire wire = Objects.requireNonNull(type.getAnnotation(Wire.class), "a record names itself");
    RecordComponent[] components = type.getRecordComponents();
    var arguments = new ArrayList<Argument>();
    for (RecordComponent component : components) {
      arguments.add(Argument.of(wire.value(), arguments.size() + 1, component));
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    MethodHandle constructor =
        MethodHandles.publicLookup()
            .unreflectConstructor(type.getDeclaredConstructor(types))
            .asSpreader(Object[].class, types.length);
    var parameters = arguments.stream().map(Argument::parameter).toList();
    var signature =
        new ActionSignature(
            wire.value(),
            wire.ownerOnly(),
            false,
            isView,
            wire.additive(),
            wire.description(),
            parameters);
    return new RecordBinding<>(type, signature, List.copyOf(arguments), constructor);
  }

  Class<? extends T> type() {
    return type;
  }

  ActionSignature signature() {
    return signature;
  }

  /// Makes the record. Arguments left out at the end are null where null is allowed.
  Bound<T> read(List<EncodedValue> values) {
    if (values.size() > arguments.size()) {
      return new Bound.Not<>(
          Refusal.ARGUMENTS_TOO_MANY.with(signature.name(), arguments.size(), values.size()));
    }
    var components = new @Nullable Object[arguments.size()];
    for (int i = 0; i < components.length; i++) {
      Argument argument = arguments.get(i);
      if (i >= values.size()) {
        if (!argument.parameter().nullable()) {
          return new Bound.Not<>(argument.missing());
        }
        continue;
      }
      Argument.Read read = argument.read(values.get(i));
      if (read.problem().isPresent()) {
        return new Bound.Not<>(read.problem().get());
      }
      components[i] = read.value();
    }
    return new Bound.To<>(construct(components));
  }

  /// The arguments that make this record.
  List<EncodedValue> write(T value) {
    Require.that(type.isInstance(value), "a value of the record that was bound");
    return arguments.stream().map(argument -> argument.write(value)).toList();
  }

  private T construct(@Nullable Object[] components) {
    try {
      return type.cast(constructor.invoke(components));
    } catch (Throwable impossible) {
      throw new ImpossibleState("the records of actions check nothing themselves", impossible);
    }
  }
}
