package org.saualnama.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.saualnama.secret.Secret;

/** A PostgreSQL of our own in a folder, for those who have none: durable, and silent about rows. */
public final class EmbeddedServer implements AutoCloseable {
  // The library's defaults are for throw-away tests: fsync and synchronous_commit off.
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("max_connections", "100"),
          Map.entry("shared_buffers", "256MB"),
          Map.entry("max_wal_size", "2GB"),
          // What was released should not lie about in old log files.
          Map.entry("wal_recycle", "off"),
          // Rows must not reach the log: no statements, no parameters, no DETAIL of errors.
          Map.entry("log_statement", "none"),
          Map.entry("log_min_duration_statement", "-1"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_parameter_max_length", "0"),
          Map.entry("log_parameter_max_length_on_error", "0"),
          Map.entry("track_commit_timestamp", "off"));

  private static final String ACCESS =
      """
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128      scram-sha-256
      """;

  private final EmbeddedPostgres postgres;
  private final DatabaseRoles roles;
  private final FileChannel lock;

  private EmbeddedServer(EmbeddedPostgres postgres, DatabaseRoles roles, FileChannel lock) {
    this.postgres = postgres;
    this.roles = roles;
    this.lock = lock;
  }

  /**
   * Starts a server on {@code folder/postgres}, made if it is missing; its log is {@code
   * folder/postgres.log}.
   *
   * @param secret what its passwords derive from: other users of this machine could reach its port
   * @throws IllegalStateException if another process serves this folder
   */
  public static EmbeddedServer start(Path folder, Secret secret) throws IOException {
    String password = password(secret);
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held = lock.tryLock();
    if (held == null) {
      lock.close();
      throw new IllegalStateException(
          folder + " is served by another process: stop it, or choose another DATA_DIR");
    }
    Path data = folder.resolve("postgres").toAbsolutePath();
    Orphan.end(data);
    ProcessBuilder.Redirect log =
        ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setConnectConfig("password", password)
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("encoding", "UTF8")
            .setErrorRedirector(log)
            .setOutputRedirector(log);
    SETTINGS.forEach(builder::setServerConfig);
    EmbeddedPostgres postgres = builder.start();
    lockOut(postgres, data, password);
    return new EmbeddedServer(postgres, roles(postgres.getPort(), secret), lock);
  }

  /** The server that another process of ours has started on {@code folder} and still serves. */
  public static Optional<DatabaseRoles> running(Path folder, Secret secret) throws IOException {
    Path file = folder.resolve("lock");
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try (FileChannel lock = FileChannel.open(file, StandardOpenOption.WRITE)) {
      // Free: nobody serves it, and closing the file gives the lock back.
      return lock.tryLock() != null
          ? Optional.empty()
          : Optional.of(roles(Orphan.port(folder.resolve("postgres")), secret));
    }
  }

  /** What the embedded PostgreSQL of an installation asks of its owner. */
  public static String password(Secret secret) {
    return HexFormat.of().formatHex(secret.key("embedded-postgres"));
  }

  public DatabaseRoles roles() {
    return roles;
  }

  private static DatabaseRoles roles(int port, Secret secret) {
    DatabaseUrl owner =
        new DatabaseUrl("localhost", port, "postgres", "postgres", password(secret));
    String password = EmbeddedRole.password(secret);
    EmbeddedRole.prepare(owner, password);
    return new DatabaseRoles(
        new DatabaseUrl("localhost", port, "postgres", EmbeddedRole.NAME, password),
        Optional.of(owner));
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    lock.close();
  }

  /** A new server trusts whoever reaches its port; from its first minute on it must not. */
  private static void lockOut(EmbeddedPostgres postgres, Path data, String password)
      throws IOException {
    Path access = data.resolve("pg_hba.conf");
    if (Files.readString(access).equals(ACCESS)) {
      return;
    }
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      // Hexadecimal, so there is nothing to quote; DDL takes no parameters.
      statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
      Files.writeString(access, ACCESS);
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException("the new PostgreSQL can't be locked", e);
    }
  }
}
