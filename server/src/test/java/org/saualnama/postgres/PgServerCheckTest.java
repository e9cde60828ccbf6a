package org.saualnama.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saualnama.Node;
import org.slf4j.LoggerFactory;

/** What an outside PostgreSQL must not do, and what it had better not. */
final class PgServerCheckTest {
  private final Vertx vertx = Vertx.vertx();
  private final DatabaseUrl owner = TestDatabase.create();

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(1, TimeUnit.MINUTES);
  }

  @Test
  void itWarnsOfARoleThatOwnsItsTablesAndOfNoOther() throws Exception {
    assertEquals(List.of(), told(TestDatabase.roles(owner).server()));
    List<String> told = told(owner);
    assertEquals(1, told.size());
    assertTrue(told.get(0).contains("owns its tables"), told::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "log_statement, all, none",
    "log_duration, on, off",
    "log_min_duration_statement, 0, -1",
    "log_parameter_max_length_on_error, -1, 0"
  })
  void oneThatWouldWriteAnswersOrTimesDownIsRefusedAndToldHow(
      String setting, String wrong, String right) {
    Node.query(
        owner, "ALTER DATABASE %s SET %s = '%s'".formatted(owner.database(), setting, wrong));
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> told(TestDatabase.roles(owner).server()));
    assertTrue(refused.getMessage().contains(setting + " must be " + right), refused::getMessage);
  }

  private List<String> told(DatabaseUrl database) throws Exception {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(PgServerCheck.class);
    logger.addAppender(log);
    PgServerCheck.run(Pools.open(vertx, database)).await(1, TimeUnit.MINUTES);
    logger.detachAppender(log);
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
