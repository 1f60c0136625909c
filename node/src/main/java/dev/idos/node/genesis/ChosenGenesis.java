package dev.idos.node.genesis;

import dev.idos.ledger.genesis.Genesis;
import dev.idos.node.NodeConfig;
import dev.idos.node.storage.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The genesis a node is started with: the file the operator names, else the folder's own, else one
/// that is made up for trying out.
///
/// @param text the file as the folder keeps it, with everything said
public record ChosenGenesis(Genesis genesis, String text) {

  /// Finds or makes it. A file without a time gets the folder's, or now if the folder is new.
  ///
  /// @throws GenesisRefused if a file says something impossible
  public static ChosenGenesis of(
      NodeConfig config, DataFolder folder, Clock clock, SecureRandom chance) {
    long now = clock.instant().getEpochSecond();
    Optional<Genesis> kept = folder.genesisFile().map(text -> GenesisFile.read(text, now));
    if (config.genesis().isPresent()) {
      long time = kept.map(Genesis::timeSeconds).orElse(now);
      return whole(GenesisFile.read(text(config.genesis().get()), time));
    }
    return whole(kept.orElseGet(() -> madeUp(config, folder, now, chance)));
  }

  private static ChosenGenesis whole(Genesis genesis) {
    return new ChosenGenesis(genesis, GenesisFile.write(genesis));
  }

  /// The keys are on the disk before the genesis that names them.
  private static Genesis madeUp(
      NodeConfig config, DataFolder folder, long now, SecureRandom chance) {
    DemoKeys keys;
    if (DemoKeys.areIn(folder.path())) {
      keys = DemoKeys.read(folder.path());
    } else {
      keys = DemoKeys.generate(chance);
      keys.write(folder.path());
    }
    List<String> urls = config.publicUrls().stream().map(Object::toString).toList();
    return GenesisFile.forTryingOut(keys, now, urls, chance);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new GenesisRefused("the genesis file " + file + " cannot be read", unreadable);
    }
  }
}
