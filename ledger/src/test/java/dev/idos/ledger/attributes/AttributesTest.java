package dev.idos.ledger.attributes;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.ISSUER;
import static dev.idos.ledger.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.TestLimits;
import dev.idos.ledger.World;
import dev.idos.protocol.AttributeId;
import dev.idos.protocol.Refusal;
import dev.idos.protocol.action.AttributeAction.AddAttribute;
import dev.idos.protocol.action.AttributeAction.AddAttributeAsInserter;
import dev.idos.protocol.action.AttributeAction.EditAttribute;
import dev.idos.protocol.action.AttributeAction.RemoveAttribute;
import dev.idos.protocol.action.AttributeAction.ShareAttribute;
import dev.idos.protocol.query.AttributeQuery.GetAttributes;
import dev.idos.protocol.query.AttributeQuery.GetAttributesPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributesTest {

  private static final AttributeId COLOUR = new AttributeId(World.id("colour"));
  private static final AttributeId COPY = new AttributeId(World.id("copy"));

  private final World world = new World();

  private List<?> onlyRow() {
    return world.found(ALICE, new GetAttributes()).values().getFirst();
  }

  @Test
  void an_attribute_is_added_edited_and_removed() {
    world.profile(ALICE);
    world.done(ALICE, new AddAttribute(COLOUR, "colour", "red"));
    world.refused(Refusal.ATTRIBUTE_EXISTS, ALICE, new AddAttribute(COLOUR, "colour", "red"));
    world.done(ALICE, new EditAttribute(COLOUR, "colour", "blue"));
    assertThat(onlyRow().subList(2, 4)).isEqualTo(List.of("colour", "blue"));
    world.done(ALICE, new RemoveAttribute(COLOUR));
    assertThat(world.found(ALICE, new GetAttributes()).values()).isEmpty();
  }

  @Test
  void an_inserter_adds_to_a_live_profile() {
    world.profile(ALICE);
    var add = new AddAttributeAsInserter(COLOUR, ALICE.user(), "colour", "red");
    world.refused(Refusal.INSERTER_UNAUTHORIZED, BOB, add);
    world.done(ISSUER, add);
    world.refused(
        Refusal.PROFILE_NOT_FOUND,
        ISSUER,
        new AddAttributeAsInserter(COPY, BOB.user(), "colour", "red"));
    assertThat(world.found(ALICE, new GetAttributes()).values()).hasSize(1);
  }

  @Test
  void w07_only_an_own_attribute_is_shared() {
    world.profile(ALICE);
    world.profile(BOB);
    world.done(ALICE, new AddAttribute(COLOUR, "colour", "red"));
    var share = new ShareAttribute(COPY, COLOUR, "colour", "red");
    world.refused(Refusal.ATTRIBUTE_ORIGINAL_NOT_OWNED, BOB, share);
    world.done(ALICE, share);
    world.refused(Refusal.ATTRIBUTE_SHARED, ALICE, new EditAttribute(COPY, "colour", "blue"));
    assertThat(world.found(ALICE, new GetAttributes()).values())
        .extracting(row -> row.getLast())
        .containsExactlyInAnyOrder(null, COLOUR.value());
  }

  @Test
  void w18_a_strangers_edit_succeeds_and_says_that_nothing_happened() {
    world.profile(ALICE);
    world.profile(BOB);
    world.done(ALICE, new AddAttribute(COLOUR, "colour", "red"));
    assertThat(world.done(BOB, new EditAttribute(COLOUR, "colour", "blue")).log())
        .isEqualTo("1. no attribute of the caller has this id: nothing was changed");
    assertThat(world.done(STRANGER, new RemoveAttribute(COLOUR)).log())
        .isEqualTo("1. no attribute of the caller has this id: nothing was removed");
    assertThat(onlyRow().subList(2, 4)).isEqualTo(List.of("colour", "red"));
  }

  @Test
  void w27_an_owners_edit_takes_the_inserters_name_off() {
    world.profile(ALICE);
    world.done(ISSUER, new AddAttributeAsInserter(COLOUR, ALICE.user(), "colour", "red"));
    world.done(ALICE, new EditAttribute(COLOUR, "colour", "blue"));
    world.rows().forEach(Attributes.ATTRIBUTES, row -> assertThat(row.inserter()).isEmpty());
  }

  @Test
  void a_copy_outlives_its_original() {
    world.profile(ALICE);
    world.done(ALICE, new AddAttribute(COLOUR, "colour", "red"));
    world.done(ALICE, new ShareAttribute(COPY, COLOUR, "colour", "red"));
    world.done(ALICE, new RemoveAttribute(COLOUR));
    assertThat(onlyRow().getFirst()).isEqualTo(COPY.value());
    assertThat(onlyRow().getLast()).isNull();
  }

  @Test
  void w21_a_page_is_twenty_rows_and_never_more_than_a_hundred() {
    world.profile(ALICE);
    for (int i = 0; i < 105; i++) {
      world.done(ALICE, new AddAttribute(new AttributeId(World.id("a" + i)), "k", "v"));
    }
    assertThat(world.found(ALICE, new GetAttributesPage(null, null)).values()).hasSize(20);
    assertThat(world.found(ALICE, new GetAttributesPage(null, 5_000L)).values()).hasSize(100);
    assertThat(world.found(ALICE, new GetAttributes()).values()).hasSize(105);
  }

  @Test
  void a_full_profile_takes_nothing_more_until_something_goes() {
    var small = new World(TestLimits.withBytesAndRows(2_000, 4));
    small.profile(ALICE);
    small.refused(
        Refusal.QUOTA_BYTES, ALICE, new AddAttribute(COLOUR, "colour", "x".repeat(2_000)));
    small.done(ALICE, new AddAttribute(COLOUR, "colour", "red"));
    small.done(ALICE, new AddAttribute(COPY, "colour", "red"));
    var third = new AddAttribute(new AttributeId(World.id("third")), "colour", "red");
    small.refused(Refusal.QUOTA_ROWS, ALICE, third);
    small.done(ALICE, new RemoveAttribute(COPY));
    small.done(ALICE, third);
  }
}
