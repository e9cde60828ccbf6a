package org.saualnama.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.saualnama.secret.Hmac;
import org.saualnama.secret.Secret;

/** The same log for whoever copies whole tables, which the other client can't: a restore. */
public final class PgPlainAudit {
  // As the owner of the table, and perhaps of a schema in which nobody else can.
  private static final String LOCK = "LOCK TABLE audit_entry IN SHARE ROW EXCLUSIVE MODE";

  private static final String INSERT =
      "INSERT INTO audit_entry (number, line, seal) VALUES (?, ?, ?)";

  private PgPlainAudit() {}

  /** Adds {@code entry} in the transaction of what it tells of. */
  public static void append(Connection transaction, Secret secret, AuditEntry entry)
      throws SQLException {
    long number = 1;
    String previous = Chain.START;
    try (Statement statement = transaction.createStatement()) {
      statement.execute(LOCK);
      try (ResultSet last = statement.executeQuery(PgAudit.LAST)) {
        if (last.next()) {
          number = last.getLong("number") + 1;
          previous = Chain.hash(last.getString("line"));
        }
      }
    }
    String line = Chain.line(number, Instant.now(), entry, previous);
    try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
      insert.setLong(1, number);
      insert.setString(2, line);
      insert.setBytes(3, new Hmac(secret.key("audit")).of(line));
      insert.executeUpdate();
    }
  }
}
