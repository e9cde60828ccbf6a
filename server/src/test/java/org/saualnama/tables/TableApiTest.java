package org.saualnama.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.breakdown.Dataset;
import org.saualnama.demo.Demo;
import org.saualnama.json.Json;

/** Published figures asked for as a client of PxWebApi 2 does, held against breakdowns. */
final class TableApiTest {
  private static final String BASE = "/api/v2";
  private static final String TABLE = BASE + "/tables/may9-kz:meaning:open";

  @TempDir private static Path folder;
  private static Node node;

  @BeforeAll
  static void start() {
    node = Node.start(folder, TestDefs.shipped(), true);
    new Demo(node.uri("/"), line -> {}).send(node.app().surveys(), 900);
    Eventually.until(
        "too few wait for one more release",
        () -> Integer.parseInt(node.value("SELECT count(*) FROM submission")) < 100);
    String last = node.value("SELECT max(release) FROM release WHERE survey = 'may9-kz'");
    Eventually.until(
        "the last is served",
        () -> node.get(breakdown("question=meaning")).body().contains("\"release\":" + last + ","));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static String breakdown(String query) {
    return "/api/v1/surveys/may9-kz/breakdown?lang=en&" + query;
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "'valuecodes[age]=*', by=age",
    "'valuecodes[gender]=woman&valuecodes[age]=*', 'by=gender,age'",
    "'valuecodes[region]=KZ-75,KZ-7*', by=region",
    "'valuecodes[settlement]=*&codelist[settlement]=may9-kz:urban_rural', by=urban_rural",
    "'codelist[settlement]=may9-kz:urban_rural&valuecodes[gender]=*', 'by=urban_rural,gender'"
  })
  void everyFigureIsTheOneThatABreakdownTells(String selection, String by) {
    Dataset table = data(selection);
    Dataset told = Dataset.of(node.get(breakdown("question=meaning&" + by)).body());
    int withheld = 0;
    for (Map<String, String> cell : cells(table)) {
      Map<String, String> same = new HashMap<>(cell);
      if (same.containsKey("settlement") && by.contains("urban_rural")) {
        same.put("urban_rural", same.remove("settlement"));
      }
      assertEquals(told.number(same), table.number(cell), cell::toString);
      assertEquals(told.status(same), table.status(cell), cell::toString);
      withheld += table.number(cell) == null ? 1 : 0;
    }
    assertTrue(selection.isEmpty() || withheld > 0 || by.contains("urban"), "none is withheld");
  }

