package dev.idos.protocol.action;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Quoted;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.payload.ActionCall;
import dev.idos.protocol.payload.ActionExecution;
import dev.idos.protocol.payload.Payload;
import dev.idos.protocol.payload.RawStatement;
import dev.idos.protocol.query.Query;
import dev.idos.protocol.value.EncodedValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Every action and view of the network: their signatures, and the way between payload bytes and
/// records. It is built once from the records themselves and never changes.
public final class ActionCatalogue {

  /// The only namespace.
  public static final String NAMESPACE = "main";

  private final Map<String, ActionSignature> signatures = new TreeMap<>();
  private final Map<String, RecordBinding<Action>> actions = new HashMap<>();
  private final Map<String, RecordBinding<Query>> queries = new HashMap<>();
  private final Map<Class<?>, String> names = new HashMap<>();

  /// Reads the records of [Action] and [Query].
  public ActionCatalogue() {
    for (RecordBinding<Action> binding : bindings(Action.class, false)) {
      actions.put(name(binding), binding);
    }
    for (RecordBinding<Query> binding : bindings(Query.class, true)) {
      queries.put(name(binding), binding);
    }
    for (ActionSignature signature : PrivateActions.all()) {
      add(signature);
    }
  }

  /// All of them, private ones too, by name.
  public List<ActionSignature> signatures() {
    return List.copyOf(signatures.values());
  }

  /// The signature of a name, in any case.
  public Optional<ActionSignature> find(String name) {
    return Optional.ofNullable(signatures.get(name.toLowerCase(Locale.ROOT)));
  }

  /// The signature of an action's record.
  public ActionSignature signature(Action action) {
    return signatureOf(action.getClass());
  }

  /// The signature of a view's record.
  public ActionSignature signature(Query query) {
    return signatureOf(query.getClass());
  }

  /// What a transaction asks for. Whatever the bytes are, there is an answer.
  public Invocation decode(String payloadType, Bytes payload) {
    try {
      return switch (Payload.decode(executable(payloadType), payload).orElse(null)) {
        case ActionExecution execution -> decode(execution);
        case RawStatement raw -> refuse(Refusal.PRIVILEGE_MISSING.with(verb(raw.statement())));
        case null, default ->
            new Invocation.Undecodable(
                Receipt.TX_PAYLOAD_TYPE_UNKNOWN,
                Refusal.PAYLOAD_TYPE_UNKNOWN.with(Quoted.of(payloadType)));
      };
    } catch (MalformedException malformed) {
      return new Invocation.Undecodable(
          Receipt.TX_ENCODING, Refusal.PAYLOAD_MALFORMED.with(malformed.text()));
    }
  }

  /// What an execution asks for.
  public Invocation decode(ActionExecution execution) {
    Optional<Refused> unknown = namespaceProblem(execution.namespace());
    if (unknown.isPresent()) {
      return refuse(unknown.get());
    }
    String name = execution.action().toLowerCase(Locale.ROOT);
    RecordBinding<Action> binding = actions.get(name);
    if (binding == null) {
      return refuse(notExecutable(name));
    }
    var runs = execution.calls().isEmpty() ? List.of(List.<EncodedValue>of()) : execution.calls();
    var decoded = new ArrayList<Action>(runs.size());
    for (List<EncodedValue> run : runs) {
      switch (binding.read(run)) {
        case RecordBinding.Bound.To<Action>(Action action) -> decoded.add(action);
        case RecordBinding.Bound.Not<Action>(Refused refused) -> {
          return refuse(refused);
        }
      }
    }
    return new Invocation.Actions(decoded);
  }

  /// What the payload of a `user.call` asks for.
  public DecodedCall decodeCall(Bytes payload) {
    try {
      return decodeCall(ActionCall.decode(payload));
    } catch (MalformedException malformed) {
      boolean isArgument = malformed.text().startsWith("failed to decode argument");
      return new DecodedCall.Malformed(
          isArgument ? malformed.text() : malformed.within("failed to convert action call").text());
    }
  }

  /// What a call asks for.
  public DecodedCall decodeCall(ActionCall call) {
    Optional<Refused> unknown = namespaceProblem(call.namespace());
    if (unknown.isPresent()) {
      return new DecodedCall.EngineError(unknown.get());
    }
    String name = call.action().toLowerCase(Locale.ROOT);
    RecordBinding<Query> binding = queries.get(name);
    if (binding == null) {
      return new DecodedCall.EngineError(notCallable(name));
    }
    return switch (binding.read(call.arguments())) {
      case RecordBinding.Bound.To<Query>(Query query) -> new DecodedCall.Ready(query);
      case RecordBinding.Bound.Not<Query>(Refused refused) -> new DecodedCall.EngineError(refused);
    };
  }

