package org.saualnama.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What R made of the golden microdata, asked for at the exact door after import and release. */
final class GoldenOverHttpTest {
  private static final Map<String, String> WEIGHTS =
      Map.of(
          "raked", "raked",
          "raked_base", "raked",
          "unweighted", "none",
          "trimmed", "trimmed",
          "bounded", "calibrated");
  private static final Map<String, String> INTERVALS =
      Map.of(
          "ci_default", "default", "ci_logit", "logit", "ci_beta", "beta", "ci_wilson", "wilson");

  @TempDir static Path folder;
  private static GoldenNode golden;

  private final Map<String, ExactTable> asked = new HashMap<>();

  @BeforeAll
  static void start() {
    golden = GoldenNode.start(folder);
  }

  @AfterAll
  static void stop() {
    golden.close();
  }

  private static JsonNode json(String name) throws IOException {
    try (InputStream in = GoldenOverHttpTest.class.getResourceAsStream("/golden/" + name)) {
      return new ObjectMapper().readTree(in);
    }
  }

  /** Each question is asked once. */
  private ExactTable table(String design, String query) {
    String survey = design.equals("raked_base") ? GoldenNode.BASE : GoldenNode.RAKED;
    return asked.computeIfAbsent(
        survey + "?weights=" + WEIGHTS.get(design) + "&" + query,
        any -> golden.mixed(survey, "weights=" + WEIGHTS.get(design) + "&" + query));
  }

  /** {@code age_group=65+&language=kk} in this survey's words. */
  private static Map<String, String> domain(String name) {
    Map<String, String> domain = new LinkedHashMap<>();
    if (!name.equals("total")) {
      for (String part : name.split("&", -1)) {
        String[] pair = part.split("=", 2);
        domain.put(segment(pair[0]), code(pair[1]));
      }
    }
    return domain;
  }

  private static String segment(String column) {
    return column.equals("source") ? "collector" : column;
  }

  private static String code(String value) {
    return value.equals("65+") ? "65plus" : value.equals("optin") ? "open" : value;
  }

  private static String by(Map<String, String> domain) {
    return domain.isEmpty() ? "" : "&by=" + String.join(",", domain.keySet());
  }

  @Test
  void sharesTheirErrorsAndIntervals() throws IOException {
    for (JsonNode row : json("proportions.json").get("estimates")) {
      Map<String, String> domain = domain(row.get("domain").asText());
      String design = row.get("design").asText();
      String option = row.get("option").asText();
      String question = "question=" + row.get("question").asText() + by(domain);
      ExactTable table =
          table(design, question + "&metrics=share,n,chose,se,se_fixed,deff,n_eff,kish");
      near(row, "n", table.value("n", option, domain), 0);
      near(row, "n_option", table.value("chose", option, domain), 0);
      near(row, "p", table.value("share", option, domain), 1e-10);
      near(row, "se_cal", table.value("se", option, domain), 1e-10);
      near(row, "se_fixed", table.value("se_fixed", option, domain), 1e-10);
      relative(row, "kish_neff", table.value("kish", option, domain), 1e-8);
      relative(row, "deff_cal", table.value("deff", option, domain), 1e-8);
      if (row.hasNonNull("neff_cal")) {
        relative(row, "neff_cal", table.value("n_eff", option, domain), 1e-8);
      }
      INTERVALS.forEach(
          (field, method) -> {
            ExactTable intervals = table(design, question + "&metrics=ci&interval=" + method);
            near(row.get(field), intervals.value("ci_low", option, domain), 0, row);
            near(row.get(field), intervals.value("ci_high", option, domain), 1, row);
          });
    }
  }

  private static void near(JsonNode interval, double value, int end, JsonNode row) {
    double wanted = interval.get(end).isNull() ? Double.NaN : interval.get(end).asDouble();
    assertEquals(wanted, value, 1e-8, row::toString);
  }

  @Test
  void meansAndTheirErrors() throws IOException {
    for (JsonNode row : json("means.json").get("means")) {
      Map<String, String> domain = domain(row.get("domain").asText());
      ExactTable table =
          table(
              row.get("design").asText(),
              "question=q_scale&metrics=mean,mean_n,mean_se,mean_se_fixed,mean_deff" + by(domain));
      near(row, "n", table.value("mean_n", "*", domain), 0);
      near(row, "mean", table.value("mean", "*", domain), 1e-10);
      near(row, "se_cal", table.value("mean_se", "*", domain), 1e-10);
      near(row, "se_fixed", table.value("mean_se_fixed", "*", domain), 1e-10);
      relative(row, "deff_cal", table.value("mean_deff", "*", domain), 1e-8);
    }
  }

