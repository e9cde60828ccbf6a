package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.json.Json;
import org.slf4j.LoggerFactory;

/** The second promise: nothing the server keeps ties an answer to a person. */
final class PrivacyTest {
  private static final String AGENT = "OldPhone/1.0 (Qostanai)";
  private static final String WORDS = "planted an apple tree";

  private static final Set<String> STAFF =
      Set.of(
          "session",
          "set_up_link",
          "signing_key",
          "api_key",
          "failed_sign_in",
          "draft",
          "draft_revision");

  @TempDir private Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Node node;

  @BeforeEach
  void start() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.DEBUG);
    log.setContext(context);
    log.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
    node = Node.start(folder, TestDefs.shipped(), true);
  }

  @AfterEach
  void stop() {
    node.close();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAppender(log);
    root.setLevel(Level.WARN);
  }

  @Test
  void theTablesHoldNoAddressTimeOrNumberOfARespondent() {
    Map<String, String> columns = new TreeMap<>();
    node.query(
            "SELECT table_name || '.' || column_name, data_type FROM information_schema.columns"
                + " WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'"
                + " AND (data_type LIKE 'timestamp%' OR data_type IN ('inet', 'date', 'time')"
                + " OR column_default LIKE 'nextval%' OR is_identity = 'YES')")
        .forEach(row -> columns.put(row.get(0), row.get(1)));
    // Those of people who work here say nothing of respondents.
    columns.keySet().removeIf(PrivacyTest::isOfStaff);
    assertEquals(
        Map.of(
            "erratum.day", "date",
            "release.cut_at", "timestamp with time zone",
            "survey.closes", "timestamp with time zone",
            "survey_version.published_at", "timestamp with time zone"),
        columns);
  }

  private static boolean isOfStaff(String column) {
    return STAFF.contains(column.substring(0, column.indexOf('.')));
  }

  @Test
  void neitherTheBoxNorTheResponsesNorAnyLogTellWhoAnsweredWhat() {
    UUID id = UUID.randomUUID();
    String receipt = submit(id);
    String waiting = everything();
    assertTrue(waiting.contains(receipt));
    assertFalse(waiting.contains(WORDS), "the box is sealed");
    assertFalse(waiting.contains("KZ-39"), "the box is sealed");
    for (int i = 0; i < 120; i++) {
      submit(UUID.randomUUID());
    }
    Eventually.until("a release", () -> !node.value("SELECT count(*) FROM response").equals("0"));
    String released = everything();
    assertTrue(released.contains(WORDS) && released.contains("KZ-39"));
    for (String secret : List.of(id.toString(), AGENT, "127.0.0.1")) {
      assertFalse(released.contains(secret), secret);
      assertFalse(waiting.contains(secret), secret);
    }
    String said = logged();
    for (String secret : List.of(id.toString(), AGENT, WORDS, "KZ-39", receipt)) {
      assertFalse(said.contains(secret), () -> "the log says " + secret);
    }
  }

  @Test
  void theResponseCarriesNoReceiptAndTheReceiptNoAnswer() {
    assertEquals(
        "receipt,survey",
        node.value(
            "SELECT string_agg(column_name, ',' ORDER BY column_name)"
                + " FROM information_schema.columns WHERE table_name = 'receipt'"));
    assertEquals(
        "sealed,survey",
        node.value(
            "SELECT string_agg(column_name, ',' ORDER BY column_name)"
                + " FROM information_schema.columns WHERE table_name = 'submission'"));
    assertEquals(
        "item,survey,text",
        node.value(
            "SELECT string_agg(column_name, ',' ORDER BY column_name)"
                + " FROM information_schema.columns WHERE table_name = 'response_text'"));
  }

  private String submit(UUID id) {
    Map<String, Object> answers =
        Map.of("age", "25-34", "region", "KZ-39", "done", List.of("other"), "done.other", WORDS);
    String body =
        node.send(
                HttpRequest.newBuilder(node.uri("/api/v1/surveys/may9-kz/submissions"))
                    .header("Content-Type", "application/json")
                    .header("User-Agent", AGENT)
                    .header("Idempotency-Key", id.toString())
                    .POST(
                        HttpRequest.BodyPublishers.ofByteArray(
                            Json.write(Node.submission(answers)))))
            .body();
    assertTrue(body.startsWith("{\"receipt\":"), body);
    return body.substring(12, 31);
  }

  /** All tables as text, but for the definitions, in which every code stands. */
  private String everything() {
    StringBuilder all = new StringBuilder();
    for (List<String> table :
        node.query(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                + " AND table_name NOT IN ('flyway_schema_history', 'survey_version')")) {
      node.query("SELECT t::text FROM " + table.get(0) + " t")
          .forEach(row -> all.append(row.get(0)));
    }
    return all.toString();
  }

  private String logged() {
    StringBuilder all = new StringBuilder();
    List.copyOf(log.list)
        .forEach(
            event -> all.append(event.getFormattedMessage()).append(event.getThrowableProxy()));
    return all.toString();
  }
}
