package org.saualnama.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.Node;

/** What the server's own role can't do to its database, whoever has taken the server over. */
final class DatabaseRolesTest {
  private static final DatabaseUrl OWNER = TestDatabase.create();
  private static final DatabaseUrl SERVER = TestDatabase.roles(OWNER).server();

  private static final String TABLES =
      "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET line = ''",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
        "DROP TABLE audit_entry",
        "BEGIN; LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE",
        "UPDATE receipt SET receipt = ''",
        "DELETE FROM receipt",
        "DELETE FROM import",
        "UPDATE submission SET sealed = ''",
        "UPDATE imported SET sealed = ''",
        "UPDATE response SET answers = '{}'",
        "DELETE FROM response",
        "SELECT FROM response_text",
        "SELECT sealed FROM set_aside",
        "DELETE FROM set_aside",
        "UPDATE release SET withdrawn = true",
        "DELETE FROM published_figure",
        "UPDATE release_weighting SET weights = null",
        "DELETE FROM erratum",
        "UPDATE tally SET respondents = 0",
        "DELETE FROM profile",
        "UPDATE survey SET survey = ''",
        "DELETE FROM survey",
        "UPDATE survey_version SET definition = ''",
        "UPDATE installation SET demo = true",
        "DELETE FROM draft",
        "UPDATE account_grant SET role = 'admin'",
        "UPDATE flyway_schema_history SET success = true",
        "CREATE TABLE more (one int)",
        "CREATE FUNCTION more() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION lock_audit() RETURNS void LANGUAGE sql AS ''",
        "ALTER TABLE survey ADD COLUMN more int",
        "CREATE INDEX ON response (profile)",
        "DROP TRIGGER published_for_good ON release",
        "CREATE ROLE more",
        "ALTER ROLE lesser SUPERUSER",
        "SET ROLE postgres",
        "SET session_replication_role = replica",
        "COPY audit_entry TO PROGRAM 'cat'",
        "SELECT pg_read_file('postgresql.conf')",
      })
  void theServersRoleIsRefused(String statement) {
    Exception refused =
        assertThrows(IllegalStateException.class, () -> Node.query(SERVER, statement));
    String why = refused.getCause().getMessage();
    assertTrue(why.contains("permission denied") || why.contains("must be owner"), why);
  }

  @Test
  void aRoleThatMayChangeTheAuditLogByAnotherWayIsNoticed() {
    DatabaseUrl database = TestDatabase.create();
    DatabaseRoles roles = TestDatabase.roles(database);
    Migrations.run(roles);
    Node.query(database, "GRANT DELETE ON audit_entry TO PUBLIC");
    String why =
        assertThrows(IllegalStateException.class, () -> Migrations.run(roles)).getMessage();
    assertTrue(why.contains("may change the audit log"), why);
  }

  @Test
  void noTableCanBeEmptiedAtOnceOrAltered() {
    for (List<String> table : Node.query(OWNER, TABLES)) {
      theServersRoleIsRefused("TRUNCATE " + table.get(0));
      theServersRoleIsRefused("ALTER TABLE " + table.get(0) + " DISABLE TRIGGER ALL");
    }
  }

  @Test
  void everyTableHasItsRightsWrittenDown() {
    String none =
        TABLES
            + " AND NOT EXISTS (SELECT FROM aclexplode(relacl) a"
            + " WHERE a.grantee = 'lesser'::regrole)";
    assertEquals(List.of(), Node.query(OWNER, none), "say in grants.sql what the server may");
  }

  @Test
  void rightsThatAreNoLongerNeededAreTakenBack() {
    DatabaseUrl owner = TestDatabase.create();
    Node.query(owner, "GRANT ALL ON audit_entry, response TO lesser");
    Migrations.run(TestDatabase.roles(owner));
    String rights =
        "SELECT string_agg(privilege_type, ' ' ORDER BY privilege_type) FROM pg_class,"
            + " aclexplode(relacl) WHERE relname = 'audit_entry' AND grantee = 'lesser'::regrole";
    assertEquals("INSERT SELECT", Node.query(owner, rights).get(0).get(0));
  }

  @Test
  void aRoleThatOwnsTheSchemaIsNoLesserOne() {
    DatabaseUrl owner = TestDatabase.create();
    Node.query(owner, "GRANT CREATE ON SCHEMA public TO lesser");
    assertTrue(refusal(owner).contains("DATABASE_URL"));
    Node.query(owner, "REVOKE CREATE ON SCHEMA public FROM lesser");
    Migrations.run(TestDatabase.roles(owner));
  }

  @Test
  void aLesserRoleAloneStartsOnASchemaThatIsUpToDateOnly() {
    DatabaseUrl owner = TestDatabase.createEmpty();
    DatabaseRoles alone = new DatabaseRoles(TestDatabase.roles(owner).server(), none());
    String why =
        assertThrows(IllegalStateException.class, () -> Migrations.run(alone)).getMessage();
    assertTrue(why.contains("MIGRATION_URL"), why);
    Migrations.run(TestDatabase.roles(owner));
    Migrations.run(alone);
  }

  @Test
  void oneRoleForAllStillDoes() {
    DatabaseUrl owner = TestDatabase.createEmpty();
    Migrations.run(new DatabaseRoles(owner, none()));
    Migrations.run(new DatabaseRoles(owner, none()));
    assertEquals("0", Node.query(owner, "SELECT count(*) FROM audit_entry").get(0).get(0));
  }

  private static Optional<DatabaseUrl> none() {
    return Optional.empty();
  }

  private static String refusal(DatabaseUrl owner) {
    return assertThrows(
            IllegalStateException.class, () -> Migrations.run(TestDatabase.roles(owner)))
        .getMessage();
  }
}
