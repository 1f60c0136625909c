package dev.idos.credentials.level;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A KYC level such as `plus+liveness+email`. Addons that idOS does not know are kept, because
/// some issuers add their own; they neither help nor hurt.
public record Level(Tier tier, Set<Addon> addons, SortedSet<String> foreignAddons) {

  public Level {
    addons = addons.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(addons));
    foreignAddons = Collections.unmodifiableSortedSet(new TreeSet<>(foreignAddons));
  }

  /// A level with known addons only.
  public static Level of(Tier tier, Addon... addons) {
    return new Level(tier, Set.copyOf(Arrays.asList(addons)), new TreeSet<>());
  }

  /// Reads a level text. Nothing if its tier is not known: `human` and free text are not levels of
  /// this ladder and never satisfy a requirement.
  public static Optional<Level> parse(String text) {
    List<String> parts = List.of(text.split("\\+", -1));
    List<String> tail = parts.subList(1, parts.size());
    return Tier.named(parts.getFirst())
        .map(tier -> new Level(tier, knownOf(tail), foreignOf(tail)));
  }

  /// The level that the members of a KYC subject support: `plus` with a proven address, and an
  /// addon for each of selfie, e-mail and phone number.
  public static Level derive(Map<String, String> subject) {
    boolean addressProven =
        isPresent(subject, "residentialAddressProofFile")
            && isPresent(subject, "residentialAddressCity")
            && isPresent(subject, "residentialAddressProofCategory");
    var addons = EnumSet.noneOf(Addon.class);
    if (isPresent(subject, "selfieFile")) {
      addons.add(Addon.LIVENESS);
    }
    if (isPresent(subject, "email")) {
      addons.add(Addon.EMAIL);
    }
    if (isPresent(subject, "phoneNumber")) {
      addons.add(Addon.PHONE_NUMBER);
    }
    return new Level(addressProven ? Tier.PLUS : Tier.BASIC, addons, new TreeSet<>());
  }

  /// Whether whoever asks for `required` is served by this level. More never hurts.
  public boolean isAtLeast(Level required) {
    return tier.compareTo(required.tier) >= 0 && addons.containsAll(required.addons);
  }

  /// Whether a level text satisfies a requirement; a text with an unknown tier never does.
  public static boolean matchesOrHigher(Level required, String current) {
    return parse(current).filter(level -> level.isAtLeast(required)).isPresent();
  }

  /// The best of the texts that satisfy a requirement; the earlier one of equals.
  public static Optional<String> pickHighestMatching(Level required, Collection<String> texts) {
    String best = null;
    int bestScore = -1;
    for (String text : texts) {
      Optional<Level> level = parse(text).filter(candidate -> candidate.isAtLeast(required));
      if (level.isPresent() && level.get().score() > bestScore) {
        best = text;
        bestScore = level.get().score();
      }
    }
    return Optional.ofNullable(best);
  }

  /// The rank among matching levels: a proven address outweighs all addons, and addons that
  /// idOS does not know count nothing.
  public int score() {
    return (tier == Tier.PLUS ? 100 : 0) + 10 * addons.size();
  }

  /// The level as text, addons in their fixed order.
  public String text() {
    return Stream.of(
            Stream.of(tier.wireName()),
            addons.stream().map(Addon::wireName),
            foreignAddons.stream())
        .flatMap(part -> part)
        .collect(Collectors.joining("+"));
  }

  @Override
  public String toString() {
    return text();
  }

  private static Set<Addon> knownOf(List<String> names) {
    var known = EnumSet.noneOf(Addon.class);
    names.forEach(name -> Addon.named(name).ifPresent(known::add));
    return known;
  }

  private static SortedSet<String> foreignOf(List<String> names) {
    var foreign = new TreeSet<>(names);
    foreign.removeIf(name -> name.isEmpty() || Addon.named(name).isPresent());
    return foreign;
  }

  private static boolean isPresent(Map<String, String> subject, String member) {
    return !subject.getOrDefault(member, "").isEmpty();
  }
}
