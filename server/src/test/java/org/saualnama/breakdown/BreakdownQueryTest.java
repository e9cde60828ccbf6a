package org.saualnama.breakdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Problem;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.SurveyVersion;

final class BreakdownQueryTest {
  private static final SurveyVersion MAY9 =
      new SurveyVersion(
          new DefinitionReader()
              .read(Path.of("../survey-defs/may9-kz.yaml"))
              .survey()
              .orElseThrow(),
          1);

  @Test
  void aQuestionAloneIsAskedOfAllInTheFirstLanguage() {
    BreakdownQuery query = parse("question=meaning");
    assertEquals("meaning", query.item().code());
    assertEquals(List.of(), query.by());
    assertEquals(Map.of(), query.where());
    assertEquals("open", query.collector());
    assertEquals("kk", query.language());
  }

  @Test
  void segmentsKeepTheOrderTheyAreAskedIn() {
    assertEquals(List.of("age", "region"), parse("question=meaning", "by=age", "by=region").by());
    assertEquals(List.of("region", "age"), parse("question=meaning", "by=region", "by=age").by());
    assertEquals(List.of("region", "age"), parse("question=meaning", "by=region,age").by());
  }

  @Test
  void aFilterNamesItsSegmentInTheParameter() {
    BreakdownQuery query =
        parse("question=meaning", "where.gender=woman", "by=age", "collector=open", "lang=ru");
    assertEquals(Map.of("gender", "woman"), query.where());
    assertEquals(List.of("age"), query.by());
    assertEquals("ru", query.language());
  }

  @Test
  void aGroupingIsAskedForLikeASegmentAndNotBesideIt() {
    BreakdownQuery query = parse("question=meaning", "by=age", "where.urban_rural=rural");
    assertEquals(Map.of("urban_rural", "rural"), query.where());
    assertEquals(List.of("urban_rural"), parse("question=meaning", "by=urban_rural").by());
    refused("by", "repeated", "grouping", "question=meaning", "by=settlement,urban_rural");
    refused(
        "where.urban_rural",
        "unknown_category",
        "urban",
        "question=meaning",
        "where.urban_rural=x");
  }

  @Test
  void anyCollectorWithPublishedFiguresMayBeAskedForOnce() {
    String one = "collector=interviewer:2027-05";
    assertEquals("interviewer:2027-05", parse("question=meaning", one).collector());
    refused("collector", "not_once", "'collector'", "question=meaning", one, "collector=open");
  }

  @Test
  void aGridIsAskedRowByRow() {
    assertEquals("forms_public.parade", parse("question=forms_public.parade").item().code());
    refused("question", "unknown_question", "forms_public.parade", "question=forms_public");
  }

  @Test
  void anUnknownNameIsAnsweredWithWhatThereIs() {
    refused("question", "unknown_question", "meaning, certainty", "question=meening");
    refused("by", "unknown_segment", "region, settlement, age", "question=meaning", "by=place");
    refused("by", "unknown_segment", "region", "question=meaning", "by=region,place");
    refused("by", "unknown_segment", "region", "question=meaning", "by=region,");
    refused("by", "unknown_segment", "region", "question=meaning", "by=meaning");
    refused("where.place", "unknown_segment", "region", "question=meaning", "where.place=KZ-75");
    refused("where.age", "unknown_category", "18-24, 25-34", "question=meaning", "where.age=20");
    refused(
        "collector",
        "unknown_collector",
        "Use one of open, interviewer:2027-05.",
        "question=meaning",
        "collector=invited");
    refused("lang", "unknown_language", "kk, ru, en", "question=meaning", "lang=fr");
    refused("group", "unknown_parameter", "question, by", "question=meaning", "group=age");
  }

  @Test
  void whoIsScreenedOutIsNoCategory() {
    refused("where.age", "unknown_category", "65plus", "question=meaning", "where.age=under_18");
    assertEquals(
        List.of("18-24", "25-34", "35-44", "45-54", "55-64", "65plus"),
        MAY9.items().get("age").counted());
  }

  @Test
  void filtersCountAsDimensions() {
    parse("question=meaning", "where.gender=woman", "where.age=18-24");
    String[] three = {"question=meaning", "by=region", "by=age", "where.gender=woman"};
    refused("by", "too_many_dimensions", "At most 2", three);
    refused(
        "by",
        "too_many_dimensions",
        "At most 2",
        "question=meaning",
        "by=region",
        "by=age",
        "by=gender");
  }

  @Test
  void aSegmentIsNamedOnce() {
    refused("by", "repeated", "'age'", "question=meaning", "by=age", "by=age");
    refused("by", "repeated", "'age'", "question=meaning", "by=age,age");
    refused("by", "repeated", "'age'", "question=meaning", "by=age", "where.age=18-24");
  }

  @Test
  void whatCanOnlyBeOneIsGivenOnce() {
    refused("question", "not_once", "'question'");
    refused("question", "not_once", "'question'", "question=meaning", "question=feeling");
    refused("lang", "not_once", "'lang'", "question=meaning", "lang=kk", "lang=ru");
    refused(
        "where.age",
        "not_once",
        "'where.age'",
        "question=meaning",
        "where.age=18-24",
        "where.age=25-34");
  }

  private static void refused(String field, String code, String says, String... parameters) {
    Refusal refusal = assertThrows(Refusal.class, () -> parse(parameters));
    assertEquals(Reason.MALFORMED, refusal.reason());
    Problem problem = refusal.problems().get(0);
    assertEquals(List.of(field, code), List.of(problem.field(), problem.code()));
    assertTrue(problem.detail().contains(says), problem::detail);
  }

  private static BreakdownQuery parse(String... parameters) {
    Map<String, List<String>> all = new TreeMap<>();
    for (String parameter : parameters) {
      List<String> pair = Arrays.asList(parameter.split("=", 2));
      all.merge(
          pair.get(0),
          List.of(pair.get(1)),
          (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return BreakdownQuery.parse(MAY9, all, List.of("interviewer:2027-05"));
  }
}