  /** Every combination of categories. */
  private static List<Map<String, String>> cells(Dataset table) {
    List<Map<String, String>> cells = List.of(Map.of());
    for (String id : table.ids()) {
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> cell : cells) {
        for (String code : table.categories(id)) {
          Map<String, String> one = new HashMap<>(cell);
          one.put(id, code);
          more.add(one);
        }
      }
      cells = more;
    }
    return cells;
  }

  @Test
  void whatIsLeftOutIsTheTotal() {
    assertEquals(List.of("answer", "release", "metric"), data("").ids());
    assertEquals(List.of("answer", "age", "release", "metric"), data("valuecodes[age]=*").ids());
  }

  @Test
  void aBodyAsksForTheSameAsAQuery() {
    HttpResponse<String> posted =
        post(
            """
            {"selection": [
              {"variableCode": "age", "valueCodes": ["TOP(2)"]},
              {"variableCode": "metric", "valueCodes": ["share", "base"]},
              {"variableCode": "settlement", "codelist": "may9-kz:urban_rural", "valueCodes": []}],
             "placement": {"heading": ["metric", "age"], "stub": ["answer"]}}
            """);
    assertEquals(200, posted.statusCode(), posted::body);
    String query =
        "valuecodes[age]=TOP(2)&valuecodes[metric]=share,base"
            + "&codelist[settlement]=may9-kz:urban_rural&heading=metric,age&stub=answer";
    assertEquals(get(TABLE + "/data?lang=en&" + query).body(), posted.body());
    assertEquals(
        List.of("settlement", "release", "answer", "metric", "age"),
        Dataset.of(posted.body()).ids());
  }

  @Test
  void placementTurnsTheTable() {
    HttpResponse<String> csv =
        get(
            TABLE
                + "/data?lang=en&outputFormat=csv&outputFormatParams=UseCodes,SeparatorSemicolon"
                + "&valuecodes[gender]=woman,man&valuecodes[metric]=base&heading=gender&stub=answer");
    assertEquals("text/csv; charset=utf-8", csv.headers().firstValue("Content-Type").orElse(""));
    List<String> lines = csv.body().lines().toList();
    assertEquals("\"metric\";\"release\";\"answer\";\"woman\";\"man\"", lines.get(0));
    assertTrue(lines.get(1).matches("\"base\";\"\\d+\";\"celebration\";\\d+;\\d+"), lines.get(1));
  }

  @Test
  void csvSaysWithASignWhatIsNotTold() {
    String csv =
        get(TABLE + "/data?lang=en&outputFormat=csv&valuecodes[region]=*&valuecodes[age]=*").body();
    assertTrue(csv.contains("\"..\""));
    assertTrue(csv.startsWith("\"Answer\",\"Region\",\"Age group\""), csv.substring(0, 80));
  }

  @Test
  void metadataHasEveryVariableAndItsCodelists() {
    JsonNode metadata = json(get(TABLE + "/metadata?lang=en"));
    assertTrue(metadata.path("value").isNull());
    JsonNode settlement = metadata.at("/dimension/settlement");
    assertTrue(settlement.at("/extension/elimination").booleanValue());
    assertFalse(metadata.at("/dimension/answer/extension/elimination").booleanValue());
    JsonNode codelist = settlement.at("/extension/codelists/0");
    assertEquals("may9-kz:urban_rural", codelist.path("id").asText());
    String address = codelist.at("/links/0/href").asText();
    JsonNode values = json(get(address.substring(address.indexOf("/api/")))).path("values");
    assertEquals("[\"national_city\",\"other_town\"]", values.at("/0/valueMap").toString());
    assertEquals("region", metadata.at("/role/geo/0").asText());
    assertEquals("release", metadata.at("/role/time/0").asText());
  }

  @Test
  void tablesAreListedInPagesAndFoundByWords() {
    JsonNode first = json(get(BASE + "/tables?lang=en&pageSize=2"));
    assertEquals(2, first.path("tables").size());
    int pages = first.at("/page/totalPages").intValue();
    assertTrue(pages > 5, first::toString);
    JsonNode last = json(get(BASE + "/tables?lang=en&pageSize=2&pageNumber=" + pages));
    assertNotEquals(first.at("/tables/0/id"), last.at("/tables/0/id"));
    assertEquals(404, get(BASE + "/tables?pageSize=2&pageNumber=" + (pages + 1)).statusCode());
    JsonNode found = json(get(BASE + "/tables?lang=ru&query=парад"));
    assertTrue(found.at("/page/totalElements").intValue() >= 1, found::toString);
    assertEquals("may9-kz", json(get(TABLE + "?lang=en")).at("/paths/0/0/id").asText());
  }

  @Test
  void aPageOfWhatIsSoughtLeadsToTheNextPageOfTheSame() {
    JsonNode first = json(get(BASE + "/tables?lang=en&query=may9-kz%3A&pastDays=7&pageSize=3"));
    int sought = first.at("/page/totalElements").intValue();
    String next = "";
    for (JsonNode link : first.at("/page/links")) {
      next = link.path("rel").asText().equals("next") ? link.path("href").asText() : next;
    }
    JsonNode second = json(get(next.substring(next.indexOf("/api/"))));
    assertEquals(2, second.at("/page/pageNumber").intValue());
    assertEquals(sought, second.at("/page/totalElements").intValue(), next);
  }

  @Test
  void aPatternOfManyStarsIsAnsweredLikeAnyOther() {
    String stars = "*".repeat(2_000);
    assertEquals(200, get(TABLE + "/data?valuecodes[region]=" + stars).statusCode());
    assertEquals(400, get(TABLE + "/data?valuecodes[region]=" + stars + "x").statusCode());
  }

  @Test
  void theDefaultSelectionIsWhatOneGetsWithoutASelection() {
    JsonNode selection = json(get(TABLE + "/defaultselection?lang=en"));
    assertEquals(get(TABLE + "/data?lang=en").body(), post(selection.toString()).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "valuecodes[shoe]=*",
        "valuecodes[region]=KZ-00",
        "valuecodes[region]=TOP(x)",
        "valuecodes[region]=RANGE(KZ-75)",
        "valuecodes[region]=zz*",
        "codelist[region]=may9-kz:urban_rural",
        "heading=shoe",
        "lang=fr",
        "outputFormat=px",
        "outputFormatParams=Loud",
        "colour=red"
      })
  void whatIsNotThereIsRefusedByName(String query) {
    HttpResponse<String> refused = get(TABLE + "/data?" + query);
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("\"problems\":[{\"field\":\""), refused::body);
  }

  @Test
  void moreSegmentsThanProtectPeopleAreRefused() {
    HttpResponse<String> refused =
        get(TABLE + "/data?valuecodes[region]=KZ-75&valuecodes[age]=*&valuecodes[gender]=woman");
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("At most 2 segments"), refused::body);
  }

  @Test
  void tooManyCellsAreRefusedWithTheLimitOfTheConfiguration() {
    String all = "region settlement age gender language education";
    String query = "valuecodes[" + String.join("]=*&valuecodes[", all.split(" ", -1)) + "]=*";
    HttpResponse<String> refused = get(TABLE + "/data?" + query);
    assertEquals(403, refused.statusCode());
    String limit = json(get(BASE + "/config")).path("maxDataCells").asText();
    assertTrue(refused.body().contains("at most " + limit), refused::body);
  }

  @Test
  void whatHasNoFiguresIsNoTable() {
    for (String id : List.of("may9-kz:meaning:invited", "may9-kz:none:open", "none")) {
      assertEquals(404, get(BASE + "/tables/" + id + "/data").statusCode(), id);
    }
  }

  private static Dataset data(String selection) {
    HttpResponse<String> response = get(TABLE + "/data?lang=en&" + selection);
    assertEquals(200, response.statusCode(), response::body);
    return Dataset.of(response.body());
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response::body);
    return Json.readUntrusted(response.body().getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> get(String path) {
    return node.get(
        path.replace("[", "%5B")
            .replace("]", "%5D")
            .replace("парад", "%D0%BF%D0%B0%D1%80%D0%B0%D0%B4"));
  }

  private static HttpResponse<String> post(String body) {
    return node.send(
        HttpRequest.newBuilder(node.uri(TABLE + "/data?lang=en"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
