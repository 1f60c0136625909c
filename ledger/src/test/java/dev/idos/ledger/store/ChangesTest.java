package dev.idos.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.protocol.ImpossibleState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private record Pet(UUID id, String owner, Optional<String> chip) {}

  private static final Table<Pet> PETS =
      new Table<>(
          "pets",
          1,
          1,
          1,
          List.of(
              Column.of("id", Kind.UUID, Pet::id),
              Column.of("owner", Kind.TEXT, Pet::owner),
              Column.nullable("chip", Kind.TEXT, pet -> pet.chip().orElse(null))),
          fields ->
              new Pet(fields.uuid(0), fields.text(1), Optional.ofNullable(fields.textOrNull(2))));

  private static final Index<Pet> BY_OWNER = PETS.index("pets_by_owner", false, "owner");
  private static final Index<Pet> BY_CHIP = PETS.index("pets_by_chip", true, "chip");

  private final RowsInMemory committed = new RowsInMemory();

  private static Pet pet(int number, String owner) {
    return new Pet(new UUID(0, number), owner, Optional.empty());
  }

  private static Key key(int number) {
    return Key.of(new UUID(0, number));
  }

  private static Key owner(String name) {
    return Key.of(name);
  }

  private void commit(Changes changes) {
    committed.apply(changes.changes(), changes.contents());
  }

  private void given(Pet... pets) {
    var changes = new Changes(committed);
    for (Pet pet : pets) {
      changes.put(PETS, pet);
    }
    commit(changes);
  }

  @Test
  void reads_see_what_the_block_wrote() {
    given(pet(1, "ann"), pet(2, "ann"), pet(3, "bob"));
    var changes = new Changes(committed);
    changes.put(PETS, pet(2, "bob"));
    changes.put(PETS, pet(4, "ann"));
    changes.remove(PETS, key(1));
    assertThat(changes.find(PETS, key(1))).isEmpty();
    assertThat(changes.where(BY_OWNER, owner("ann"))).containsExactly(pet(4, "ann"));
    assertThat(changes.where(BY_OWNER, owner("bob"))).containsExactly(pet(2, "bob"), pet(3, "bob"));
    assertThat(committed.where(BY_OWNER, owner("ann"))).hasSize(2);
  }

  @Test
  void a_rollback_forgets_its_own_step_only() {
    given(pet(1, "ann"));
    var changes = new Changes(committed);
    changes.put(PETS, pet(2, "ann"));
    changes.begin();
    changes.put(PETS, pet(2, "bob"));
    changes.begin();
    changes.remove(PETS, key(1));
    changes.putContent(new UUID(0, 1), "inner");
    changes.commit();
    changes.put(PETS, pet(3, "ann"));
    changes.rollback();
    assertThat(changes.where(BY_OWNER, owner("ann"))).containsExactly(pet(1, "ann"), pet(2, "ann"));
    assertThat(changes.where(BY_OWNER, owner("bob"))).isEmpty();
    assertThat(changes.contents()).isEmpty();
    assertThat(changes.changes()).hasSize(1);
    assertThatThrownBy(changes::commit).isInstanceOf(ImpossibleState.class);
  }

  @Test
  void a_row_that_ends_as_it_was_is_no_change() {
    given(pet(1, "ann"), pet(2, "ann"));
    var changes = new Changes(committed);
    changes.put(PETS, pet(1, "bob"));
    changes.put(PETS, pet(1, "ann"));
    changes.remove(PETS, key(2));
    changes.put(PETS, pet(2, "ann"));
    changes.put(PETS, pet(3, "ann"));
    changes.remove(PETS, key(3));
    assertThat(changes.changes()).isEmpty();
  }

  @Test
  void contents_are_read_back_and_listed_in_order() {
    var changes = new Changes(committed);
    changes.putContent(new UUID(0, 2), "two");
    changes.putContent(new UUID(0, 1), "one");
    changes.removeContent(new UUID(0, 2));
    assertThat(changes.content(new UUID(0, 1))).contains("one");
    assertThat(changes.content(new UUID(0, 2))).isEmpty();
    assertThat(changes.contents())
        .containsExactly(
            new ContentChange(new UUID(0, 1), Optional.of("one")),
            new ContentChange(new UUID(0, 2), Optional.empty()));
  }

  @Test
  void two_rows_in_one_place_of_a_unique_index_are_a_bug() {
    var changes = new Changes(committed);
    changes.put(PETS, new Pet(new UUID(0, 1), "ann", Optional.of("chip")));
    changes.put(PETS, new Pet(new UUID(0, 2), "ann", Optional.of("chip")));
    assertThatThrownBy(() -> commit(changes)).isInstanceOf(ImpossibleState.class);
    assertThat(changes.where(BY_CHIP, Key.of("chip"))).hasSize(2);
  }

  @Test
  void reading_through_the_buffer_is_reading_after_a_commit() {
    for (int seed = 0; seed < 30; seed++) {
      var random = new Random(seed);
      var before = new RowsInMemory();
      var after = new RowsInMemory();
      List<Change<?>> start = randomChanges(new Changes(before), random, 30).changes();
      before.apply(start, List.of());
      after.apply(start, List.of());
      Changes changes = randomChanges(new Changes(before), random, 40);
      after.apply(changes.changes(), List.of());
      for (String owner : List.of("ann", "bob", "eve")) {
        assertThat(changes.where(BY_OWNER, owner(owner)))
            .isEqualTo(after.where(BY_OWNER, owner(owner)));
        for (int size = 1; size < 5; size++) {
          assertThat(allPages(changes, owner, size)).isEqualTo(allPages(after, owner, size));
          assertThat(allPages(changes, owner, size))
              .isEqualTo(changes.where(BY_OWNER, owner(owner)));
        }
      }
      for (int i = 0; i < 25; i++) {
        assertThat(changes.find(PETS, key(i))).isEqualTo(after.find(PETS, key(i)));
      }
    }
  }

  private static Changes randomChanges(Changes changes, Random random, int steps) {
    for (int i = 0; i < steps; i++) {
      boolean forgotten = random.nextInt(4) == 0;
      changes.begin();
      int number = random.nextInt(25);
      if (random.nextBoolean()) {
        changes.put(PETS, pet(number, List.of("ann", "bob", "eve").get(random.nextInt(3))));
      } else {
        changes.remove(PETS, key(number));
      }
      if (forgotten) {
        changes.rollback();
      } else {
        changes.commit();
      }
    }
    return changes;
  }

  private static List<Pet> allPages(Reader rows, String owner, int size) {
    var all = new ArrayList<Pet>();
    Optional<Key> after = Optional.empty();
    while (true) {
      List<Pet> page = rows.page(BY_OWNER, owner(owner), after, size);
      assertThat(page.size()).isLessThanOrEqualTo(size);
      all.addAll(page);
      if (page.size() < size) {
        return all;
      }
      after = Optional.of(PETS.key(page.getLast()));
    }
  }
}
