package dev.idos.ledger.inserters;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.genesis.Genesis;
import dev.idos.ledger.genesis.GenesisInserter;
import dev.idos.ledger.store.Changes;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Reader;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.Caller;
import dev.idos.protocol.CallerForms;
import dev.idos.protocol.InserterId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.WalletIdentifier;
import dev.idos.protocol.action.InserterAction;
import dev.idos.protocol.action.InserterAction.AddDelegateAsOwner;
import dev.idos.protocol.action.InserterAction.AddInserterAsOwner;
import dev.idos.protocol.action.InserterAction.DeleteDelegateAsOwner;
import dev.idos.protocol.action.InserterAction.DeleteInserterAsOwner;
import java.util.List;
import java.util.Optional;

/// Inserters and delegates: kept by the owner of the network, asked by every rule that trusts one.
public final class Inserters {

  /// One row an inserter.
  public static final Table<Inserter> INSERTERS =
      new Table<>(
          "inserters",
          2,
          1,
          1,
          List.of(
              Column.of("id", Kind.UUID, inserter -> inserter.id().value()),
              Column.of("name", Kind.TEXT, Inserter::name)),
          fields -> new Inserter(new InserterId(fields.uuid(0)), fields.text(1)));

  /// Inserters by their name.
  public static final Index<Inserter> BY_NAME = INSERTERS.index("inserters_by_name", true, "name");

  /// One row a delegate.
  public static final Table<Delegate> DELEGATES =
      new Table<>(
          "delegates",
          3,
          1,
          1,
          List.of(
              Column.of("address", Kind.TEXT, Delegate::address),
              Column.of("inserter_id", Kind.UUID, delegate -> delegate.inserterId().value())),
          fields -> new Delegate(fields.text(0), new InserterId(fields.uuid(1))));

  /// The delegates of an inserter.
  public static final Index<Delegate> BY_INSERTER =
      DELEGATES.index("delegates_by_inserter", false, "inserter_id");

  /// Writes the inserters that exist from block 1.
  public void begin(Genesis genesis, Changes rows) {
    for (GenesisInserter inserter : genesis.inserters()) {
      InserterId id = genesis.idOf(inserter);
      rows.put(INSERTERS, new Inserter(id, inserter.name()));
      inserter
          .canonicalDelegates()
          .forEach(address -> rows.put(DELEGATES, new Delegate(address, id)));
    }
  }

  /// Runs an action, or answers with the first reason not to.
  public Optional<Refused> apply(InserterAction action, Execution execution) {
    return switch (action) {
      case AddInserterAsOwner add -> addInserter(add, execution);
      case DeleteInserterAsOwner delete -> deleteInserter(delete, execution);
      case AddDelegateAsOwner add -> addDelegate(add, execution);
      case DeleteDelegateAsOwner delete -> deleteDelegate(delete, execution);
    };
  }

  /// The inserter a caller acts for.
  public static Optional<Inserter> of(Caller caller, Reader rows) {
    return CallerForms.of(caller).stream()
        .flatMap(form -> rows.find(DELEGATES, Key.of(form)).stream())
        .flatMap(delegate -> rows.find(INSERTERS, Key.of(delegate.inserterId().value())).stream())
        .findFirst();
  }

  /// The inserter a key or address acts for, in any spelling.
  public static Optional<InserterId> ofKey(String key, Reader rows) {
    return WalletIdentifier.canonicalOf(key)
        .flatMap(canonical -> rows.find(DELEGATES, Key.of(canonical)))
        .map(Delegate::inserterId);
  }

  private static Optional<Refused> addInserter(AddInserterAsOwner add, Execution execution) {
    Changes rows = execution.rows();
    if (rows.find(INSERTERS, Key.of(add.id().value())).isPresent()
        || !rows.where(BY_NAME, Key.of(add.name())).isEmpty()) {
      return Optional.of(Refusal.INSERTER_EXISTS.with());
    }
    rows.put(INSERTERS, new Inserter(add.id(), add.name()));
    return Optional.empty();
  }

  private static Optional<Refused> deleteInserter(
      DeleteInserterAsOwner delete, Execution execution) {
    Changes rows = execution.rows();
    Key key = Key.of(delete.id().value());
    if (rows.find(INSERTERS, key).isEmpty()) {
      execution.effects().notice("no inserter has this id: nothing was deleted");
      return Optional.empty();
    }
    for (Delegate delegate : rows.where(BY_INSERTER, key)) {
      rows.remove(DELEGATES, Key.of(delegate.address()));
    }
    rows.remove(INSERTERS, key);
    return Optional.empty();
  }

  private static Optional<Refused> addDelegate(AddDelegateAsOwner add, Execution execution) {
    Changes rows = execution.rows();
    Optional<String> address = WalletIdentifier.canonicalOf(add.address());
    if (address.isEmpty()) {
      return Optional.of(Refusal.DELEGATE_INVALID.with());
    }
    if (rows.find(INSERTERS, Key.of(add.inserterId().value())).isEmpty()) {
      return Optional.of(Refusal.INSERTER_NOT_FOUND.with());
    }
    if (rows.find(DELEGATES, Key.of(address.get())).isPresent()) {
      return Optional.of(Refusal.DELEGATE_EXISTS.with());
    }
    rows.put(DELEGATES, new Delegate(address.get(), add.inserterId()));
    return Optional.empty();
  }

  private static Optional<Refused> deleteDelegate(
      DeleteDelegateAsOwner delete, Execution execution) {
    Optional<Key> key = WalletIdentifier.canonicalOf(delete.address()).map(Key::of);
    if (key.isEmpty() || execution.rows().find(DELEGATES, key.get()).isEmpty()) {
      execution.effects().notice("no delegate has this address: nothing was deleted");
      return Optional.empty();
    }
    execution.rows().remove(DELEGATES, key.get());
    return Optional.empty();
  }
}
