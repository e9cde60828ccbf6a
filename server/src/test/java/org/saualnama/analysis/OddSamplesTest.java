package org.saualnama.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;

/** Samples that no statistician would wish for, and surveys with codes that mislead. */
final class OddSamplesTest {
  private static final String DEFINITION =
      """
      survey: rivers
      languages: [en]
      title: {en: Rivers}
      consent: {text: {en: "May we ask?"}, agree: {en: "Yes"}, decline: {en: "No"}}
      sensitivity: ordinary
      residual_options: {"99": {en: Hard to say}}
      pages:
        - page: about
          questions:
            - question: place
              type: single
              text: {en: "Where do you live?"}
              options:
                - {code: town, text: {en: Town}}
                - {code: village, text: {en: Village}}
                - {code: farm, text: {en: Farm}}
            - question: worth
              type: scale
              text: {en: "How much is the river worth to you?"}
              scale: {from: 1, to: 5, low: {en: Nothing}, high: {en: Much}}
              residuals: ["99"]
            - question: release
              type: single
              text: {en: "Should the dam release more water?"}
              options:
                - {code: more, text: {en: More}}
                - {code: less, text: {en: Less}}
      segments: [place]
      core: worth
      weighting:
        margins:
          - margin: place
            segments: [place]
            targets: |
              category,share,computed,reference_date,source
              town,0.6,no,2026,invented for a test
              village,0.4,no,2026,invented for a test
              farm,0,no,2026,invented for a test
        bounds: [0.2, 5]
      release: {min_newcomers: 20, min_growth: 0, min_interval: PT10M}
      disclosure: {min_base: 10}
      disclosure_items:
        strategy: {en: a}
        sponsor: {en: a}
        conducted_by: {en: a}
        population: {en: a}
        recruitment: {en: a}
        mode: {en: a}
        dates: {en: a}
        weighting: {en: a}
        processing: {en: a}
        limitations: {en: a}
      """;

  private static final String HEAD = "place,worth,release\n";

  @TempDir static Path folder;
  private static GoldenNode door;

  @BeforeAll
  static void start() throws IOException {
    Path definitions = Files.createDirectories(folder.resolve("defs"));
    Files.writeString(definitions.resolve("rivers.yaml"), DEFINITION);
    door = GoldenNode.of(Node.start(folder, definitions, false));
    door.send("rivers", "interviewer", HEAD + ",2,more\n".repeat(12) + ",99,less\n".repeat(12));
    door.awaitResponses("rivers", 24);
    door.send(
        "rivers",
        "open",
        HEAD
            + "town,1,more\n".repeat(9)
            + "town,5,less\n".repeat(8)
            + "village,1,more\n".repeat(6)
            + "farm,3,more\n"
            + "farm,1,less\n");
    door.awaitResponses("rivers", 49);
  }

  @AfterAll
  static void stop() {
    door.close();
  }

  private static String asked(String query) {
    HttpResponse<String> answer = door.get("rivers", query);
    assertEquals(200, answer.statusCode(), answer::body);
    assertFalse(answer.body().contains("NaN") || answer.body().contains("Infinity"), answer::body);
    return answer.body();
  }

  @Test
  void aSampleOutsideEveryMarginIsToldUnweightedAndWhatItLeavesUncovered() {
    ExactTable table =
        new ExactTable(asked("question=release&collector=interviewer&weights=none&metrics=share"));
    assertEquals(0.5, table.value("share", "more", Map.of()));
    JsonNode uncovered = table.extension().at("/pools/0/uncovered/0");
    assertEquals("place", uncovered.get("margin").asText());
    assertEquals(1, uncovered.get("share").asDouble());
  }

  @Test
  void itsWeightsAreRefusedByNameAloneAndMixed() {
    for (String weights : List.of("raked", "calibrated", "trimmed")) {
      HttpResponse<String> alone =
          door.get("rivers", "question=worth&collector=interviewer&weights=" + weights);
      assertEquals(409, alone.statusCode(), alone::body);
      HttpResponse<String> mixed =
          door.get(
              "rivers", "question=worth&collector=open,interviewer&mixed=yes&weights=" + weights);
      assertTrue(List.of(200, 409).contains(mixed.statusCode()), mixed::body);
      assertFalse(mixed.body().contains("NaN"), mixed::body);
    }
  }

  @Test
  void peopleWithoutWeightBreakNoInterval() {
    for (String interval : List.of("default", "logit", "beta", "wilson")) {
      asked(
          "question=place&by=worth&weights=raked&metrics=share,se,ci,deff,n_eff&interval="
              + interval);
      asked("question=place&weights=raked&test=rao-scott&by=worth&interval=" + interval);
    }
  }

  @Test
  void aCodeThatLooksLikeANumberIsNoPointOfTheScale() {
    ExactTable table =
        new ExactTable(
            asked("question=worth&collector=interviewer&weights=none&metrics=mean,mean_n,median"));
    assertEquals(2, table.value("mean", "*", Map.of()));
    assertEquals(12, table.value("mean_n", "*", Map.of()));
    assertEquals(2, table.value("median", "*", Map.of()));
  }

  @Test
  void aQuestionNamedAsAColumnFiltersAndDoesNotSplit() {
    HttpResponse<String> split = door.get("rivers", "question=worth&by=release&weights=none");
    assertEquals(400, split.statusCode());
    ExactTable table =
        new ExactTable(asked("question=worth&where.release=more&weights=none&metrics=n"));
    assertEquals(16, table.value("n", "1", Map.of()));
  }

  @Test
  void aGroupOfOneMindIsNoFindingAgainstAnother() {
    // Both of the farm differ; of six in the village all want more.
    String query = "question=release&by=worth&where.place=village,farm&compare=pairwise";
    JsonNode comparisons =
        new ExactTable(asked(query + "&weights=none")).extension().get("comparisons");
    assertFalse(comparisons.isEmpty());
    for (JsonNode row : comparisons) {
      assertTrue(row.get("p").isNull() || row.get("se").asDouble() > 0, row::toString);
      assertEquals(row.get("p").isNull(), row.get("p_holm").isNull(), row::toString);
    }
    assertTrue(
        asked(
                "question=release&by=worth&where.place=town&where.worth=2&compare=pairwise"
                    + "&weights=none&format=csv")
            .startsWith("question,"));
  }

  @Test
  void everyLineOfCsvTellsWhoseAnswersItIsMadeOf() {
    for (String more : List.of("", "&by=place&compare=pairwise", "&by=place&test=rao-scott")) {
      List<String> lines =
          asked("question=worth&weights=raked&metrics=share&format=csv" + more).lines().toList();
      assertTrue(
          lines
              .get(0)
              .contains(
                  "sample_type,respondents,respondents_n_eff,respondents_deff,uncovered,weights,"),
          lines.get(0));
      assertTrue(lines.stream().skip(1).allMatch(line -> line.contains(",open,25,")), more);
    }
    Stream<String> both =
        asked(
                "question=worth&collector=open,interviewer&compare=collectors&weights=none&format=csv")
            .lines()
            .skip(1);
    assertTrue(
        both.allMatch(
            line ->
                line.contains("open | interviewer\",\"25 | 24\"")
                    || line.contains("open | interviewer,25 | 24,")));
  }
}
