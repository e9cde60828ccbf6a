package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.WeighedFeedback;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.json.Json;

/** Both weighting reports over HTTP, and what authors see of a failure. */
final class WeightingRoutesTest {
  private static final String REPORT = "/api/v1/surveys/event-feedback/releases/1/weighting";
  private static final String REASON = "&reason=" + encoded("The yearly quality report");

  @TempDir private static Path folder;
  private static Node node;
  private static Person steward;

  @BeforeAll
  static void start() throws IOException {
    node = WeighedFeedback.start(folder);
    steward = Person.of(node, "samal", Grant.of(Role.STEWARD, WeighedFeedback.SURVEY));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void anybodySeesTheProtectedReportOfEachCollectorOverTheLeastBase() {
    JsonNode report = json(node.get(REPORT));
    assertEquals(10, report.path("min_base").intValue());
    assertEquals(List.of("interviewer:2027-05", "invited", "open"), names(report));
    JsonNode open = report.path("collectors").path(2);
    assertEquals(215, open.path("respondents").intValue());
    assertEquals(210, open.path("effective_size").intValue());
    assertEquals(40, open.at("/margins/0/categories/1/reached_percent").intValue());
    assertEquals(0, open.at("/margins/0/uncovered_percent").intValue());
  }

  @Test
  void aCategoryUnderTheLeastBaseIsWithheldFromThePublic() {
    JsonNode interviews = json(node.get(REPORT)).path("collectors").path(0);
    assertEquals(
        "{\"category\":\"online\",\"status\":\"withheld\"}",
        interviews.at("/margins/0/categories/1").toString());
    assertEquals(40, interviews.at("/margins/0/uncovered_percent").intValue());
  }

  @Test
  void thePublicLearnsOfAFailureWithoutFigures() {
    assertEquals(
        "{\"collector\":\"invited\",\"as_of\":1,\"respondents\":100,\"failed\":true}",
        json(node.get(REPORT)).path("collectors").path(1).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/surveys/event-feedback/releases/2/weighting",
        "/api/v1/surveys/event-feedback/releases/first/weighting",
        "/api/v1/surveys/none/releases/1/weighting"
      })
  void whatIsNotThereIsNotFound(String path) {
    assertEquals(404, node.get(path).statusCode());
  }

  @Test
  void aStewardSeesTheExactReport() {
    JsonNode report = json(exact("?collector=interviewer:2027-05&scheme=calibrated" + REASON));
    assertEquals(39, report.path("respondents").intValue());
    JsonNode online = report.at("/margins/1");
    assertEquals("online", online.path("category").asText());
    assertEquals(9, online.path("unweighted").doubleValue());
    assertEquals(0.4 * 39, online.path("wanted").doubleValue(), 1e-9);
    assertEquals(0.4 * 39, online.path("reached").doubleValue(), 1e-9);
    assertEquals(0.4 * 39 / 9, report.at("/weights/greatest").doubleValue(), 1e-9);
    assertTrue(report.path("effective_size").doubleValue() < 39);
  }

  @Test
  void aStewardSeesByHowMuchMarginsClash() {
    JsonNode report = json(exact("?collector=invited" + REASON));
    assertTrue(report.path("failed").asText().contains("attendance online"));
    assertEquals(40, report.at("/misses/0/wanted").doubleValue(), 1e-9);
  }

  @Test
  void everyLookIsInTheLogWithItsReasonAndNoFigure() {
    String reason = "Checking the panel " + System.nanoTime();
    json(exact("?collector=invited:few&scheme=trimmed&reason=" + encoded(reason)));
    List<List<String>> lines =
        node.query("SELECT line FROM audit_entry WHERE line LIKE '%" + reason + "%'");
    assertEquals(1, lines.size());
    JsonNode entry = parsed(lines.get(0).get(0));
    assertEquals("samal", entry.path("who").asText());
    assertEquals("weighting.read", entry.path("act").asText());
    assertEquals("event-feedback", entry.path("survey").asText());
    assertEquals(
        parsed(
            "{\"release\":1,\"collector\":\"invited:few\",\"scheme\":\"trimmed\",\"reason\":\""
                + reason
                + "\"}"),
        entry.path("detail"));
  }

  @ParameterizedTest
  @CsvSource({
    "?scheme=raked, reason, 10 to 500",
    "?reason=because, reason, 10 to 500",
    "?reason=a+good+reason&reason=another+good+reason, reason, once",
    "?scheme=none&reason=a+good+reason, scheme, 'raked, calibrated, trimmed'",
    "?collector=invited:x&reason=a+good+reason, collector, 'invited, invited:few'"
  })
  void aWrongQuestionIsToldWhatIsWrong(String query, String field, String says) {
    String before = node.value("SELECT count(*) FROM audit_entry");
    HttpResponse<String> refused = exact(query);
    assertEquals(400, refused.statusCode(), refused::body);
    JsonNode problem = parsed(refused.body()).at("/problems/0");
    assertEquals(field, problem.path("field").asText());
    assertTrue(problem.path("detail").asText().contains(says), problem::toString);
    assertEquals(before, node.value("SELECT count(*) FROM audit_entry"));
  }

  @Test
  void aReasonLongerThanIsReadIsRefused() {
    assertEquals(400, exact("?reason=" + "x".repeat(501)).statusCode());
    assertEquals(200, exact("?reason=" + "x".repeat(500)).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'There are none: Invited people, calibration within bounds.'",
    "ru, 'Их нет: Приглашённые, калибровка в границах.'",
    "kk, 'Салмақтар жоқ: Шақырылғандар, шек ішіндегі калибрлеу.'"
  })
  void theStudioTellsAuthorsWhatClashesWithoutFigures(String language, String words) {
    Person author = Person.of(node, "author-" + language, Grant.global(Role.AUTHOR));
    String page =
        node.send(author.studio("/studio/surveys/event-feedback?lang=" + language)).body();
    assertTrue(page.contains(words), page);
    assertTrue(
        page.contains(
            "<span lang=\"en\">the margins can't be met together: attendance online,"
                + " attendance in_person; widen the bounds"),
        page);
  }

  private static HttpResponse<String> exact(String query) {
    HttpResponse<String> response = node.send(steward.api(REPORT + "/exact" + query));
    assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
    return response;
  }

  private static List<String> names(JsonNode report) {
    List<String> names = new ArrayList<>();
    StreamSupport.stream(report.path("collectors").spliterator(), false)
        .forEach(collector -> names.add(collector.path("collector").asText()));
    return names;
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response::body);
    assertFalse(response.body().contains("NaN"));
    return parsed(response.body());
  }

  private static JsonNode parsed(String json) {
    return Json.readUntrusted(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
