package org.saualnama.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.saualnama.postgres.DatabaseUrl;

/** A line to a database that can be cut, or swallow what is said on it. */
final class Proxy implements AutoCloseable {
  private enum State {
    FINE,
    CUT,
    /** Everything said arrives, and no answer comes back. */
    MUTE,
    /** Nothing arrives, and nobody hangs up. */
    BLACK_HOLE
  }

  private final DatabaseUrl database;
  private final ServerSocket door;
  private final Collection<Line> lines = new ConcurrentLinkedQueue<>();
  private volatile State state = State.FINE;

  /** A fine line to {@code database}. */
  Proxy(DatabaseUrl database) {
    this.database = database;
    try {
      this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(this::accept);
  }

  /** The database, reached by this line. */
  DatabaseUrl url() {
    return new DatabaseUrl(
        door.getInetAddress().getHostAddress(),
        door.getLocalPort(),
        database.database(),
        database.user(),
        database.password());
  }

  /** Hangs up, and goes on hanging up on whoever calls. */
  void cut() {
    state = State.CUT;
    lines.forEach(Line::hangUp);
    lines.clear();
  }

  /** From now on what is said arrives, and no answer comes back: not on these lines, ever. */
  void mute() {
    turn(State.MUTE);
  }

  /** From now on nothing arrives: not on these lines, ever. */
  void blackHole() {
    turn(State.BLACK_HOLE);
  }

  private void turn(State to) {
    state = to;
    lines.forEach(line -> line.state = to);
  }

  /** New lines are fine; a firewall that has forgotten the old ones never remembers them. */
  void heal() {
    state = State.FINE;
  }

  /** Whether the database sees one of these lines come from {@code port}. */
  boolean comesFrom(int port) {
    return lines.stream().anyMatch(line -> line.database.getLocalPort() == port);
  }

  private void accept() throws IOException {
    while (!door.isClosed()) {
      Socket client = door.accept();
      if (state == State.CUT) {
        client.close();
      } else {
        open(client);
      }
    }
  }

  private void open(Socket client) throws IOException {
    try {
      Line line = new Line(client, new Socket(database.host(), database.port()), state);
      lines.add(line);
      run(() -> line.carry(line.client, line.database, State.BLACK_HOLE));
      run(() -> line.carry(line.database, line.client, State.MUTE));
    } catch (IOException e) {
      client.close();
    }
  }

  private static final class Line {
    private final Socket client;
    private final Socket database;
    private volatile State state;

    Line(Socket client, Socket database, State state) {
      this.client = client;
      this.database = database;
      this.state = state;
    }

    /** Until the line is at least as bad as {@code lost}; whoever hangs up is heard even then. */
    void carry(Socket from, Socket to, State lost) throws IOException {
      byte[] bytes = new byte[8_192];
      try (from;
          to) {
        InputStream said = from.getInputStream();
        OutputStream heard = to.getOutputStream();
        for (int count = said.read(bytes); count >= 0; count = said.read(bytes)) {
          if (state.compareTo(lost) < 0) {
            heard.write(bytes, 0, count);
          }
        }
      }
    }

    void hangUp() {
      try {
        client.close();
        database.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void run(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // Somebody hung up, as they may.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
