package org.saualnama.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgPlainAudit;
import org.saualnama.backup.PgTables.Table;
import org.saualnama.json.Json;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.PlainConnection;
import org.saualnama.secret.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes all that a database held at one moment into one sealed file, while servers go on. */
public final class PgBackup {
  private static final Logger LOG = LoggerFactory.getLogger(PgBackup.class);

  static final String ABOUT = "about";

  // A release that came meanwhile could not sweep the box: this command still saw what lay in it.
  private static final String SWEEP = "VACUUM submission, imported";

  /** What a backup says of itself: its schema, and its tables in the order in which they follow. */
  record About(String schema, List<Table> tables) {}

  private PgBackup() {}

  /**
   * Writes it, with mode 0600.
   *
   * @param file which must not exist
   */
  public static void write(DatabaseUrl database, Secret secret, Path file) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file + " is there already: choose another name");
    }
    Path folder = file.toAbsolutePath().getParent();
    // Under another name first: what bears the name of a backup is a whole one.
    Path draft =
        Files.createTempFile(
            folder,
            ".backup",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (Connection connection = PlainConnection.open(database)) {
        checkOwner(connection, secret);
        // Before the snapshot, so that whoever restores it reads of it.
        note(connection, secret);
        writeDurably(connection, secret, draft);
        connection.rollback();
        Files.move(draft, file);
        sync(folder);
        sweep(connection);
      }
    } catch (SQLException e) {
      throw new IOException("the backup can't be made: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void checkOwner(Connection connection, Secret secret)
      throws IOException, SQLException {
    if (!PgTables.occupied(connection)) {
      throw new IOException("this database holds no installation");
    }
    if (!PgTables.belongsTo(connection, secret)) {
      throw new IOException(
          "this database belongs to another secret: put the right SECRET_FILE in place");
    }
  }

  private static void note(Connection connection, Secret secret) throws SQLException {
    PgPlainAudit.append(
        connection,
        secret,
        new AuditEntry("server", "installation.backup", Optional.empty(), Map.of()));
    connection.commit();
  }

  private static void writeDurably(Connection connection, Secret secret, Path draft)
      throws IOException, SQLException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      OutputStream open = Channels.newOutputStream(channel);
      OutputStream file =
          new BufferedOutputStream(open) {
            @Override
            public void close() throws IOException {
              flush();
              channel.force(true);
              super.close();
            }
          };
      try (ZipOutputStream zip = new ZipOutputStream(new SealingStream(file, secret))) {
        writeSnapshot(connection, zip);
      }
    }
  }

  private static void writeSnapshot(Connection connection, ZipOutputStream zip)
      throws IOException, SQLException {
    List<Table> tables = PgTables.of(connection);
    connection.rollback();
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    // Before anything else: the first SELECT takes the snapshot, and a lock may be waited for.
    lock(connection, tables);
    if (!PgTables.of(connection).equals(tables)) {
      throw new IOException("the schema was changed meanwhile: make the backup once more");
    }
    zip.putNextEntry(new ZipEntry(ABOUT));
    zip.write(Json.write(new About(PgTables.version(connection), tables)));
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    for (Table table : tables) {
      zip.putNextEntry(new ZipEntry(table.name()));
      copy.copyOut(table.copyOut(), zip);
    }
  }

  // A migration that writes a table anew would leave it empty for a snapshot from before.
  private static void lock(Connection connection, List<Table> tables) throws SQLException {
    String names = tables.stream().map(Table::quoted).collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE " + names + " IN ACCESS SHARE MODE");
    }
  }

  /** A name is on the disk once its folder is. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  /** The backup is there, whatever becomes of this; the database's own sweep comes later. */
  private static void sweep(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      connection.setReadOnly(false);
      connection.setAutoCommit(true);
      statement.execute(SWEEP);
    } catch (SQLException e) {
      LOG.warn("what the backup kept from being swept is left to autovacuum", e);
    }
  }
}