  /// The payload of a transaction that runs one action.
  public Bytes encode(Action action) {
    return execution(List.of(action)).encode();
  }

  /// The execution of one or more actions of the same kind, all or nothing.
  public ActionExecution execution(List<? extends Action> batch) {
    RecordBinding<Action> binding = binding(actions, batch.getFirst().getClass());
    List<List<EncodedValue>> calls = new ArrayList<>();
    for (Action action : batch) {
      calls.add(binding.write(action));
    }
    return new ActionExecution(NAMESPACE, binding.signature().name(), calls);
  }

  /// The payload of a call of a view.
  public Bytes encode(Query query) {
    RecordBinding<Query> binding = binding(queries, query.getClass());
    String name = binding.signature().name();
    return new ActionCall(NAMESPACE, name, binding.write(query)).encode();
  }

  /// Payloads of validators are known to the protocol and unknown to this network.
  private static String executable(String payloadType) {
    return switch (payloadType) {
      case ActionExecution.TYPE, RawStatement.TYPE -> payloadType;
      default -> "";
    };
  }

  private Refused notExecutable(String name) {
    ActionSignature signature = signatures.get(name);
    if (signature == null) {
      return Refusal.ACTION_UNKNOWN.with(Quoted.of(name));
    }
    return (signature.isPrivate() ? Refusal.ACTION_PRIVATE : Refusal.ACTION_IS_VIEW).with(name);
  }

  private Refused notCallable(String name) {
    ActionSignature signature = signatures.get(name);
    if (signature == null) {
      return Refusal.ACTION_UNKNOWN.with(Quoted.of(name));
    }
    return (signature.isPrivate() ? Refusal.ACTION_PRIVATE : Refusal.ACTION_MUTATES).with(name);
  }

  private static Optional<Refused> namespaceProblem(String namespace) {
    String lower = namespace.toLowerCase(Locale.ROOT);
    return lower.isEmpty() || lower.equals(NAMESPACE)
        ? Optional.empty()
        : Optional.of(Refusal.NAMESPACE_UNKNOWN.with(Quoted.of(lower)));
  }

  /// The right a statement would need, from its first word.
  private static String verb(String statement) {
    String word = statement.strip().split("[^A-Za-z]", 2)[0];
    return word.isEmpty() ? "CALL" : Quoted.of(word.toUpperCase(Locale.ROOT));
  }

  private static Invocation refuse(Refused refused) {
    return new Invocation.Undecodable(Receipt.TX_REFUSED, refused);
  }

  private ActionSignature signatureOf(Class<?> type) {
    return Optional.ofNullable(names.get(type))
        .map(signatures::get)
        .orElseThrow(() -> new ImpossibleState("every record is in the catalogue"));
  }

  private <T> RecordBinding<T> binding(Map<String, RecordBinding<T>> bindings, Class<?> type) {
    return Optional.ofNullable(bindings.get(signatureOf(type).name())).orElseThrow();
  }

  private String name(RecordBinding<?> binding) {
    add(binding.signature());
    names.put(binding.type(), binding.signature().name());
    return binding.signature().name();
  }

  private void add(ActionSignature signature) {
    if (signatures.put(signature.name(), signature) != null) {
      throw new ImpossibleState("two records have the name " + signature.name());
    }
  }

  private static <T> List<RecordBinding<T>> bindings(Class<T> family, boolean isView) {
    var bindings = new ArrayList<RecordBinding<T>>();
    for (Class<? extends T> type : ActionCatalogue.<T>records(family)) {
      try {
        bindings.add(RecordBinding.of(type, isView));
      } catch (ReflectiveOperationException impossible) {
        throw new ImpossibleState("the records of actions are public", impossible);
      }
    }
    return bindings;
  }

  private static <T> List<Class<? extends T>> records(Class<? extends T> family) {
    if (family.isRecord()) {
      return List.of(family);
    }
    var records = new ArrayList<Class<? extends T>>();
    for (Class<?> member : family.getPermittedSubclasses()) {
      records.addAll(ActionCatalogue.<T>records(member.asSubclass(family)));
    }
    return records;
  }
}
