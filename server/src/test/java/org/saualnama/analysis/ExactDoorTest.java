package org.saualnama.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.GoldenInterviews;

/** What a steward sees of the golden microdata, held to counts of the microdata themselves. */
final class ExactDoorTest {
  private static final String SURVEY = GoldenNode.RAKED;
  private static final List<Map<String, String>> ROWS = new GoldenInterviews().rows("");

  @TempDir static Path folder;
  private static GoldenNode golden;

  @BeforeAll
  static void start() {
    golden = GoldenNode.empty(folder);
    golden.fill(SURVEY);
  }

  @AfterAll
  static void stop() {
    golden.close();
  }

  private static double count(Map<String, String> wanted) {
    return (double)
        ROWS.stream().filter(row -> row.entrySet().containsAll(wanted.entrySet())).count();
  }

  @Test
  void everyLookIsInTheAuditLogWithItsReasonAndNoFigure() {
    golden.table(SURVEY, "question=q_role&by=gender&weights=none");
    String line =
        golden
            .node()
            .value(
                "SELECT line FROM audit_entry WHERE line LIKE '%by%gender%weights%none%'"
                    + " ORDER BY number DESC LIMIT 1");
    assertTrue(line.contains("\"who\":\"steward\",\"act\":\"figures.exact\""), line);
    assertTrue(
        line.contains("\"survey\":\"golden\",\"detail\":{\"reason\":\"comparing with R\""), line);
    assertTrue(line.contains("\"question\":[\"q_role\"]"), line);
  }

