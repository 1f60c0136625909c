package dev.idos.node.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idos.crypto.Sha256;
import dev.idos.ledger.Tables;
import dev.idos.ledger.credentials.Credential;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.store.Fields;
import dev.idos.ledger.store.Table;
import dev.idos.protocol.Utf8;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

  private static final SqlTables TABLES = new SqlTables(Tables.all());

  @Test
  void a_sound_folder_is_found_sound(@TempDir Path path) {
    VerifyReport report = TestFolder.verify(filled(path));
    assertThat(report.differences()).isEmpty();
    assertThat(report.root()).isEqualTo(report.head().stateRoot());
    assertThat(report.rows()).isGreaterThanOrEqualTo(Tables.all().size());
  }

  @Test
  void a_changed_value_in_any_column_of_any_table_is_found(@TempDir Path path) throws SQLException {
    Path database = filled(path).resolve("idos.db");
    try (Connection connection = DriverManager.getConnection(SqliteFile.url(database))) {
      for (String table : tablesOf(connection)) {
        for (String column : columnsOf(connection, table)) {
          if (!column.equals("one")) {
            execute(connection, "CREATE TEMP TABLE kept AS SELECT * FROM " + table);
            execute(connection, "UPDATE %s SET %s = %s".formatted(table, column, other(column)));
            var differences = Verification.of(database, TABLES, TestFolder.CHAIN).differences();
            assertThat(differences).as("%s.%s", table, column).isNotEmpty();
            assertThat(String.join("\n", differences)).contains(nameOf(table, column));
            execute(connection, "DELETE FROM " + table);
            execute(connection, "INSERT INTO %s SELECT * FROM kept".formatted(table));
            execute(connection, "DROP TABLE kept");
          }
        }
      }
    }
    assertThat(TestFolder.verify(path).differences()).isEmpty();
  }

  /// Another value of the same type.
  private static String other(String column) {
    return "CASE typeof(%1$s) WHEN 'integer' THEN %1$s + 1000 WHEN 'text' THEN %1$s || '0'"
            .formatted(column)
        + " WHEN 'blob' THEN CAST(%1$s || x'00' AS BLOB) END".formatted(column);
  }

  /// Where a difference is looked for: the receipts are also told by their blocks.
  private static String nameOf(String table, String column) {
    if (table.equals("chain")) {
      return column.equals("state_root") ? "state root" : "chain";
    }
    return table;
  }

  @Test
  void a_missing_row_is_found(@TempDir Path path) throws SQLException {
    Path database = filled(path).resolve("idos.db");
    try (Connection connection = DriverManager.getConnection(SqliteFile.url(database))) {
      execute(connection, "DELETE FROM accounts");
    }
    assertThat(TestFolder.verify(path).differences())
        .singleElement()
        .asString()
        .startsWith("the rows give the state root");
  }

  @Test
  void a_missing_content_and_one_too_many_are_found(@TempDir Path path) throws SQLException {
    Path database = filled(path).resolve("idos.db");
    try (Connection connection = DriverManager.getConnection(SqliteFile.url(database))) {
      execute(connection, "UPDATE contents SET credential = zeroblob(16)");
    }
    assertThat(TestFolder.verify(path).differences())
        .hasSize(2)
        .allMatch(difference -> difference.startsWith("contents: "));
  }

  @Test
  void a_missing_receipt_is_found(@TempDir Path path) throws SQLException {
    Path database = filled(path).resolve("idos.db");
    try (Connection connection = DriverManager.getConnection(SqliteFile.url(database))) {
      execute(connection, "DELETE FROM receipts");
    }
    assertThat(TestFolder.verify(path).differences())
        .containsExactly("blocks: the block 1 does not follow from its receipts");
  }

  /// A folder with one row in every table.
  private static Path filled(Path path) {
    try (TestFolder folder = TestFolder.open(path)) {
      folder.block(
          TestFolder.START + 1,
          List.of(TestFolder.receipt("one", 1, "alice")),
          List.of(),
          rows -> {
            for (Table<?> table : Tables.all()) {
              if (table != Credentials.TABLE) {
                SampleRows.put(table, rows);
              }
            }
            Credential credential = SampleRows.of(Credentials.TABLE);
            rows.put(Credentials.TABLE, withContent(credential, "a content"));
            rows.putContent(credential.id().value(), "a content");
          });
    }
    return path;
  }

  private static Credential withContent(Credential credential, String content) {
    var values = new ArrayList<>(Credentials.TABLE.fields(credential).values());
    values.set(5, Sha256.of(Utf8.encode(content)));
    return Credentials.TABLE.read(new Fields(values));
  }

  private static List<String> tablesOf(Connection connection) throws SQLException {
    return texts(
        connection,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'flyway%'");
  }

  private static List<String> columnsOf(Connection connection, String table) throws SQLException {
    return texts(connection, "SELECT name FROM pragma_table_info('%s')".formatted(table));
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
