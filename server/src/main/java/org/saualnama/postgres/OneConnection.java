package org.saualnama.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The same connection for all who ask for one. Flyway asks for two: it makes tables in one, and
 * notes in the other that they are made, a moment after they are there for good. Whoever is killed
 * in between leaves tables that the next start would make once more, and can't; in one connection
 * both are one transaction.
 */
@SuppressWarnings("serial")
final class OneConnection extends PGSimpleDataSource implements AutoCloseable {
  private final DatabaseUrl database;
  private Connection real;

  OneConnection(DatabaseUrl database) {
    this.database = database;
    setUrl(database.jdbcUrl());
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (real == null) {
      real = super.getConnection(database.user(), database.password());
    }
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> pass(method, arguments));
  }

  /** All but the end, which is not theirs to decide. */
  private Object pass(Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("close")) {
      return null;
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws SQLException {
    if (real != null) {
      real.close();
    }
  }
}
