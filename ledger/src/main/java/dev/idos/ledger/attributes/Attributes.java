package dev.idos.ledger.attributes;

import dev.idos.ledger.answers.Paging;
import dev.idos.ledger.answers.Shape;
import dev.idos.ledger.answers.Whole;
import dev.idos.ledger.block.Execution;
import dev.idos.ledger.block.View;
import dev.idos.ledger.store.Column;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Index;
import dev.idos.ledger.store.Key;
import dev.idos.ledger.store.Kind;
import dev.idos.ledger.store.Table;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.protocol.AttributeId;
import dev.idos.protocol.Refused;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.AttributeAction;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.AttributeQuery;
import java.util.List;
import java.util.Optional;

/// Attributes and the views of them.
public final class Attributes {

  /// One row an attribute.
  public static final Table<Attribute> ATTRIBUTES =
      new Table<>(
          "user_attributes",
          8,
          1,
          1,
          List.of(
              Column.of("id", Kind.UUID, attribute -> attribute.id().value()),
              Column.of("user_id", Kind.UUID, attribute -> attribute.user().value()),
              Column.<Attribute>of("attribute_key", Kind.TEXT, Attribute::key).asPersonal(),
              Column.<Attribute>of("value", Kind.TEXT, Attribute::value).asPersonal(),
              Column.nullable("inserter", Kind.TEXT, a -> a.inserter().orElse(null)),
              Column.nullable(
                  "original_id",
                  Kind.UUID,
                  a -> a.original().map(AttributeId::value).orElse(null))),
          Attributes::read);

  /// The attributes of a user.
  public static final Index<Attribute> BY_USER =
      ATTRIBUTES.index("user_attributes_by_user", false, "user_id");

  /// The copies of an attribute.
  public static final Index<Attribute> BY_ORIGINAL =
      ATTRIBUTES.index("user_attributes_by_original", false, "original_id");

  private static final Shape<Attribute> ATTRIBUTE =
      Shape.<Attribute>empty()
          .uuid("id", attribute -> attribute.id().value())
          .uuid("user_id", attribute -> attribute.user().value())
          .text("attribute_key", Attribute::key)
          .text("value", Attribute::value)
          .optionalUuid("original_id", attribute -> attribute.original().map(AttributeId::value));

  private static final Shape<Attribute> ATTRIBUTE_PAGE =
      ATTRIBUTE.text("cursor", attribute -> attribute.id().toString());

  /// Runs an action, or answers with the first reason not to.
  public Optional<Refused> apply(AttributeAction action, Execution execution) {
    return switch (action) {
      case AttributeAction.AddAttributeAsInserter add ->
          AttributeRules.addAsInserter(add, execution);
      case AttributeAction.AddAttribute add -> AttributeRules.add(add, execution);
      case AttributeAction.EditAttribute edit -> AttributeRules.edit(edit, execution);
      case AttributeAction.RemoveAttribute remove -> AttributeRules.remove(remove, execution);
      case AttributeAction.ShareAttribute share -> AttributeRules.share(share, execution);
    };
  }

  /// Answers a question.
  public Answer answer(AttributeQuery query, View view) {
    return switch (query) {
      case AttributeQuery.GetAttributes _ ->
          owner(view)
              .map(user -> Whole.of(ATTRIBUTE, BY_USER, Key.of(user.value()), view.rows()))
              .orElseGet(ATTRIBUTE::none);
      case AttributeQuery.GetAttributesPage page -> page(page, view);
    };
  }

  private static Answer page(AttributeQuery.GetAttributesPage page, View view) {
    return switch (Paging.of(page.after(), page.size())) {
      case Paging.Impossible(Refused refused) -> new Answer.Denied(refused);
      case Paging.Part(Optional<Key> after, int size) ->
          ATTRIBUTE_PAGE.all(
              owner(view)
                  .map(user -> view.rows().page(BY_USER, Key.of(user.value()), after, size))
                  .orElse(List.of()));
    };
  }

  private static Optional<UserId> owner(View view) {
    return Wallets.userOf(view.caller(), view.rows()).open();
  }

  private static Attribute read(Fields fields) {
    return new Attribute(
        new AttributeId(fields.uuid(0)),
        new UserId(fields.uuid(1)),
        fields.text(2),
        fields.text(3),
        Optional.ofNullable(fields.textOrNull(4)),
        fields.optionalUuid(5).map(AttributeId::new));
  }
}
