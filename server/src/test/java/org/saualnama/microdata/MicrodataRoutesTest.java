package org.saualnama.microdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.json.Json;

/** Microdata over HTTP: who gets them, what is written down first, and what is in them. */
final class MicrodataRoutesTest {
  private static final String PATH = "/api/v1/surveys/garden/microdata";
  private static final String REASON = "reason=For+a+model+of+gardens";

  @TempDir private static Path folder;
  private static Node node;
  private static Person steward;

  @BeforeAll
  static void start() {
    node = Harvest.node(folder);
    Harvest.release(node, 1, 25);
    Harvest.release(node, 2, 30);
    steward = Person.of(node, "steward", Grant.of(Role.STEWARD, "garden"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpResponse<byte[]> get(String query) throws Exception {
    return HttpClient.newHttpClient()
        .send(steward.api(PATH + query).build(), BodyHandlers.ofByteArray());
  }

  private static List<String> rows(HttpResponse<byte[]> answer) throws IOException {
    assertEquals(200, answer.statusCode(), () -> new String(answer.body(), UTF_8));
    Map<String, String> files = FilesTest.unzipped(answer.body());
    return files.entrySet().stream()
        .filter(file -> file.getKey().matches("garden-\\d+-\\w\\w\\.csv"))
        .flatMap(file -> file.getValue().lines().skip(1))
        .toList();
  }

  private static String entries() {
    return node.value("SELECT count(*) FROM audit_entry WHERE line LIKE '%microdata.take%'");
  }

  @Test
  void theNewestReleaseIsThereRowByRowAndNothingElse() throws Exception {
    HttpResponse<byte[]> answer = get("?format=csv&" + REASON);
    List<String> rows = rows(answer);
    assertEquals(55, rows.size());
    assertEquals("55", answer.headers().firstValue("Saualnama-Rows").orElseThrow());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
    assertTrue(
        answer.headers().firstValue("Content-Disposition").orElse("").contains("garden-2-kk.zip"));
    assertTrue(rows.contains("open,2,KZ-75,18-39,,1,0,0,29,,,"), rows::toString);
    // The record keys all begin like this.
    assertTrue(rows.stream().noneMatch(row -> row.contains("70000")), rows::toString);
  }

  @Test
  void anEarlierReleaseIsStillTheSameBytes() throws Exception {
    String query = "?format=sav&release=1&lang=ru&" + REASON;
    assertArrayEquals(get(query).body(), get(query).body());
    assertEquals(25, rows(get("?format=csv&release=1&" + REASON)).size());
  }

  @Test
  void theOrderOfTheRowsIsNotTheOrderTheyLieIn() throws Exception {
    List<String> rows = rows(get("?format=csv&release=1&" + REASON));
    List<String> kept =
        node
            .query("SELECT answers ->> 'trees' FROM response WHERE release = 1 AND profile < 3")
            .stream()
            .map(row -> row.get(0))
            .toList();
    List<String> told = rows.stream().map(row -> row.split(",", -1)[8]).toList();
    assertFalse(told.equals(kept), told::toString);
    assertEquals(kept.stream().sorted().toList(), told.stream().sorted().toList());
  }

  @Test
  void collectorsStandApartUnlessSeveralAreNamed() throws Exception {
    List<String> rows =
        rows(get("?format=csv&release=1&collector=open,interviewer:2027-05&" + REASON));
    assertEquals(27, rows.size());
    assertEquals(2, rows.stream().filter(row -> row.startsWith("interviewer:2027-05,")).count());
  }

  @Test
  void everyFileIsInTheAuditLogWithItsReason() throws Exception {
    get("?format=parquet&lang=en&" + REASON);
    String line =
        node.value(
            "SELECT line FROM audit_entry WHERE line LIKE '%microdata.take%parquet%'"
                + " ORDER BY number DESC LIMIT 1");
    assertTrue(line.contains("\"who\":\"steward\",\"act\":\"microdata.take\""), line);
    assertTrue(line.contains("\"reason\":\"For a model of gardens\",\"release\":2"), line);
  }

  @Test
  void whoAsksOnlyForTheHeadIsWrittenDownAsWell() throws Exception {
    int before = Integer.parseInt(entries());
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                steward
                    .api(PATH + "?format=csv&" + REASON)
                    .version(HttpClient.Version.HTTP_1_1)
                    .method("HEAD", BodyPublishers.noBody())
                    .build(),
                BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    assertEquals(0, answer.body().length);
    assertEquals(before + 1, Integer.parseInt(entries()), "for the count of rows is in its head");
  }

  @Test
  void withoutAReasonNothingIsToldAndNothingIsLogged() throws Exception {
    String before = entries();
    HttpResponse<byte[]> answer = get("?format=sav");
    assertEquals(400, answer.statusCode());
    assertTrue(new String(answer.body(), UTF_8).contains("\"field\":\"reason\""));
    assertEquals(before, entries());
  }

  @Test
  void whatIsWrongIsNamed() throws Exception {
    Map<String, String> wrong =
        Map.of(
            "?format=xls&" + REASON, "format",
            "?format=csv&lang=fr&" + REASON, "lang",
            "?format=csv&release=9&" + REASON, "release",
            "?format=csv&release=two&" + REASON, "release",
            "?format=csv&collector=invited&" + REASON, "collector",
            "?format=csv&collector=friends&" + REASON, "collector",
            "?format=csv&weights=raked&" + REASON, "weights",
            "?format=csv&where.age=18-39&" + REASON, "where.age");
    for (Map.Entry<String, String> one : wrong.entrySet()) {
      HttpResponse<byte[]> answer = get(one.getKey());
      String said = new String(answer.body(), UTF_8);
      assertEquals(400, answer.statusCode(), one.getKey());
      assertTrue(said.contains("\"field\":\"" + one.getValue() + "\""), said);
    }
  }

  @Test
  void onlyAStewardOfTheSurveyGetsThem() throws Exception {
    Person author = Person.of(node, "author", Grant.global(Role.AUTHOR));
    Person other = Person.of(node, "other", Grant.of(Role.STEWARD, "another"));
    assertEquals(401, node.get(PATH + "?format=csv&" + REASON).statusCode());
    for (Person person : List.of(author, other)) {
      for (String path : List.of(PATH + "?format=csv&" + REASON, PATH + "/summary")) {
        assertEquals(403, node.send(person.api(path)).statusCode());
      }
    }
  }

  @Test
  void theSummaryWarnsInRoundNumbers() {
    HttpResponse<String> answer = node.send(steward.api(PATH + "/summary"));
    JsonNode summary = Json.readUntrusted(answer.body().getBytes(UTF_8));
    assertEquals(60, summary.get("about_rows").asInt(), answer::body);
    assertEquals(0, summary.get("about_unique_rows").asInt(), answer::body);
    assertEquals("none", summary.get("weights").asText(), answer::body);
  }

  @Test
  void howManyAreAloneIsSaidInTheHeadersAndInTheFile() throws Exception {
    HttpResponse<byte[]> answer = get("?format=csv&lang=en&release=1&" + REASON);
    assertEquals("1", answer.headers().firstValue("Saualnama-Unique-Rows").orElseThrow());
    String notes = FilesTest.unzipped(answer.body()).get("notes.txt");
    assertTrue(notes.contains("1 of 25 rows are alone"), notes);
    assertTrue(notes.contains("Where do you live?; Age"), notes);
    assertTrue(notes.contains("[randomised]"), notes);
  }
}
