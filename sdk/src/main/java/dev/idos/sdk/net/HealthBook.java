package dev.idos.sdk.net;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which nodes failed lately. A failing node rests, longer each time, and is asked last
/// meanwhile; it is never given up, because it may be the only one left.
final class HealthBook {

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 5;

  private record Ailment(int failures, Instant restsUntil) {}

  private final InstantSource clock;
  private final Map<NodeAddress, Ailment> ailments = new HashMap<>();

  HealthBook(InstantSource clock) {
    this.clock = clock;
  }

  /// The addresses in the order to ask them: the well ones as given, then the resting ones.
  synchronized List<NodeAddress> order(List<NodeAddress> addresses) {
    var now = clock.instant();
    var well = new ArrayList<NodeAddress>();
    var resting = new ArrayList<NodeAddress>();
    for (NodeAddress address : addresses) {
      var ailment = ailments.get(address);
      (ailment == null || !now.isBefore(ailment.restsUntil()) ? well : resting).add(address);
    }
    well.addAll(resting);
    return well;
  }

  synchronized void failed(NodeAddress address) {
    var before = ailments.get(address);
    int failures = before == null ? 1 : before.failures() + 1;
    var rest = FIRST_REST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    ailments.put(address, new Ailment(failures, clock.instant().plus(rest)));
  }

  synchronized void answered(NodeAddress address) {
    ailments.remove(address);
  }
}
