package org.saualnama.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.saualnama.weighting.Kish;

/** Every figure that R's survey package made of the golden microdata, from counts by profile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GoldenTest {
  private static final List<String> ROLES =
      List.of("celebration", "remembrance", "both", "neither", "undecided");
  private static final List<String> FORMS =
      List.of("parade", "march", "veterans_aid", "lessons", "concert", "quiet_memorial", "none");
  private static final List<String> POINTS = List.of("1", "2", "3", "4", "5");

  private final Golden golden = new Golden();
  private final Map<String, Design> designs = new HashMap<>();
  private final Map<String, Counts> counts =
      Map.of(
          "q_role", golden.counts("q_role", ROLES),
          "q_forms", golden.counts("q_forms", FORMS),
          "q_scale", golden.counts("q_scale", POINTS));

  private Design design(String name) {
    return designs.computeIfAbsent(name, golden::design);
  }

  private Design fixed(String name) {
    return designs.computeIfAbsent(name + " fixed", n -> golden.fixed(name));
  }

  private static List<String> options(String question) {
    return question.equals("q_role") ? ROLES : FORMS;
  }

  @Test
  void weightsAreThoseOfR() {
    List<Map<String, String>> rows = Golden.csv("weights.csv");
    for (String design : List.of("raked", "raked_base", "unweighted", "trimmed", "bounded")) {
      double[] weights = golden.weights(design);
      for (int i = 0; i < rows.size(); i++) {
        double wanted = Double.parseDouble(rows.get(i).get("w_" + design));
        double w = weights[golden.profileOf(i)];
        assertEquals(1, w / wanted, 1e-9, design + " " + rows.get(i).get("id"));
      }
    }
  }

  @Test
  void weightsHaveTheEffectiveSizeAndTotalsOfR() {
    for (Map.Entry<String, JsonNode> one :
        Golden.json("designs.json").get("designs").properties()) {
      double[] weights = golden.weights(one.getKey());
      int[] respondents =
          IntStream.range(0, weights.length).map(golden.sample(one.getKey())::count).toArray();
      near(one.getValue(), "kish_neff", Kish.effectiveSize(weights, respondents), 1e-6);
      near(one.getValue(), "sum_w", golden.sample(one.getKey()).total(weights), 1e-6);
    }
  }

  @Test
  void sharesTheirErrorsAndIntervalsAreThoseOfR() {
    for (JsonNode row : Golden.json("proportions.json").get("estimates")) {
      String design = row.get("design").asText();
      String question = row.get("question").asText();
      int option = options(question).indexOf(row.get("option").asText());
      Domain domain = golden.domain(row.get("domain").asText());
      Optional<Shares> shares = Shares.of(design(design), counts.get(question), domain);
      Share share = shares.orElseThrow().of(option);
      assertEquals(row.get("n").asLong(), share.n(), row::toString);
      assertEquals(row.get("n_option").asLong(), share.chose(), row::toString);
      near(row, "p", share.share(), 1e-10);
      near(row, "se_cal", share.standardError(), 1e-10);
      near(row, "kish_neff", share.kish(), 1e-8 * share.kish());
      relative(row, "deff_cal", share.designEffect().orElse(Double.NaN), 1e-8);
      if (row.hasNonNull("neff_cal")) {
        relative(row, "neff_cal", share.effectiveSize(), 1e-8);
      }
      Share plain = Shares.of(fixed(design), counts.get(question), domain).get().of(option);
      near(row, "se_fixed", plain.standardError(), 1e-10);
      interval(row, "ci_logit", IntervalMethod.LOGIT.of(share));
      interval(row, "ci_beta", IntervalMethod.BETA.of(share));
      interval(row, "ci_wilson", IntervalMethod.WILSON.of(share));
      interval(row, "ci_default", IntervalMethod.DEFAULT.of(share));
    }
  }

  @Test
  void meansAndTheirErrorsAreThoseOfR() {
    double[] points = {1, 2, 3, 4, 5};
    for (JsonNode row : Golden.json("means.json").get("means")) {
      String design = row.get("design").asText();
      Domain domain = golden.domain(row.get("domain").asText());
      Mean mean = Mean.of(design(design), counts.get("q_scale"), points, domain).orElseThrow();
      assertEquals(row.get("n").asLong(), mean.n(), row::toString);
      near(row, "mean", mean.mean(), 1e-10);
      near(row, "se_cal", mean.standardError(), 1e-10);
      relative(row, "deff_cal", mean.designEffect().orElse(Double.NaN), 1e-8);
      Mean plain = Mean.of(fixed(design), counts.get("q_scale"), points, domain).orElseThrow();
      near(row, "se_fixed", plain.standardError(), 1e-10);
    }
  }

  @Test
  void comparisonsOfSegmentsAreThoseOfR() {
    for (JsonNode table : Golden.json("pairwise.json").get("pairwise")) {
      String name = table.get("design").asText();
      Design design = table.get("variance").asText().equals("fixed") ? fixed(name) : design(name);
      String segment = table.get("segment").asText();
      List<Difference> differences = new ArrayList<>();
      for (JsonNode row : table.get("rows")) {
        Shares a = shares(design, segment, row.get("a").asText());
        Shares b = shares(design, segment, row.get("b").asText());
        Difference difference = Difference.between(a, b, ROLES.indexOf(row.get("option").asText()));
        near(row, "diff", difference.difference(), 1e-10);
        near(row, "se", difference.standardError(), 1e-10);
        relative(row, "t", difference.t(), 1e-8);
        assertEquals(row.get("df").asLong(), difference.degrees());
        pValue(row, "p_value", difference.pValue());
        differences.add(difference);
      }
      double[] p = differences.stream().mapToDouble(Difference::pValue).toArray();
      double[] holm = Adjustment.HOLM.of(p);
      double[] hochberg = Adjustment.BENJAMINI_HOCHBERG.of(p);
      for (int i = 0; i < p.length; i++) {
        pValue(table.get("rows").get(i), "p_holm", holm[i]);
        pValue(table.get("rows").get(i), "p_bh", hochberg[i]);
      }
    }
  }

  private Shares shares(Design design, String segment, String category) {
    return Shares.of(design, counts.get("q_role"), golden.domain(segment + "=" + category))
        .orElseThrow();
  }

  @Test
  void testsOfIndependenceAreThoseOfR() {
    for (JsonNode row : Golden.json("rao_scott.json").get("rao_scott")) {
      String variance = row.get("variance").asText();
      if (variance.equals("rake")) {
        // Ten sweeps of R's own approximation: informational, says golden/README.md.
        continue;
      }
      String name = row.get("design").asText();
      String segment = row.get("segment").asText();
      int levels = golden.categories(segment).size();
      int[] levelOf = golden.levels(segment);
      JointCounts joint =
          row.get("question").asText().equals("q_role")
              ? JointCounts.of(counts.get("q_role"), levels, levelOf)
              : JointCounts.ofOption(
                  counts.get("q_forms"),
                  FORMS.indexOf(row.get("option").asText()),
                  levels,
                  levelOf);
      independence(row, variance.equals("fixed") ? fixed(name) : design(name), joint);
    }
  }

  @Test
  void aTestOfTwoQuestionsIsThatOfR() {
    int profiles = golden.values("region").size();
    int[][] cells = new int[ROLES.size() * 2][profiles];
    for (int i = 0; i < golden.respondents().size(); i++) {
      Map<String, String> respondent = golden.respondents().get(i);
      String scale = respondent.get("q_scale");
      int role = ROLES.indexOf(respondent.get("q_role"));
      if (role >= 0 && !scale.isEmpty()) {
        int top = Integer.parseInt(scale) >= 4 ? 1 : 0;
        cells[top * ROLES.size() + role][golden.profileOf(i)]++;
      }
    }
    independence(
        Golden.json("rao_scott.json").get("question_by_question"),
        design("raked"),
        new JointCounts(ROLES.size(), 2, cells));
  }

  private static void independence(JsonNode row, Design design, JointCounts joint) {
    Independence test = Independence.test(design, joint).orElseThrow();
    relative(row, "F", test.f(), 1e-8);
    relative(row, "ndf", test.numerator(), 1e-8);
    relative(row, "ddf", test.denominator(), 1e-8);
    pValue(row, "p_value", test.pValue());
    pValue(row, "first_order_p", test.firstOrder());
  }

  private static void near(JsonNode row, String field, double value, double tolerance) {
    assertEquals(row.get(field).asDouble(), value, tolerance, () -> field + " of " + row);
  }

  private static void relative(JsonNode row, String field, double value, double tolerance) {
    if (row.hasNonNull(field)) {
      double wanted = row.get(field).asDouble();
      assertEquals(wanted, value, tolerance * Math.abs(wanted), () -> field + " of " + row);
    } else {
      assertTrue(Double.isNaN(value), () -> field + " of " + row);
    }
  }

  private static void pValue(JsonNode row, String field, double value) {
    double wanted = row.get(field).asDouble();
    assertEquals(wanted, value, Math.max(1e-12, 1e-7 * wanted), () -> field + " of " + row);
  }

  private static void interval(JsonNode row, String field, Optional<Interval> interval) {
    JsonNode wanted = row.get(field);
    if (wanted.get(0).isNull()) {
      assertTrue(interval.isEmpty(), () -> field + " of " + row);
    } else {
      Interval made = interval.orElseThrow(() -> new AssertionError(field + " of " + row));
      assertEquals(wanted.get(0).asDouble(), made.lower(), 1e-8, () -> field + " of " + row);
      assertEquals(wanted.get(1).asDouble(), made.upper(), 1e-8, () -> field + " of " + row);
    }
  }
}
