package dev.idos.node.storage;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the schema up to date, forward only. The statements are the one part of the adapter that
/// is written by hand, because what is on somebody's disk must not depend on what the code says
/// today.
final class Migrations {

  private static final String FILES = "classpath:dev/idos/node/storage/sqlite";

  private Migrations() {}

  static void apply(Path database) {
    try {
      flyway(database).migrate();
    } catch (FlywayException failure) {
      throw new FolderRefused(
          "the data folder was written by another version of idos, or is damaged: "
              + failure.getMessage(),
          failure);
    }
  }

  /// Checks that the schema is what these migrations make, and changes nothing.
  static void requireCurrent(Path database) {
    try {
      flyway(database).validate();
    } catch (FlywayException failure) {
      throw new FolderRefused(
          "the data folder was written by another version of idos, or is damaged: "
              + failure.getMessage(),
          failure);
    }
  }

  private static Flyway flyway(Path database) {
    return Flyway.configure()
        .dataSource(SqliteFile.url(database), null, null)
        .locations(FILES)
        .load();
  }
}
