package org.saualnama.breakdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.saualnama.secret.Secret;

/** Breakdowns over HTTP, each held against the responses that they are made of. */
final class BreakdownRoutesTest {
  private static final int MIN_BASE = 30;

  @TempDir static Path folder;
  private static Node node;
  private static HttpResponse<String> beforeAnyRelease;
  private static Recount recount;

  @BeforeAll
  static void start() throws IOException {
    SurveyFolder defs =
        SurveyFolder.in(folder)
            .with("may9-kz.yaml", "may9-kz.yaml", BreakdownRoutesTest::withLeastBase);
    node = Node.start(folder, defs.folder(), true);
    recount = new Recount(node, MIN_BASE, Secret.from(folder.resolve("secret")));
    beforeAnyRelease = get("question=meaning");
    new Demo(node.uri("/"), line -> {}).send(node.app().surveys(), 900);
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
      assertEquals(values.path(place).isNull(), !status.asText().isEmpty(), "at " + place);
      assertTrue(
          status.isMissingNode() || table.tree().at("/extension/status/label").has(status.asText()),
          "the legend has " + status);
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
          Dataset.cell("celebration", "share", Map.of("age", age, "gender", "woman"));
      assertEquals(all.number(cell), women.number(cell), age);
      assertEquals(all.status(cell), women.status(cell), age);
    }
  }

  @Test
  void everyFigureIsMadeOfTheResponsesByTheFormulas() {
    assertEquals(0, recount.assertAsCounted(table("question=meaning"), "meaning", List.of()));
    recount.assertAsCounted(table("question=meaning&by=region"), "meaning", List.of("region"));
    recount.assertAsCounted(
        table("question=forms_public.parade&by=settlement"),
        "forms_public.parade",
        List.of("settlement"));
    Dataset table = table("question=meaning&by=age&by=gender");
    int withheld = recount.assertAsCounted(table, "meaning", List.of("age", "gender"));
    assertTrue(withheld > 0, "some cells must be withheld for this to show anything");
    assertTrue(withheld < table.categories("age").size() * table.categories("gender").size());
  }

  @Test
  void theBaseOfAConditionalQuestionIsPerturbedToo() {
    Dataset table = table("question=certainty&by=gender");
    int withheld =
        recount.assertAsCounted(
            table,
            "certainty",
            List.of("gender"),
            "meaning",
            Optional.of("{meaning=[both, celebration, neither, remembrance]}!{}"));
    assertTrue(withheld < table.categories("gender").size());
  }

  @Test
  void sharesOfAMultipleChoiceCountRespondents() {
    Dataset table = table("question=done&lang=en");
    assertEquals(0, recount.assertAsCounted(table, "done", List.of()));
    double sum = 0;
    for (String code : table.categories("answer")) {
      Double share = table.number(Dataset.cell(code, "share", Map.of()));
      sum += share == null ? 0 : share;
    }
    assertTrue(sum > 110, "the demo's people do several things, so " + sum + " is too little");
    assertEquals(6, table.tree().path("note").size());
  }

  @Test
  void everyToldShareLiesWithinItsInterval() {
    Dataset table = table("question=meaning&by=age");
    int told = 0;
    for (String age : table.categories("age")) {
      for (String code : table.categories("answer")) {
        Double share = table.number(Dataset.cell(code, "share", Map.of("age", age)));
        Double low = table.number(Dataset.cell(code, "low", Map.of("age", age)));
        Double high = table.number(Dataset.cell(code, "high", Map.of("age", age)));
        assertEquals(share == null, low == null);
        assertEquals(share == null, high == null);
        if (share != null) {
          told++;
          assertTrue(0 <= low && low <= share && share <= high && high <= 100, code + " " + age);
          assertTrue(high - low > 5, "of so few no share is known to a few points");
        }
      }
    }
    assertTrue(told > 0);
  }

  @Test
  void whatIsToldOfTheReleaseIsRound() {
    JsonNode extension = table("question=meaning").tree().path("extension");
    int responses = recount.count("true");
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
      Map<String, String> columns =
          Map.of(
              "share",
              "share_percent",
              "low",
              "low_percent",
              "high",
              "high_percent",
              "base",
              "base",
              "n_eff",
              "n_eff");
      columns.forEach(
          (metric, column) ->
              assertEquals(
                  told(table.number(Dataset.cell(code, metric, domain))), line.get(column)));
      assertEquals(table.status(Dataset.cell(code, "share", domain)), line.get("status"));
      assertEquals(table.label("answer", code), line.get("answer_label"));
      assertEquals(table.label("age", line.get("age")), line.get("age_label"));
      assertEquals("Женщина", line.get("gender_label"));
      assertEquals("synthetic demonstration data", line.get("notice"));
    }
  }

  private static String told(Double value) {
    return value == null ? "" : Integer.toString(value.intValue());
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
