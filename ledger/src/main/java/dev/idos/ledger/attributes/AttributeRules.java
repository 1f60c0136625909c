package dev.idos.ledger.attributes;

import static dev.idos.ledger.attributes.Attributes.ATTRIBUTES;
import static dev.idos.ledger.attributes.Attributes.BY_ORIGINAL;

import dev.idos.ledger.block.Execution;
import dev.idos.ledger.inserters.Inserter;
import dev.idos.ledger.inserters.Inserters;
import dev.idos.ledger.store.Changes;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.usage.Usage;
import dev.idos.ledger.users.User;
import dev.idos.ledger.users.Users;
import dev.idos.ledger.wallets.Owner;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.AttributeId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.AttributeAction.AddAttribute;
import dev.idos.protocol.action.AttributeAction.AddAttributeAsInserter;
import dev.idos.protocol.action.AttributeAction.EditAttribute;
import dev.idos.protocol.action.AttributeAction.RemoveAttribute;
import dev.idos.protocol.action.AttributeAction.ShareAttribute;
import java.util.Optional;

/// The rules of attributes. Each answers with the first reason to refuse, or nothing.
final class AttributeRules {

  private AttributeRules() {}

  /// `add_attribute_as_inserter`: into any live profile, marked with the inserter's name.
  static Optional<Refused> addAsInserter(AddAttributeAsInserter add, Execution execution) {
    Optional<Inserter> inserter = Inserters.of(execution.caller(), execution.rows());
    if (inserter.isEmpty()) {
      return Optional.of(Refusal.INSERTER_UNAUTHORIZED.with());
    }
    Optional<User> user = Users.find(add.userId(), execution.rows());
    if (user.isEmpty()) {
      return Optional.of(Refusal.PROFILE_NOT_FOUND.with());
    }
    if (user.get().closing()) {
      return Optional.of(Refusal.PROFILE_CLOSING.with());
    }
    return insert(
        new Attribute(
            add.id(),
            add.userId(),
            add.attributeKey(),
            add.value(),
            inserter.map(Inserter::name),
            Optional.empty()),
        execution);
  }

  /// `add_attribute`: into the caller's own profile.
  static Optional<Refused> add(AddAttribute add, Execution execution) {
    Owner owner = Wallets.userOf(execution.caller(), execution.rows());
    if (!(owner instanceof Owner.One(UserId user))) {
      return owner.refusal();
    }
    return insert(
        new Attribute(
            add.id(), user, add.attributeKey(), add.value(), Optional.empty(), Optional.empty()),
        execution);
  }

  /// `edit_attribute`: the caller's own, unless it is a copy.
  static Optional<Refused> edit(EditAttribute edit, Execution execution) {
    Owner owner = Wallets.userOf(execution.caller(), execution.rows());
    Optional<Refused> refused = refusalToChange(owner);
    if (refused.isPresent()) {
      return refused;
    }
    Optional<Attribute> own = own(edit.id(), owner, execution.rows());
    if (own.isEmpty()) {
      execution.effects().notice("no attribute of the caller has this id: nothing was changed");
      return Optional.empty();
    }
    if (own.get().original().isPresent()) {
      return Optional.of(Refusal.ATTRIBUTE_SHARED.with());
    }
    Attribute edited = own.get().edited(edit.attributeKey(), edit.value());
    return Usage.put(execution, edited.user(), ATTRIBUTES, edited);
  }

  /// `remove_attribute`: the caller's own; copies of it stand by themselves from then on.
  static Optional<Refused> remove(RemoveAttribute remove, Execution execution) {
    Changes rows = execution.rows();
    Owner owner = Wallets.userOf(execution.caller(), rows);
    Optional<Refused> refused = refusalToChange(owner);
    if (refused.isPresent()) {
      return refused;
    }
    Optional<Attribute> own = own(remove.id(), owner, rows);
    if (own.isEmpty()) {
      execution.effects().notice("no attribute of the caller has this id: nothing was removed");
      return Optional.empty();
    }
    for (Attribute copy : rows.where(BY_ORIGINAL, Key.of(remove.id().value()))) {
      rows.put(ATTRIBUTES, copy.withoutOriginal());
    }
    Usage.remove(execution, own.get().user(), ATTRIBUTES, Key.of(remove.id().value()));
    return Optional.empty();
  }

  /// `share_attribute`: a copy of one of the caller's own attributes (W7).
  static Optional<Refused> share(ShareAttribute share, Execution execution) {
    Owner owner = Wallets.userOf(execution.caller(), execution.rows());
    if (!(owner instanceof Owner.One(UserId user))) {
      return owner.refusal();
    }
    if (own(share.originalAttributeId(), owner, execution.rows()).isEmpty()) {
      return Optional.of(Refusal.ATTRIBUTE_ORIGINAL_NOT_OWNED.with());
    }
    return insert(
        new Attribute(
            share.id(),
            user,
            share.attributeKey(),
            share.value(),
            Optional.empty(),
            Optional.of(share.originalAttributeId())),
        execution);
  }

  /// A stranger changes nothing and is told so in the log; only the other cases are refused (W18).
  private static Optional<Refused> refusalToChange(Owner owner) {
    return owner instanceof Owner.Nobody ? Optional.empty() : owner.refusal();
  }

  private static Optional<Attribute> own(AttributeId id, Owner owner, Changes rows) {
    return rows.find(ATTRIBUTES, Key.of(id.value()))
        .filter(attribute -> owner.open().equals(Optional.of(attribute.user())));
  }

  private static Optional<Refused> insert(Attribute attribute, Execution execution) {
    if (execution.rows().find(ATTRIBUTES, Key.of(attribute.id().value())).isPresent()) {
      return Optional.of(Refusal.ATTRIBUTE_EXISTS.with());
    }
    return Usage.put(execution, attribute.user(), ATTRIBUTES, attribute);
  }
}
