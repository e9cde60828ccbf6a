package org.saualnama.postgres;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/** Tells a database that can't be asked for now from one that was asked something wrong. */
public final class PgOutage {
  /**
   * By SQLSTATE: the connection is lost; no room, memory or connections are left; an operator or a
   * crash ended it, or it isn't up yet; its files can't be read or written.
   */
  private static final List<String> STATES = List.of("08", "53", "57P0", "58030");

  /** The client has no classes for these: all connections are in use, and stay so. */
  private static final Set<String> NO_CONNECTION =
      Set.of("Timeout waiting for connection", "Timeout");

  private PgOutage() {}

  /** Whether the same may go well in a moment. */
  public static boolean isOne(Throwable failure) {
    if (failure instanceof DatabaseException said) {
      String state = String.valueOf(said.getSqlState());
      return STATES.stream().anyMatch(state::startsWith);
    }
    return failure instanceof ClosedConnectionException
        || failure instanceof ConnectionPoolTooBusyException
        || failure instanceof SocketException
        || failure instanceof UnknownHostException
        || (failure != null && NO_CONNECTION.contains(String.valueOf(failure.getMessage())));
  }
}
