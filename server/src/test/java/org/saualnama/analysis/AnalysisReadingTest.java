package org.saualnama.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.saualnama.estimate.IntervalMethod;
import org.saualnama.refusal.Refusal;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.weighting.Scheme;

/** What a steward may ask, and how a query that can't be answered is refused. */
final class AnalysisReadingTest {
  private static final SurveyVersion MAY9 = ShippedSurveys.may9();

  /** Parameters as a query has them, {@code name=value&name=value}, with a reason. */
  private static AnalysisQuery read(String query) {
    return read(MAY9, query + "&reason=for a test of ours");
  }

  private static AnalysisQuery read(SurveyVersion version, String query) {
    Map<String, List<String>> parameters = new TreeMap<>();
    for (String part : query.split("&", -1)) {
      String[] pair = part.split("=", 2);
      parameters.computeIfAbsent(pair[0], name -> new ArrayList<>()).add(pair[1]);
    }
    return AnalysisReading.of(version, parameters);
  }

  private static void refused(String field, String query) {
    Refusal refusal = assertThrows(Refusal.class, () -> read(query), query);
    assertEquals(Refusal.Reason.MALFORMED, refusal.reason());
    assertEquals(field, refusal.problems().get(0).field(), refusal::getMessage);
  }

  @Test
  void aBareQuestionIsWeighedAsTheSurveySays() {
    AnalysisQuery query = read("question=meaning");
    assertEquals(Scheme.CALIBRATED, query.scheme());
    assertEquals(IntervalMethod.DEFAULT, query.interval());
    assertEquals(List.of(Collector.OPEN), query.collectors());
    assertEquals(Metric.USUAL, query.metrics());
    assertEquals(List.of(), query.by());
    assertEquals("kk", query.language());
  }

  @Test
  void listsMayBeJoinedOrRepeated() {
    for (String by : List.of("by=region,age", "by=region&by=age")) {
      List<String> codes = read("question=meaning&" + by).by().stream().map(Axis::code).toList();
      assertEquals(List.of("region", "age"), codes);
    }
    assertEquals(List.of(1, 3), read("question=meaning&release=3,1&collector=open").releases());
    assertEquals(
        List.of(Metric.SHARE, Metric.CI_LOW, Metric.CI_HIGH),
        read("question=meaning&metrics=share,ci").metrics());
  }

  @Test
  void filtersTakeSeveralCategories() {
    assertEquals(
        Map.of("age", List.of("18-24", "25-34")),
        read("question=meaning&where.age=18-24,25-34").where());
  }

  @Test
  void anotherQuestionSplitsAndFiltersAndIsNoSegment() {
    String other =
        MAY9.items().values().stream()
            .filter(Item::isChoice)
            .map(Item::code)
            .filter(code -> !MAY9.survey().segments().contains(code) && !code.equals("meaning"))
            .findFirst()
            .orElseThrow();
    AnalysisQuery query = read("question=meaning&by=" + other + ",region");
    assertEquals(List.of(other), query.others().stream().map(Item::code).toList());
    assertEquals(List.of(), read("question=meaning&by=region&where.age=18-24").others());
  }

  @Test
  void codesMayBeJoinedUnderNames() {
    AnalysisQuery query =
        read("question=meaning&by=age&groups.age=young:18-24,25-34&groups.age=old:55-64");
    assertEquals(
        Map.of("young", List.of("18-24", "25-34"), "old", List.of("55-64")),
        query.by().get(0).categories());
  }

  @Test
  void collectorsStandApartOrAreMixedWhenAsked() {
    assertEquals(2, read("question=meaning&collector=open,invited:a").pools().size());
    AnalysisQuery mixed = read("question=meaning&collector=open,invited&mixed=yes&by=collector");
    assertEquals(1, mixed.pools().size());
    assertTrue(mixed.by().get(0).isCollector());
  }