  @Test
  void withoutAReasonNothingIsToldAndNothingIsLogged() {
    String entries = golden.node().value("SELECT count(*) FROM audit_entry");
    HttpResponse<String> answer = golden.getWithout(SURVEY, "question=q_role");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("\"field\":\"reason\""), answer::body);
    assertEquals(entries, golden.node().value("SELECT count(*) FROM audit_entry"));
  }

  @Test
  void anotherQuestionSplitsTheTable() {
    ExactTable table =
        golden.mixed(SURVEY, "question=q_role&by=q_scale,gender&metrics=chose&weights=none");
    for (String point : List.of("1", "3", "5")) {
      for (String role : List.of("celebration", "remembrance")) {
        assertEquals(
            count(Map.of("q_role", role, "q_scale", point, "gender", "female")),
            table.value("chose", role, Map.of("q_scale", point, "gender", "female")));
      }
    }
  }

  @Test
  void anotherQuestionFiltersIt() {
    ExactTable table =
        golden.mixed(
            SURVEY,
            "question=q_role&where.q_scale=4,5&where.gender=male&metrics=n,chose&weights=none");
    assertEquals(
        count(Map.of("q_role", "both", "q_scale", "4", "gender", "male"))
            + count(Map.of("q_role", "both", "q_scale", "5", "gender", "male")),
        table.value("chose", "both", Map.of()));
  }

  @Test
  void severalAnswersSplitTheTableIntoGroupsThatOverlap() {
    ExactTable table =
        golden.mixed(SURVEY, "question=q_role&by=q_forms&metrics=chose&weights=none");
    assertEquals(
        count(Map.of("q_role", "neither", "q_forms.lessons", "1")),
        table.value("chose", "neither", Map.of("q_forms", "lessons")));
    assertEquals(
        400, golden.get(SURVEY, "question=q_role&by=q_forms&compare=pairwise").statusCode());
  }

  @Test
  void aQuestionMayBeFilteredByItself() {
    ExactTable table =
        golden.mixed(SURVEY, "question=q_role&where.q_role=both&metrics=share,n&weights=none");
    assertEquals(1, table.value("share", "both", Map.of()));
    assertEquals(count(Map.of("q_role", "both")), table.value("n", "both", Map.of()));
  }

  @Test
  void collectorsStandApartAndAreComparedAsIndependentSamples() {
    ExactTable table =
        golden.table(
            SURVEY,
            "question=q_role&collector=open,invited&compare=collectors&metrics=share,se,n&weights=raked");
    assertEquals(count(Map.of("source", "invited")), table.extension().at("/pools/1/n").asDouble());
    assertEquals("open", table.extension().at("/pools/0/sample_type").asText());
    JsonNode row = table.extension().get("comparisons").get(0);
    String role = row.get("answer").asText();
    Map<String, String> open = Map.of("collector", "open");
    Map<String, String> invited = Map.of("collector", "invited");
    assertEquals(
        table.value("share", role, open) - table.value("share", role, invited),
        row.get("difference").asDouble(),
        1e-12);
    assertEquals(
        Math.hypot(table.value("se", role, open), table.value("se", role, invited)),
        row.get("se").asDouble(),
        1e-12);
  }

  @Test
  void aReleaseIsComparedWithTheOneBeforeWhosePeopleAreAmongItsOwn() {
    GoldenInterviews interviews = new GoldenInterviews();
    List<String> lines = interviews.csv("optin").lines().toList();
    String some = lines.stream().limit(601).collect(Collectors.joining("\n", "", "\n"));
    String survey = GoldenNode.BASE;
    golden.send(survey, "open", some);
    golden.awaitResponses(survey, 600);
    golden.send(
        survey, "open", lines.get(0) + "\n" + String.join("\n", lines.subList(601, 901)) + "\n");
    golden.awaitResponses(survey, 900);
    ExactTable table =
        golden.table(
            survey, "question=q_role&release=1,2&compare=releases&metrics=share,se,n&weights=none");
    assertEquals(600, table.extension().at("/pools/0/n").asLong());
    assertEquals(900, table.extension().at("/pools/1/n").asDouble());
    for (JsonNode row : table.extension().get("comparisons")) {
      String role = row.get("answer").asText();
      Map<String, String> before = Map.of("release", "1");
      Map<String, String> now = Map.of("release", "2");
      assertEquals("2", row.get("a").asText());
      assertEquals(
          table.value("share", role, now) - table.value("share", role, before),
          row.get("difference").asDouble(),
          1e-12);
      double independent =
          Math.hypot(table.value("se", role, before), table.value("se", role, now));
      assertTrue(row.get("se").asDouble() < 0.8 * independent, row::toString);
    }
  }

  @Test
  void aGroupOfNobodyHasNoFiguresAndNoNumberThatIsNone() {
    HttpResponse<String> answer =
        golden.get(
            SURVEY,
            "question=q_scale&by=gender&where.region=KZ-ABROAD&metrics=n,share,se,ci,deff,n_eff,mean,median"
                + "&test=rao-scott");
    assertEquals(200, answer.statusCode(), answer::body);
    assertFalse(answer.body().contains("NaN") || answer.body().contains("Infinity"), answer::body);
    ExactTable table = new ExactTable(answer.body());
    assertEquals(0, table.value("n", "3", Map.of("gender", "female")));
    assertTrue(Double.isNaN(table.value("share", "3", Map.of("gender", "female"))));
    assertFalse(table.extension().at("/tests/0").has("f"));
  }

  @Test
  void whatIsNotThereIsRefusedByName() {
    Map<String, String> refusals =
        Map.of(
            "question=q_role&release=99", "There is no release 99",
            "question=q_role&collector=interviewer", "Use some of invited, open");
    refusals.forEach(
        (query, words) -> {
          HttpResponse<String> answer = golden.get(SURVEY, query);
          assertEquals(400, answer.statusCode(), query);
          assertTrue(answer.body().contains(words), answer::body);
        });
  }

  @Test
  void wordsOfCautionComeWithEveryFormatAndPromiseNoSamplingError() {
    String query = "question=q_role&collector=open&weights=none";
    String json = golden.get(SURVEY, query).body();
    String csv = golden.get(SURVEY, query + "&format=csv").body();
    for (String body : List.of(json, csv)) {
      assertTrue(body.contains("modelled uncertainty, assuming weighting removes selection"), body);
      assertFalse(body.toLowerCase(Locale.ROOT).contains("margin of"), body);
    }
    assertTrue(csv.startsWith("question,answer,answer_label,release,collector,share,n,"), csv);
    assertEquals(7, csv.lines().count(), "a header, five answers and all who answered");
  }

  @Test
  void comparisonsAndTestsComeAsCsvToo() {
    String by = "question=q_role&by=gender&format=csv&weights=none";
    String compared = golden.get(SURVEY, by + "&compare=pairwise").body();
    assertTrue(compared.startsWith("question,answer,a,b,difference,se,t,df,p,p_holm,p_bh,"));
    assertEquals(6, compared.lines().count());
    String tested = golden.get(SURVEY, by + "&test=rao-scott").body();
    assertTrue(tested.startsWith("question,by,release,collector,f,ndf,ddf,p,"), tested);
  }
}
