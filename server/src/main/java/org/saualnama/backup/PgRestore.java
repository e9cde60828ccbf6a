package org.saualnama.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgPlainAudit;
import org.saualnama.backup.PgBackup.About;
import org.saualnama.backup.PgTables.Table;
import org.saualnama.json.Json;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.Migrations;
import org.saualnama.postgres.PlainConnection;
import org.saualnama.secret.Secret;

/** Makes an installation of a backup, in an empty database: all of it in one transaction. */
public final class PgRestore {
  private static final String NEW_EPOCH = "UPDATE installation SET epoch = gen_random_uuid()";

  private static final String LAST_RELEASES =
      "SELECT survey, max(release) FROM release GROUP BY survey";

  private PgRestore() {}

  /**
   * Restores {@code file}.
   *
   * @return the last release of each survey that has any
   * @throws IOException if the database is in use, or the file is not whole and of this secret
   */
  public static Map<String, Integer> read(DatabaseUrl database, Secret secret, Path file)
      throws IOException {
    try (InputStream stored = new BufferedInputStream(Files.newInputStream(file));
        InputStream opened = new OpeningStream(stored, secret);
        ZipInputStream zip = new ZipInputStream(opened);
        Connection connection = PlainConnection.open(database)) {
      About about = about(zip);
      prepare(connection, database, about.schema());
      fill(connection, zip, about);
      // A file has an end, and this is it; only now is it known to be whole.
      opened.transferTo(OutputStream.nullOutputStream());
      execute(connection, NEW_EPOCH);
      PgPlainAudit.append(
          connection,
          secret,
          new AuditEntry("server", "installation.restore", Optional.empty(), Map.of()));
      connection.commit();
      Migrations.run(database, "latest");
      execute(connection, "ANALYZE");
      Map<String, Integer> last = lastReleases(connection);
      connection.commit();
      return last;
    } catch (SQLException e) {
      throw new IOException("the backup can't be restored: " + e.getMessage(), e);
    }
  }

  private static About about(ZipInputStream zip) throws IOException {
    ZipEntry first = zip.getNextEntry();
    if (first == null || !first.getName().equals(PgBackup.ABOUT)) {
      throw new IOException("this backup does not say what it is");
    }
    return Json.read(zip.readAllBytes(), About.class);
  }

  /** Brings the schema to where it was, for later migrations expect to find what was there. */
  private static void prepare(Connection connection, DatabaseUrl database, String schema)
      throws IOException, SQLException {
    if (PgTables.occupied(connection)) {
      throw new IOException("this database is in use: restore into an empty one");
    }
    connection.commit();
    if (!Migrations.know(database, schema)) {
      throw new IOException(
          "this backup is of a newer schema (%s): restore it with the program that made it, or a"
                  .formatted(schema)
              + " newer one");
    }
    Migrations.run(database, schema);
    if (!PgTables.version(connection).equals(schema)) {
      throw new IOException(
          "this database has a newer schema than the backup: restore into an empty one");
    }
  }

  private static void fill(Connection connection, ZipInputStream zip, About about)
      throws IOException, SQLException {
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    Map<String, Table> tables =
        about.tables().stream().collect(Collectors.toMap(Table::name, table -> table));
    Set<String> left = new HashSet<>(tables.keySet());
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!left.remove(entry.getName())) {
        throw new IOException("this backup has a table too many: " + entry.getName());
      }
      copy.copyIn(tables.get(entry.getName()).copyIn(), zip);
    }
    if (!left.isEmpty()) {
      throw new IOException("this backup lacks tables: " + left);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Map<String, Integer> lastReleases(Connection connection) throws SQLException {
    Map<String, Integer> last = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(LAST_RELEASES)) {
      while (rows.next()) {
        last.put(rows.getString(1), rows.getInt(2));
      }
    }
    return last;
  }
}