  @Test
  void whatIsNotKnownIsRefusedByName() {
    refused("question", "by=age");
    refused("question", "question=weather");
    refused("by", "question=meaning&by=weather");
    refused("by", "question=meaning&by=meaning");
    refused("where.weather", "question=meaning&where.weather=rain");
    refused("where.age", "question=meaning&where.age=17");
    refused("were.age", "question=meaning&were.age=18-24");
    refused("weights", "question=meaning&weights=heavy");
    refused("variance", "question=meaning&variance=small");
    refused("interval", "question=meaning&interval=wald");
    refused("metrics", "question=meaning&metrics=share,p");
    refused("collector", "question=meaning&collector=letters");
    refused("release", "question=meaning&release=last");
    refused("compare", "question=meaning&compare=all");
    refused("test", "question=meaning&test=chi");
    refused("lang", "question=meaning&lang=xx");
    refused("weights", "question=meaning&weights=none&weights=raked");
    refused("groups.age", "question=meaning&groups.age=young:18-24");
    refused("groups.age", "question=meaning&by=age&groups.age=18-24");
    refused("groups.age", "question=meaning&by=age&groups.age=young:17");
  }

  @Test
  void aReasonIsNeeded() {
    List<String> none =
        List.of(
            "",
            "short",
            " ".repeat(30),
            "x".repeat(501),
            "Table 3\nof the report",
            "\u001b[2KTable 3 of the report",
            "Table 3 \u202eof the report",
            "\u200b".repeat(30));
    for (String reason : none) {
      Refusal refusal =
          assertThrows(
              Refusal.class, () -> read(MAY9, "question=meaning&reason=" + reason), reason);
      assertEquals("reason", refusal.problems().get(0).field());
    }
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    refused("compare", "question=meaning&compare=pairwise");
    refused("compare", "question=meaning&compare=collectors");
    refused("compare", "question=meaning&compare=releases&release=1");
    refused("compare", "question=meaning&compare=pairwise&by=age&release=1,2");
    refused("test", "question=meaning&test=rao-scott");
    refused("test", "question=meaning&test=rao-scott&by=age,region");
    refused(
        "compare",
        "question=meaning&by=age&compare=pairwise"
            + "&groups.age=a:18-24,25-34&groups.age=b:25-34");
    refused("by", "question=meaning&by=collector");
  }

  @Test
  void aTableTooLargeIsRefusedHoweverManyQuestionsSplitIt() {
    List<String> segments = MAY9.survey().segments();
    refused("by", "question=meaning&by=" + String.join(",", segments));
    String all =
        String.join(
            ",",
            MAY9.items().values().stream()
                .filter(item -> item.isChoice() && !item.code().equals("meaning"))
                .map(Item::code)
                .toList());
    refused("by", "question=meaning&by=" + all);
  }

  @Test
  void comparisonsAreLimitedAsCellsAre() {
    String many = "question=meaning&by=region,age,gender&metrics=share&weights=none";
    assertEquals(3, read(many).by().size());
    refused("by", many + "&compare=pairwise");
    String waves =
        IntStream.range(0, 400).mapToObj(i -> "open:w" + i).collect(Collectors.joining(","));
    assertEquals(400, read("question=meaning&metrics=share&collector=" + waves).pools().size());
    refused("by", "question=meaning&metrics=share&compare=collectors&collector=" + waves);
  }

  @Test
  void notAllReleasesAreReadAtOnce() {
    String many =
        IntStream.rangeClosed(1, 25).mapToObj(Integer::toString).collect(Collectors.joining(","));
    refused("release", "question=meaning&metrics=share&release=" + many);
  }

  @Test
  void aGroupHasOneMeaning() {
    refused("groups.age", "question=meaning&by=age&groups.age=a:18-24&groups.age=a:25-34");
    refused(
        "groups.collector",
        "question=meaning&collector=open,invited&mixed=yes&by=collector&groups.collector=a:open");
  }
}
