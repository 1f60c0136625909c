package dev.idos.sdk;

import dev.idos.protocol.Require;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import dev.idos.sdk.net.NodeAddress;
import java.util.HashSet;
import java.util.List;

/// The rule by which several validators may vouch for a key that its owner cannot state just now:
/// equal answers of f+1 of them at one height, so at least one honest one is among them. With
/// fewer than four validators f+1 is one, which is no better than a single node.
public final class KeyQuorum {

  private static final int FEWEST_VALIDATORS = 4;

  private KeyQuorum() {}

  /// What one validator answered.
  ///
  /// @param height the height it answered at
  /// @param key the key it named, in base64
  public record Answer(NodeAddress validator, long height, String key) {}

  /// The key that enough validators name.
  ///
  /// @param validators how many validators the network has, as pinned by whoever calls
  /// @throws Distrusted if there is no such key
  public static RecipientKey agreed(int validators, List<Answer> answers) {
    var asked = new HashSet<NodeAddress>();
    answers.forEach(
        answer -> Require.that(asked.add(answer.validator()), "each validator answers once"));
    if (validators >= FEWEST_VALIDATORS) {
      int enough = (validators - 1) / 3 + 1;
      for (Answer answer : answers) {
        if (answers.stream().filter(other -> isAlike(answer, other)).count() >= enough) {
          return RecipientKey.checked(answer.key());
        }
      }
    }
    throw new Distrusted(Doubt.RECIPIENT_KEY_UNCONFIRMED);
  }

  private static boolean isAlike(Answer one, Answer other) {
    return one.height() == other.height() && one.key().equals(other.key());
  }
}
