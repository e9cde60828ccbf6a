package org.saualnama.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.saualnama.Eventually;
import org.saualnama.postgres.DatabaseUrl;

/** A durable PostgreSQL of a test's own that can be killed and comes back at the same address. */
final class OutsidePostgres implements AutoCloseable {
  private static final int ANY_PORT = 0;

  private final Path data;
  private EmbeddedPostgres postgres;

  private OutsidePostgres(Path data) {
    this.data = data;
  }

  /** Makes one in {@code data}, an empty folder or none yet, and starts it. */
  static OutsidePostgres start(Path data) throws IOException {
    OutsidePostgres outside = new OutsidePostgres(data);
    outside.postgres = outside.startAt(ANY_PORT);
    return outside;
  }

  private EmbeddedPostgres startAt(int port) throws IOException {
    ProcessBuilder.Redirect log =
        ProcessBuilder.Redirect.appendTo(data.resolveSibling("postgres.log").toFile());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(true)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("encoding", "UTF8")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setErrorRedirector(log)
            .setOutputRedirector(log);
    return (port == ANY_PORT ? builder : builder.setPort(port)).start();
  }

  DatabaseUrl url() {
    return new DatabaseUrl("localhost", postgres.getPort(), "postgres", "postgres", "postgres");
  }

  /** As a machine that goes off: every process of it at once, first the one that starts others. */
  void kill() {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> parts = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    parts.forEach(ProcessHandle::destroyForcibly);
  }

  private ProcessHandle postmaster() {
    try {
      String pid = Files.readAllLines(pidFile()).get(0).strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it ended by itself and in order, after which its folder is nobody's. */
  boolean hasEnded() {
    return !Files.exists(pidFile());
  }

  /** After a kill; what is left of the old one may keep the new one waiting for a moment. */
  void restart() {
    int port = postgres.getPort();
    letGo();
    Eventually.until("PostgreSQL is back", () -> tryToStart(port));
  }

  /** What stood for the dead one still holds its folder. */
  private void letGo() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean tryToStart(int port) {
    try {
      // Where nobody waits for dead processes, its number still looks alive.
      Files.deleteIfExists(pidFile());
      postgres = startAt(port);
      return true;
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
