package org.saualnama.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.saualnama.imports.Importing.CSV;
import static org.saualnama.imports.Importing.NDJSON;
import static org.saualnama.imports.Importing.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.SurveyFolder;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/** Files of interviews over real HTTP: what is taken, what is refused, and what is left of it. */
final class ImportTest {
  private static final String SURVEY = "event-feedback";
  private static final String OPEN = "collector=interviewer&wave=w1";
  private static final String HEAD = "usefulness,liked.talks,liked.meeting_people\n";
  private static final String STORING =
      "SELECT count(*) FROM pg_locks WHERE relation = 'imported'::regclass"
          + " AND mode = 'RowExclusiveLock' AND granted";

  @TempDir static Path folder;
  private static Node node;
  private static Importing interviewer;

  @BeforeAll
  static void start() {
    SurveyFolder defs =
        SurveyFolder.in(folder)
            .with("event-feedback.yaml", "event-feedback.yaml", yaml -> yaml)
            .with("may9-kz.yaml", "may9-kz.yaml", yaml -> yaml);
    node = Node.start(folder, defs.folder(), false);
    interviewer =
        new Importing(
            node, Person.of(node, "interviewer", Grant.of(Role.INTERVIEWER, SURVEY)), SURVEY);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void begin() {
    node.query("UPDATE survey SET state = 'open'");
    node.query("TRUNCATE import, imported");
  }

  /** Never enough for a release, which the node would cut by itself. */
  private static String rows(int count, String first) {
    return HEAD
        + first
        + "\n"
        + IntStream.range(1, count).mapToObj(i -> "4,1,0\n").collect(Collectors.joining());
  }

  @Test
  void aFileIsTakenInWholeSealedAndAudited() {
    HttpResponse<String> answer = interviewer.send(OPEN + "&language=ru", CSV, rows(9, "5,,"));
    assertEquals(201, answer.statusCode(), answer::body);
    assertEquals(
        "{\"survey\":\"event-feedback\",\"collector\":\"interviewer:w1\",\"version\":1,"
            + "\"taken\":9,\"refused\":0,\"problems\":[]}",
        answer.body());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
    assertEquals("9", imported());
    assertEquals("0", node.value("SELECT count(*) FROM receipt"), "there are no receipts");
    assertEquals(
        "1", node.value("SELECT count(DISTINCT length(sealed)) FROM imported"), "one length");
    String line = node.value("SELECT line FROM audit_entry ORDER BY number DESC LIMIT 1");
    assertTrue(
        line.contains(
            "\"who\":\"interviewer\",\"act\":\"survey.import\",\"survey\":\"event-feedback\","
                + "\"detail\":{\"collector\":\"interviewer\",\"wave\":\"w1\",\"taken\":9,"
                + "\"refused\":0}"),
        line);
  }

  @Test
  void jsonIsTakenLineByLine() {
    String file =
        "{\"answers\":{\"usefulness\":3,\"liked\":[\"other\"],\"liked.other\":\"Шай\"},"
            + "\"first\":{}}\n{\"answers\":{\"attendance\":\"online\"}}\n";
    assertEquals(201, interviewer.send("collector=open", NDJSON, file).statusCode());
    assertEquals("2", imported());
  }

  @Test
  void nothingOfItCanBeReadInTheDatabase() {
    String file = "comment,liked.talks\nplanted an apple tree,1\nplanted,maybe\n";
    assertEquals(201, interviewer.send(OPEN + "&refused=report", CSV, file).statusCode());
    for (String table : List.of("import", "imported", "audit_entry", "refused")) {
      String all = node.value("SELECT coalesce(string_agg(t::text, ''), '') FROM " + table + " t");
      assertFalse(all.contains("planted"), table);
      assertFalse(all.contains("liked"), table);
    }
  }

  @Test
  void oneRefusedRowRefusesTheFileAndNothingIsStored() {
    String before = node.value("SELECT count(*) FROM audit_entry");
    HttpResponse<String> answer =
        interviewer.send(OPEN, CSV, HEAD + "4,1,0\n9,1,0\n4,1,maybe\n,,\n5,0,1\n");
    assertEquals(422, answer.statusCode(), answer::body);
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        List.of(
            "3 usefulness unknown_code", "4 liked.meeting_people wrong_shape", "5 row no_answer"),
        problems(answer));
    assertTrue(json(answer).path("detail").asText().contains("3 of 5 rows"), answer::body);
    assertNothingIsStored();
    assertEquals(before, node.value("SELECT count(*) FROM audit_entry"));
  }

  @Test
  void aReportTakesTheOthersAndListsTheRefusedByLine() {
    String many = "9,1,0\n".repeat(1_200);
    HttpResponse<String> answer =
        interviewer.send(OPEN + "&refused=report", CSV, rows(8, "5,,") + many);
    assertEquals(201, answer.statusCode(), answer::body);
    assertEquals(8, json(answer).path("taken").asInt());
    assertEquals(1_200, json(answer).path("refused").asInt());
    assertEquals(1_000, json(answer).path("problems").size());
    assertEquals("10 usefulness unknown_code", problems(answer).get(0));
    assertEquals("8", imported());
  }

