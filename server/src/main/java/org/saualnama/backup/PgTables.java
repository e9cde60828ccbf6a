package org.saualnama.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saualnama.postgres.PgInstallation;
import org.saualnama.secret.Secret;

/** Which tables a backup holds, each after those that it refers to, with their columns. */
final class PgTables {
  /** What opens a door for a while: nobody is signed in by a restore, or let in again. */
  private static final Set<String> LEFT_OUT = Set.of("session", "refresh_token", "set_up_link");

  private static final String HISTORY = "flyway_schema_history";

  /**
   * In a table rows lie as they came. What is sealed begins with a random nonce and receipts are
   * hashes, so that these orders tell nothing of who came when.
   */
  private static final Map<String, String> ORDERS =
      Map.of(
          "submission", "sealed",
          "imported", "sealed",
          "set_aside", "sealed",
          "receipt", "receipt",
          "import", "import",
          "response_text", "text");

  // A partition is read as a part of its table.
  private static final String COLUMNS =
      """
      SELECT c.relname, array_agg(quote_ident(a.attname) ORDER BY a.attnum)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = current_schema()::regnamespace
        AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      GROUP BY c.relname ORDER BY c.relname
      """;

  private static final String REFERENCES =
      """
      SELECT f.relname, t.relname FROM pg_constraint k
      JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
      WHERE k.contype = 'f' AND f.relnamespace = current_schema()::regnamespace
      """;

  private static final String VERSION =
      "SELECT version FROM flyway_schema_history"
          + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1";

  private static final String EXISTS = "SELECT to_regclass('installation') IS NOT NULL";

  private static final String OCCUPIED = "SELECT EXISTS (SELECT FROM installation)";

  private static final String CHECK =
      "SELECT coalesce((SELECT encode(secret_check, 'hex') FROM installation), '')";

  /** A table and its columns, quoted. */
  record Table(String name, List<String> columns) {
    /** What writes it out. */
    String copyOut() {
      String order = ORDERS.containsKey(name) ? " ORDER BY " + ORDERS.get(name) : "";
      return "COPY (SELECT " + list() + " FROM " + quoted() + order + ") TO STDOUT";
    }

    /** What reads it in. */
    String copyIn() {
      return "COPY " + quoted() + " (" + list() + ") FROM STDIN";
    }

    String quoted() {
      return '"' + name + '"';
    }

    private String list() {
      return String.join(", ", columns);
    }
  }

  private PgTables() {}

  static List<Table> of(Connection connection) throws SQLException {
    Map<String, Table> left = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        String name = rows.getString(1);
        if (!name.equals(HISTORY) && !LEFT_OUT.contains(name)) {
          Array columns = rows.getArray(2);
          left.put(name, new Table(name, List.of((String[]) columns.getArray())));
        }
      }
    }
    return inOrder(left, references(connection));
  }

  private static List<String[]> references(Connection connection) throws SQLException {
    List<String[]> references = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(REFERENCES)) {
      while (rows.next()) {
        references.add(new String[] {rows.getString(1), rows.getString(2)});
      }
    }
    return references;
  }

  private static List<Table> inOrder(Map<String, Table> left, List<String[]> references) {
    List<Table> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      List<Table> ready =
          left.values().stream()
              .filter(
                  table ->
                      references.stream()
                          .noneMatch(
                              pair ->
                                  pair[0].equals(table.name())
                                      && !pair[1].equals(table.name())
                                      && left.containsKey(pair[1])))
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("these tables refer to each other: " + left.keySet());
      }
      ordered.addAll(ready);
      ready.forEach(table -> left.remove(table.name()));
    }
    return ordered;
  }

  /** The last migration that the schema has seen. */
  static String version(Connection connection) throws SQLException {
    return one(connection, VERSION);
  }

  /** Whether a server has ever started on it, or a backup was restored into it. */
  static boolean occupied(Connection connection) throws SQLException {
    return one(connection, EXISTS).equals("t") && one(connection, OCCUPIED).equals("t");
  }

  /** Whether what lies here was sealed under {@code secret}. */
  static boolean belongsTo(Connection connection, Secret secret) throws SQLException {
    return one(connection, CHECK).equals(HexFormat.of().formatHex(PgInstallation.check(secret)));
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
