package org.saualnama.breakdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.SurveyFolder;
import org.saualnama.demo.Demo;

/** Breakdowns over HTTP, each held against the responses that they are made of. */
final class BreakdownRoutesTest {
  private static final int MIN_BASE = 30;

  @TempDir static Path folder;
  private static Node node;
  private static HttpResponse<String> beforeAnyRelease;

  @BeforeAll
  static void start() {
    SurveyFolder defs =
        SurveyFolder.in(folder)
            .with("may9-kz.yaml", "may9-kz.yaml", BreakdownRoutesTest::withLeastBase);
    node = Node.start(folder, defs.folder(), true);
    beforeAnyRelease = get("question=meaning");
    new Demo(node.uri("/"), line -> {}).send(node.app().surveys(), 450);
    Eventually.until(
        "too few wait for one more release",
        () -> Integer.parseInt(node.value("SELECT count(*) FROM submission")) < 100);
    int last = Integer.parseInt(node.value("SELECT max(release) FROM release"));
    Eventually.until("the last is served", () -> release(get("question=meaning")) == last);
  }

  private static String withLeastBase(String text) {
    return text.replace("disclosure: {min_base: 50}", "disclosure: {min_base: " + MIN_BASE + "}");
  }

  private static int release(HttpResponse<String> response) {
    return response.statusCode() == 200
        ? Dataset.of(response.body()).tree().at("/extension/release").intValue()
        : 0;
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void beforeAnyReleaseItSaysThatNothingIsPublished() {
    assertEquals(404, beforeAnyRelease.statusCode());
    assertTrue(beforeAnyRelease.body().contains("Nothing is published yet"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "question=meaning",
        "question=meaning&by=region",
        "question=meaning&by=age&by=gender",
        "question=done&by=language",
        "question=forms_public.parade&where.gender=woman&by=region",
        "question=age&by=age&lang=en"
      })
  void aTableIsWholeByTheFormat(String query) {
    Dataset table = table(query);
    int cells = 1;
    for (int i = 0; i < table.ids().size(); i++) {
      String id = table.ids().get(i);
      List<String> categories = table.categories(id);
      assertEquals(categories.size(), table.tree().path("size").path(i).intValue());
      categories.forEach(category -> assertNotEquals("", table.label(id, category), category));
      cells *= categories.size();
    }
    JsonNode values = table.tree().path("value");
    assertEquals(cells, values.size());
    for (int place = 0; place < cells; place++) {
      JsonNode status = table.tree().path("status").path(Integer.toString(place));
      assertEquals(values.path(place).isNull() ? "c" : "", status.asText(), "at " + place);
    }
    assertEquals(table.ids().contains("region"), table.tree().path("role").has("geo"));
  }

  @Test
  void segmentsComeInTheOrderAskedFor() {
    assertEquals(
        List.of("answer", "gender", "age", "metric"),
        table("question=meaning&by=gender&by=age").ids());
    assertEquals(
        List.of("answer", "age", "gender", "metric"),
        table("question=meaning&by=age&by=gender").ids());
  }

  @Test
  void aFilterIsADimensionOfOneCategory() {
    Dataset all = table("question=meaning&by=age&by=gender");
    Dataset women = table("question=meaning&by=age&where.gender=woman");
    assertEquals(List.of("answer", "gender", "age", "metric"), women.ids());
    assertEquals(List.of("woman"), women.categories("gender"));
    for (String age : all.categories("age")) {
      Map<String, String> cell =
          cell("celebration", "share", Map.of("age", age, "gender", "woman"));
      assertEquals(all.value(cell), women.value(cell), age);
    }
  }

  @Test
  void everyFigureIsWhatTheResponsesSay() {
    assertAsCounted("meaning", List.of());
    assertAsCounted("meaning", List.of("region"));
    assertAsCounted("certainty", List.of("gender"));
    assertAsCounted("forms_public.parade", List.of("settlement"));
    int withheld = assertAsCounted("meaning", List.of("age", "gender"));
    Dataset table = table("question=meaning&by=age&by=gender");
    assertTrue(withheld > 0, "some cells must be withheld for this to show anything");
    assertTrue(withheld < table.categories("age").size() * table.categories("gender").size());
  }

  /** Cell by cell, the withheld ones too; returns how many of them there are. */
  private static int assertAsCounted(String item, List<String> by) {
    Dataset table =
        table("question=" + item + String.join("", by.stream().map(s -> "&by=" + s).toList()));
    Map<List<String>, Integer> chosen = counted(item, by);
    int withheld = 0;
    for (List<String> domain : domains(table, by)) {
      Map<String, String> categories = new HashMap<>();
      by.forEach(segment -> categories.put(segment, domain.get(by.indexOf(segment))));
      int base = 0;
      for (String code : table.categories("answer")) {
        base += chosen.getOrDefault(with(domain, code), 0);
      }
      withheld += base < MIN_BASE ? 1 : 0;
      for (String code : table.categories("answer")) {
        Integer share = table.value(cell(code, "share", categories));
        Integer told = table.value(cell(code, "base", categories));
        int count = chosen.getOrDefault(with(domain, code), 0);
        if (base < MIN_BASE) {
          assertNull(share, () -> domain + " of too few");
          assertNull(told, () -> domain + " of too few");
        } else {
          assertEquals(Math.round(count * 100.0 / base), (long) share, () -> domain + " " + code);
          assertEquals(Math.round(base / 5.0) * 5, (long) told, () -> domain + " " + code);
        }
      }
    }
    return withheld;
  }

  /** Straight from the table of responses: segments' categories and the code, to how many. */
  private static Map<List<String>, Integer> counted(String item, List<String> by) {
    StringBuilder columns = new StringBuilder();
    by.forEach(segment -> columns.append("answers->>'").append(segment).append("', "));
    Map<List<String>, Integer> counted = new HashMap<>();
    node.query(
            "SELECT %sanswers->>'%s', count(*) FROM response WHERE answers->>'%s' IS NOT NULL GROUP BY %s"
                .formatted(
                    columns, item, item, by.isEmpty() ? "1" : by.size() == 1 ? "1, 2" : "1, 2, 3"))
        .forEach(
            row ->
                counted.put(
                    row.subList(0, row.size() - 1), Integer.parseInt(row.get(row.size() - 1))));
    return counted;
  }

  private static List<List<String>> domains(Dataset table, List<String> by) {
    List<List<String>> domains = List.of(List.of());
    for (String segment : by) {
      domains =
          domains.stream()
              .flatMap(d -> table.categories(segment).stream().map(category -> with(d, category)))
              .toList();
    }
    return domains;
  }

  private static List<String> with(List<String> list, String last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }

  @Test
  void sharesOfAMultipleChoiceCountRespondents() {
    Dataset table = table("question=done&lang=en");
    int answered = count("answers ? 'done'");
    int sum = 0;
    for (String code : table.categories("answer")) {
      int chose = count("answers->'done' ? '" + code + "'");
      Integer share = table.value(cell(code, "share", Map.of()));
      assertEquals(Math.round(chose * 100.0 / answered), (long) share, code);
      sum += share;
    }
    assertTrue(sum > 110, "the demo's people do several things, so " + sum + " is too little");
    assertEquals(3, table.tree().path("note").size());
  }

  private static int count(String condition) {
    return Integer.parseInt(node.value("SELECT count(*) FROM response WHERE " + condition));
  }

  @Test
  void whatIsToldOfTheReleaseIsRound() {
    JsonNode extension = table("question=meaning").tree().path("extension");
    int responses = count("true");
    assertEquals(Math.round(responses / 5.0) * 5, extension.path("sample_size").intValue());
    assertEquals(MIN_BASE, extension.path("min_base").intValue());
    assertEquals("synthetic demonstration data", extension.path("notice").asText());
  }

  @Test
  void csvSaysTheSame() throws IOException {
    String query = "question=meaning&by=age&where.gender=woman&lang=ru";
    Dataset table = table(query);
    HttpResponse<String> csv = get(query + "&format=csv");
    assertEquals("text/csv; charset=utf-8", header(csv, "Content-Type"));
    List<Map<String, String>> lines =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .<Map<String, String>>readValues(csv.body())
            .readAll();
    assertEquals(table.categories("answer").size() * table.categories("age").size(), lines.size());
    for (Map<String, String> line : lines) {
      Map<String, String> domain = Map.of("age", line.get("age"), "gender", line.get("gender"));
      String code = line.get("answer");
      assertEquals(told(table.value(cell(code, "share", domain))), line.get("share_percent"));
      assertEquals(told(table.value(cell(code, "base", domain))), line.get("base"));
      assertEquals(table.status(cell(code, "base", domain)), line.get("status"));
      assertEquals(table.label("answer", code), line.get("answer_label"));
      assertEquals(table.label("age", line.get("age")), line.get("age_label"));
      assertEquals("Женщина", line.get("gender_label"));
      assertEquals("synthetic demonstration data", line.get("notice"));
    }
  }

  private static String told(Integer value) {
    return value == null ? "" : value.toString();
  }

  @Test
  void theClientsPreferenceDecidesTheFormat() {
    String query = "question=meaning";
    assertEquals("text/csv; charset=utf-8", type(query, "text/csv"));
    assertEquals("text/csv; charset=utf-8", type(query, "text/csv, application/json;q=0.5"));
    assertEquals("text/csv; charset=utf-8", type(query, "text/html, text/csv, */*;q=0.1"));
    assertEquals("application/json", type(query, "application/json, text/csv;q=0.5"));
    assertEquals("application/json", type(query, "text/csv;q=0, */*"));
    assertEquals("application/json", type(query, "*/*"));
    assertEquals("application/json", type(query, "text/html"));
    assertEquals("application/json", type(query + "&format=json-stat", "text/csv"));
    assertEquals("Accept", header(get(query), "Vary"));
    assertEquals(400, get(query + "&format=xml").statusCode());
  }

  private static String type(String query, String accept) {
    return header(get(query, "Accept", accept), "Content-Type");
  }

  @Test
  void whoHasTheNewestIsToldSo() {
    HttpResponse<String> first = get("question=meaning&by=age&lang=en");
    String etag = header(first, "ETag");
    HttpResponse<String> again = get("lang=en&by=age&question=meaning", "If-None-Match", etag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(etag, header(again, "ETag"));
    assertEquals("public, max-age=60", header(again, "Cache-Control"));
    for (String other :
        List.of("by=gender&lang=en", "by=age&lang=ru", "by=age&lang=en&format=csv")) {
      HttpResponse<String> answer = get("question=meaning&" + other, "If-None-Match", etag);
      assertEquals(200, answer.statusCode(), other);
    }
  }

  @Test
  void labelsAreInTheLanguageAskedFor() {
    assertEquals("Мереке", table("question=meaning").label("answer", "celebration"));
    assertEquals("Праздником", table("question=meaning&lang=ru").label("answer", "celebration"));
    Dataset english = table("question=forms_public.parade&by=region&lang=en");
    assertEquals("Almaty", english.label("region", "KZ-75"));
    assertTrue(english.tree().path("label").asText().contains("Military parade"));
  }

  @Test
  void aWrongQueryIsToldWhatThereIs() {
    HttpResponse<String> refused = get("question=meaning&by=place");
    assertEquals(400, refused.statusCode());
    assertEquals("application/problem+json", header(refused, "Content-Type"));
    assertTrue(refused.body().contains("region, settlement, age"), refused::body);
    assertEquals(400, get("question=%25zz").statusCode());
  }

  private static Map<String, String> cell(
      String answer, String metric, Map<String, String> domain) {
    Map<String, String> cell = new HashMap<>(domain);
    cell.put("answer", answer);
    cell.put("metric", metric);
    return cell;
  }

  private static Dataset table(String query) {
    HttpResponse<String> response = get(query);
    assertEquals(200, response.statusCode(), response::body);
    return Dataset.of(response.body());
  }

  private static HttpResponse<String> get(String query, String... headers) {
    return node.get("/api/v1/surveys/may9-kz/breakdown?" + query, headers);
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