  @Test
  void aReportOfRefusedRowsAloneLeavesNothingBehind() {
    HttpResponse<String> answer = interviewer.send(OPEN + "&refused=report", CSV, HEAD + "9,,\n");
    assertEquals(200, answer.statusCode(), answer::body);
    assertEquals(0, json(answer).path("taken").asInt());
    assertNothingIsStored();
  }

  @Test
  void rulesOfTheFormHoldForRowsToo() {
    Importing may9 =
        new Importing(
            node, Person.of(node, "may9-steward", Grant.of(Role.STEWARD, "may9-kz")), "may9-kz");
    HttpResponse<String> answer =
        may9.send(
            OPEN,
            CSV,
            """
            age,region,meaning,certainty
            25-34,KZ-63,both,very
            25-34,KZ-63,hard_to_say,very
            ,KZ-63,both,
            """);
    assertEquals(List.of("3 certainty not_asked", "4 age required"), problems(answer));
    assertTrue(answer.body().contains("earlier answers skip this question: remove its answer"));
  }

  @Test
  void theFileInTheReadmeIsAnsweredAsItSays() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    String file = between(readme, "<<'END'\nid,", "END\n");
    String query = between(readme, "/may9-kz/submissions:import?", "\"");
    Importing steward =
        new Importing(node, Person.of(node, "readme", Grant.global(Role.STEWARD)), "may9-kz");
    HttpResponse<String> answer = steward.send(query, CSV, "id," + file);
    assertEquals(201, answer.statusCode(), answer::body);
    assertTrue(readme.contains("answers `" + answer.body() + "`"), answer::body);
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }

  @Test
  void theSameFileForTheSameCollectorCountsOnce() {
    String file = rows(7, "5,,") + "9,,\n";
    HttpResponse<String> first = interviewer.send(OPEN + "&refused=report", CSV, file);
    HttpResponse<String> again = interviewer.send(OPEN + "&refused=report", CSV, file);
    assertEquals(List.of(201, 200), List.of(first.statusCode(), again.statusCode()));
    assertEquals(first.body(), again.body());
    assertEquals(200, interviewer.send(OPEN, CSV, file).statusCode(), "asked for in another way");
    assertEquals("7", imported());
    node.query("UPDATE survey SET state = 'closing' WHERE survey = '" + SURVEY + "'");
    assertEquals(200, interviewer.send(OPEN + "&refused=report", CSV, file).statusCode());
    node.query("UPDATE survey SET state = 'open' WHERE survey = '" + SURVEY + "'");
    assertEquals(
        201,
        interviewer.send("collector=interviewer&wave=w2&refused=report", CSV, file).statusCode(),
        "another wave");
    assertEquals("14", imported());
  }

  @Test
  void theSameFileSentTwiceAtOnceCountsOnce() {
    String file = rows(12, "3,,");
    List<Integer> statuses =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> interviewer.send(OPEN, CSV, file).statusCode()))
            .limit(2)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(List.of(200, 201), statuses);
    assertEquals("12", imported());
    assertEquals("1", node.value("SELECT count(*) FROM import"));
  }

  @Test
  void onlyInterviewersAndStewardsOfTheSurveyMaySend() {
    for (Grant grant :
        List.of(
            Grant.global(Role.ANALYST),
            Grant.global(Role.AUTHOR),
            Grant.global(Role.ADMIN),
            Grant.of(Role.INTERVIEWER, "may9-kz"))) {
      Importing other =
          new Importing(
              node, Person.of(node, "no-" + grant.code().replace(':', '-'), grant), SURVEY);
      assertEquals(403, other.send(OPEN, CSV, rows(3, "5,,")).statusCode(), grant.code());
    }
    assertNothingIsStored();
  }

  @Test
  void aStrangerIsRefusedBeforeTheBodyIsSent() throws IOException {
    String[] asks = {"Expect: 100-continue", "Content-Length: 500000000"};
    try (Importing.Slow stranger = interviewer.slowly(OPEN, asks)) {
      assertEquals("HTTP/1.1 401 Unauthorized", stranger.status());
    }
    try (Importing.Slow deaf = interviewer.slowly(OPEN, "Content-Length: 3000000")) {
      deaf.write("4,1,0\n".repeat(500_000));
      assertEquals("HTTP/1.1 401 Unauthorized", deaf.status(), "heard also after sending all");
    }
    try (Importing.Slow known =
        interviewer.slowly(OPEN, asks[0], asks[1], interviewer.authorization())) {
      assertEquals("HTTP/1.1 100 Continue", known.status());
    }
  }

  @Test
  void aSurveyTakesFilesWhileItIsPausedButNotOnceItHasEnded() {
    node.query("UPDATE survey SET state = 'paused' WHERE survey = '" + SURVEY + "'");
    assertEquals(201, interviewer.send(OPEN, CSV, rows(3, "1,,")).statusCode());
    node.query("UPDATE survey SET state = 'closing' WHERE survey = '" + SURVEY + "'");
    assertEquals(409, interviewer.send(OPEN, CSV, rows(3, "2,,")).statusCode());
    assertEquals("1", node.value("SELECT count(*) FROM import"));
  }

  @Test
  void aSurveyCanEndWhileAFileComesInWhichIsRefusedThen() throws IOException {
    try (Importing.Slow slow = slowly()) {
      awaitRows();
      node.query("UPDATE survey SET state = 'closing' WHERE survey = '" + SURVEY + "'");
      slow.writeChunk("4,1,0\n");
      slow.write("0\r\n\r\n");
      assertEquals("HTTP/1.1 409 Conflict", slow.status());
    }
    assertNothingIsStored();
  }

  @Test
  void aConnectionThatBreaksLeavesNothingBehind() throws IOException {
    Importing.Slow slow = slowly();
    awaitRows();
    slow.close();
    Eventually.until("the transaction is over", () -> node.value(STORING).equals("0"));
    assertNothingIsStored();
    assertEquals(201, interviewer.send(OPEN, CSV, rows(3, "1,,")).statusCode());
  }

  @Test
  void tooMuchAndTooManyAtOnceAreTurnedAway() throws IOException {
    String[] much = {"Content-Length: 2000000000", interviewer.authorization()};
    try (Importing.Slow endless = interviewer.slowly(OPEN, much)) {
      assertEquals("HTTP/1.1 413 Request Entity Too Large", endless.status());
    }
    List<Importing.Slow> slow = List.of(slowly(), slowly(), slowly());
    Eventually.until("three are under way", () -> node.value(STORING).equals("3"));
    HttpResponse<String> fourth = interviewer.send(OPEN, CSV, rows(3, "1,,"));
    assertEquals(503, fourth.statusCode(), fourth::body);
    assertTrue(fourth.headers().firstValue("Retry-After").isPresent());
    for (Importing.Slow one : slow) {
      one.close();
    }
    Eventually.until("they are over", () -> node.value(STORING).equals("0"));
    Eventually.until(
        "there is room again",
        () -> interviewer.send(OPEN, CSV, rows(3, "1,,")).statusCode() == 201);
  }

  /** More than a piece, so that rows are being stored. */
  private static Importing.Slow slowly() throws IOException {
    Importing.Slow slow =
        interviewer.slowly(OPEN, "Transfer-Encoding: chunked", interviewer.authorization());
    slow.writeChunk(HEAD);
    for (int i = 0; i < 60; i++) {
      slow.writeChunk("4,1,0\n".repeat(1_000));
    }
    return slow;
  }

  private static void awaitRows() {
    Eventually.until("rows are being stored", () -> !node.value(STORING).equals("0"));
  }

  @Test
  void whatCanNotBeReadIsRefusedWithItsReason() {
    assertRefused(400, "unknown_column", OPEN, CSV, "usefulness,shoe_size\n4,44\n");
    assertRefused(400, "no_rows", OPEN, CSV, HEAD);
    assertRefused(400, "no_rows", OPEN, CSV, "");
    assertRefused(400, "no_rows", OPEN, NDJSON, "\n");
    assertRefused(400, "wrong_quote", OPEN, CSV, "comment\n\"never closed\n");
    assertRefused(400, "missing", "", CSV, rows(3, "1,,"));
    assertRefused(400, "unknown_parameter", OPEN + "&waves=2", CSV, rows(3, "1,,"));
    assertEquals(415, interviewer.send(OPEN, "text/plain", HEAD).statusCode());
    assertEquals(
        415,
        node.send(interviewer.request(OPEN, CSV, HEAD).header("Content-Encoding", "gzip"))
            .statusCode());
    assertEquals(
        404,
        node.send(
                interviewer
                    .person()
                    .api("/api/v1/surveys/" + SURVEY + "/submissions:export")
                    .POST(BodyPublishers.noBody()))
            .statusCode());
    assertNothingIsStored();
  }

  private static void assertRefused(
      int status, String code, String query, String type, String body) {
    HttpResponse<String> answer = interviewer.send(query, type, body);
    assertEquals(status, answer.statusCode(), answer::body);
    assertEquals(code, json(answer).at("/problems/0/code").asText(), answer::body);
    assertFalse(json(answer).at("/problems/0").has("line") && status == 400);
  }

  private static List<String> problems(HttpResponse<String> answer) {
    List<String> problems = new ArrayList<>();
    for (JsonNode problem : json(answer).path("problems")) {
      problems.add(
          problem.path("line").asText()
              + " "
              + problem.path("field").asText()
              + " "
              + problem.path("code").asText());
    }
    return problems;
  }

  private static String imported() {
    return node.value("SELECT count(*) FROM imported");
  }

  private static void assertNothingIsStored() {
    assertEquals("0", imported());
    assertEquals("0", node.value("SELECT count(*) FROM import"));
    assertEquals("0", node.value("SELECT count(*) FROM response"));
  }
}
