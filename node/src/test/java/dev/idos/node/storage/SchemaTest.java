package dev.idos.node.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.ledger.Tables;
import dev.idos.ledger.store.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

  @Test
  void the_migrated_schema_is_that_of_every_table_and_index(@TempDir Path folder)
      throws SQLException {
    Path database = folder.resolve("idos.db");
    Migrations.apply(database);
    for (Table<?> table : tables()) {
      assertThat(statementsOf(database, table.name()))
          .as("the table %s: what is missing goes into a migration", table.name())
          .containsExactlyInAnyOrderElementsOf(SchemaText.of(table));
    }
  }

  @Test
  void a_schema_that_is_up_to_date_is_left_alone(@TempDir Path folder) throws SQLException {
    Path database = folder.resolve("idos.db");
    Migrations.apply(database);
    var before = statementsOf(database, "blocks");
    Migrations.apply(database);
    assertThat(statementsOf(database, "blocks")).isEqualTo(before);
  }

  private static List<Table<?>> tables() {
    return Stream.concat(Tables.all().stream(), Stream.of(BlockRow.TABLE, ReceiptRow.TABLE))
        .toList();
  }

  /// The statements as SQLite keeps them, of a table and its indexes.
  private static List<String> statementsOf(Path database, String table) throws SQLException {
    var statements = new ArrayList<String>();
    try (Connection connection = DriverManager.getConnection(SqliteFile.url(database));
        var query =
            connection.prepareStatement(
                "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL")) {
      query.setString(1, table);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          statements.add(rows.getString(1));
        }
      }
    }
    return statements;
  }
}