  @Test
  void comparisonsOfSegments() throws IOException {
    for (JsonNode table : json("pairwise.json").get("pairwise")) {
      Map<List<String>, JsonNode> found = new HashMap<>();
      ExactTable answer =
          table(
              table.get("design").asText(),
              "question=q_role&compare=pairwise&metrics=share&by="
                  + table.get("segment").asText()
                  + variance(table));
      for (JsonNode row : answer.extension().get("comparisons")) {
        String a = row.get("a").asText();
        String b = row.get("b").asText();
        found.put(List.of(row.get("answer").asText(), a, b), row);
        found.put(List.of(row.get("answer").asText(), b, a), row);
      }
      assertEquals(table.get("rows").size() * 2, found.size());
      for (JsonNode row : table.get("rows")) {
        String a = code(row.get("a").asText());
        JsonNode pair =
            found.get(List.of(row.get("option").asText(), a, code(row.get("b").asText())));
        double sign = pair.get("a").asText().equals(a) ? 1 : -1;
        near(row, "diff", sign * pair.get("difference").asDouble(), 1e-10);
        near(row, "se", pair.get("se").asDouble(), 1e-10);
        relative(row, "t", sign * pair.get("t").asDouble(), 1e-8);
        near(row, "df", pair.get("df").asDouble(), 0);
        pValue(row, "p_value", pair.get("p").asDouble());
        pValue(row, "p_holm", pair.get("p_holm").asDouble());
        pValue(row, "p_bh", pair.get("p_bh").asDouble());
      }
    }
  }

  private static String variance(JsonNode row) {
    return row.get("variance").asText().equals("fixed") ? "&variance=fixed" : "";
  }

  @Test
  void testsOfIndependence() throws IOException {
    for (JsonNode row : json("rao_scott.json").get("rao_scott")) {
      if (row.get("variance").asText().equals("rake")) {
        // Ten sweeps of R's own approximation: informational, says golden/README.md.
        continue;
      }
      ExactTable table =
          table(
              row.get("design").asText(),
              "test=rao-scott&metrics=n&question="
                  + row.get("question").asText()
                  + "&by="
                  + segment(row.get("segment").asText())
                  + variance(row));
      for (JsonNode test : table.extension().get("tests")) {
        if (!test.has("answer")
            || test.get("answer").asText().equals(row.path("option").asText())) {
          test(row, test);
        }
      }
    }
  }

  @Test
  void aTestOfTwoQuestions() throws IOException {
    ExactTable table =
        table(
            "raked",
            "test=rao-scott&metrics=n&question=q_role&by=q_scale"
                + "&groups.q_scale=low:1,2,3&groups.q_scale=top:4,5");
    test(json("rao_scott.json").get("question_by_question"), table.extension().get("tests").get(0));
  }

  private static void test(JsonNode row, JsonNode test) {
    relative(row, "F", test.get("f").asDouble(), 1e-8);
    relative(row, "ndf", test.get("ndf").asDouble(), 1e-8);
    relative(row, "ddf", test.get("ddf").asDouble(), 1e-8);
    pValue(row, "p_value", test.get("p").asDouble());
    pValue(row, "first_order_p", test.get("p_first_order").asDouble());
  }

  @Test
  void whatWeightsCost() throws IOException {
    for (Map.Entry<String, JsonNode> design : json("designs.json").get("designs").properties()) {
      ExactTable table = table(design.getKey(), "question=q_role&metrics=share");
      JsonNode pool = table.extension().get("pools").get(0);
      JsonNode wanted = design.getValue();
      double mean = wanted.get("sum_w").asDouble() / wanted.get("n").asDouble();
      near(wanted, "n", pool.get("n").asDouble(), 0);
      relative(wanted, "kish_neff", pool.get("n_eff").asDouble(), 1e-9);
      relative(wanted, "kish_deff", pool.get("deff").asDouble(), 1e-9);
      relative(wanted, "min_w", pool.get("least_weight").asDouble() * mean, 1e-9);
      relative(wanted, "max_w", pool.get("greatest_weight").asDouble() * mean, 1e-9);
    }
    JsonNode raked = table("raked", "question=q_role&metrics=share").extension();
    assertEquals(
        "[\"KZ-ABROAD\"]", raked.at("/pools/0/uncovered/0/categories").toString(), raked::toString);
    assertEquals("mixed", raked.at("/pools/0/sample_type").asText());
  }

  private static void near(JsonNode row, String field, double value, double tolerance) {
    assertEquals(row.get(field).asDouble(), value, tolerance, () -> field + " of " + row);
  }

  private static void relative(JsonNode row, String field, double value, double tolerance) {
    if (row.hasNonNull(field)) {
      double wanted = row.get(field).asDouble();
      assertEquals(wanted, value, tolerance * Math.abs(wanted), () -> field + " of " + row);
    } else {
      assertEquals(Double.NaN, value, () -> field + " of " + row);
    }
  }

  private static void pValue(JsonNode row, String field, double value) {
    double wanted = row.get(field).asDouble();
    assertEquals(wanted, value, Math.max(1e-12, 1e-7 * wanted), () -> field + " of " + row);
  }
}
