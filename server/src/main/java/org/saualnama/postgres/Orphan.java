package org.saualnama.postgres;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL that a killed server leaves behind: two on one folder would destroy it. */
final class Orphan {
  private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);

  /** Of postmaster.pid, counted from 0. */
  private static final int PORT_LINE = 3;

  private Orphan() {}

  /**
   * Ends a server that outlived our killed process; we hold the folder's lock, so it has no owner.
   *
   * <p>Its pid file goes with it: a killed PostgreSQL that nobody has waited for yet (in a
   * container perhaps nobody ever does) still has its number, and would keep the next one from
   * starting.
   */
  static void end(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (Files.notExists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    Optional<ProcessHandle> orphan =
        lines.stream()
            .findFirst()
            .map(String::strip)
            .filter(pid -> pid.matches("\\d+"))
            .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
            .filter(process -> serves(process, data));
    if (orphan.isPresent()) {
      LOG.info("ending the PostgreSQL that a killed server left behind");
      endAndWait(orphan.get());
    } else if (lines.size() > PORT_LINE
        && answers(Integer.parseInt(lines.get(PORT_LINE).strip()))) {
      // Two servers on one folder would destroy it: rather none than a guess.
      throw new IOException(
          "something answers on the port of the last PostgreSQL in this folder: stop it (pid "
              + lines.get(0)
              + "), or remove "
              + pidFile
              + " if it is something else");
    }
    Files.deleteIfExists(pidFile);
  }

  /** Where the server of this folder, which is alive, listens. */
  static int port(Path data) throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
    return Integer.parseInt(lines.get(PORT_LINE).strip());
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The number in an old pid file may by now be another process, even another PostgreSQL. */
  private static boolean serves(ProcessHandle process, Path data) {
    return process.info().arguments().map(List::of).orElse(List.of()).contains(data.toString());
  }

  private static void endAndWait(ProcessHandle orphan) throws IOException {
    orphan.destroy();
    try {
      orphan.onExit().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IOException(
          "the PostgreSQL of a killed server does not end: stop pid " + orphan.pid(), e);
    }
  }
}
