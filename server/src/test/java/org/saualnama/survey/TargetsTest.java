package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.saualnama.survey.River.GOOD;

import org.junit.jupiter.api.Test;

final class TargetsTest {
  private static final String AGE = "targets/age.csv";
  private static final String PLACE = "targets/place.csv";

  @Test
  void sharesThatDoNotSumToOneAreToldTheirSum() {
    GOOD.withTarget(AGE, "0.25", "0.24").hasTargetProblem(AGE, 1, "sum to 0.990000, not to 1");
    GOOD.withTarget(AGE, "0.25", "0.2500005").survey();
  }

  @Test
  void aCategoryIsOneOfTheMarginAfterGrouping() {
    GOOD.withTarget(AGE, "60-up", "70-up")
        .hasTargetProblem(AGE, 3, "'70-up' is none of margin 'age'", "use one of adult, 60-up");
    GOOD.withTarget(AGE, "adult", "18-39").hasTargetProblem(AGE, 2, "'18-39' is none");
    GOOD.withTarget(AGE, "60-up", "under_18").hasTargetProblem(AGE, 3, "'under_18' is none");
    GOOD.withTarget(PLACE, "city:right", "city").hasTargetProblem(PLACE, 3, "then ':' and");
    GOOD.withTarget(PLACE, "city:right", "right:city").hasTargetProblem(PLACE, 3, "'right:city'");
  }

  @Test
  void aCategoryHasOneTarget() {
    GOOD.withTarget(AGE, "60-up", "adult").hasTargetProblem(AGE, 3, "'adult' has two targets");
  }

  @Test
  void everyCellOfARowIsChecked() {
    GOOD.withTarget(AGE, "0.25,\"yes: 3 of 4, and 1 of 4\"", "0.25,maybe")
        .hasTargetProblem(AGE, 3, "computed is 'maybe'");
    GOOD.withTarget(PLACE, "city:left,0.4,no,2026-01-01", "city:left,0.4,no,lately")
        .hasTargetProblem(PLACE, 2, "the reference date is 'lately'");
    GOOD.withTarget(PLACE, "city:left,0.4,no,2026-01-01,Census", "city:left,0.4,no,2026-01-01,")
        .hasTargetProblem(PLACE, 2, "there is no source");
    GOOD.withTarget(PLACE, "city:left,0.4,no,", "city:left,0.4,")
        .hasAmongOthers(PLACE + ":2: ", "there are 4 columns");
    GOOD.withTarget(PLACE, "city:left", "\"city:left")
        .hasAmongOthers(PLACE + ":2: ", "no row of CSV");
    GOOD.withTarget(PLACE, "village:left", "\n\nvillage:left").survey();
  }

  @Test
  void aShareIsANumberFromNoughtToOne() {
    for (String share : new String[] {"40%", "-0.1", "1.2", "NaN", "1e999999999", ""}) {
      GOOD.withTarget(PLACE, "city:left,0.4,", "city:left," + share + ",")
          .hasAmongOthers(PLACE + ":2: ", "the share is");
    }
  }

  @Test
  void theHeaderIsFixed() {
    GOOD.withTarget(AGE, "category,share", "group,share").hasTargetProblem(AGE, 1, "the header is");
  }

  @Test
  void aTargetFileIsThereAndInsideTheFolder() {
    GOOD.with("targets/age.csv", "targets/ages.csv")
        .hasProblem("targets: targets/ages", "not there");
    GOOD.with("targets/age.csv", "targets/../targets/age.csv")
        .hasProblem("targets: targets/..", "not there");
    GOOD.with("targets/age.csv", "age.csv").hasProblem("targets: age.csv", "targets/region.csv");
  }

  @Test
  void aTableMayStandInTheDefinitionItself() {
    River inline = GOOD.with("targets: " + AGE, "targets: |\n" + indented(GOOD.files().get(AGE)));
    assertEquals(GOOD.survey(), inline.survey());
    inline
        .with("          60-up,", "          70-up,")
        .hasProblem("          70-up,", "'70-up' is none of margin 'age'");
    inline
        .with("          category,share", "          group,share")
        .hasProblem("group,share", "header");
  }

  @Test
  void whatWasReadHoldsItsTablesAndNeedsNoFile() {
    Survey survey = Definitions.survey(Definitions.json(GOOD.survey()));
    assertEquals(GOOD.survey(), survey);
    Margin age = survey.weighting().margins().get(0);
    assertEquals(GOOD.read().targets().get(age.code()), age.shares());
  }

  private static String indented(String table) {
    return table.indent(10).stripTrailing();
  }

  @Test
  void aMarginIsMadeOfSegments() {
    GOOD.with("segments: [settlement, bank]", "segments: [settlement, swim]")
        .hasAmongOthers(
            "river.yaml:" + GOOD.line("segments: [settlement, bank]"),
            "'swim', which is no segment");
  }

  @Test
  void aGroupJoinsCategoriesThatAreThere() {
    GOOD.with("adult: [18-39, 40-59]", "adult: [18-39, 40-59, 50-59]")
        .hasProblem("groups: {", "joins '50-59', which nobody can be in", "18-39, 40-59, 60-up");
    GOOD.with("adult: [18-39, 40-59]", "adult: [18-39, 40-59], x: [40-59]")
        .hasAmongOthers("river.yaml:", "'40-59', which is in 'adult'");
    GOOD.with("adult: [18-39, 40-59]", "60-up: [18-39, 40-59]")
        .hasAmongOthers("river.yaml:", "the name of a category outside it");
  }
}
