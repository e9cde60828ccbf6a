package org.saualnama.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.saualnama.weighting.ClashingMargins.Miss;

/** What stewards are told of weights. */
final class ExactReportTest {
  @Test
  void aReportForStewardsHasEveryFigure() {
    Sample sample = Sample.of(60, 40);
    List<TargetTotals> margins =
        List.of(
            TargetTotals.of(
                sample,
                new MarginShares(
                    "m", List.of("a", "b", "c"), new double[] {0.4, 0.4, 0.2}, new int[] {0, 1})));
    double[] weights = Raking.weigh(sample, margins);
    Map<String, Object> view =
        new ExactReport(
                "lake",
                2,
                "open",
                Scheme.RAKED,
                new StoredWeights(
                    weights,
                    100,
                    Optional.of(WeightingReport.of(sample, margins, weights)),
                    Optional.empty(),
                    List.of()))
            .view();
    assertEquals("lake", view.get("survey"));
    assertEquals(2, view.get("release"));
    assertEquals("open", view.get("collector"));
    assertEquals("raked", view.get("scheme"));
    assertEquals(100L, view.get("respondents"));
    assertEquals(96, (double) view.get("effective_size"), 1e-9);
    assertEquals(100 / 96.0, (double) view.get("design_effect"), 1e-9);
    assertTrue(view.get("weights").toString().startsWith("{least=0.83"), view::toString);
    assertEquals(
        "[{margin=m, category=a, unweighted=60.0, wanted=50.0, reached=50.0},"
            + " {margin=m, category=b, unweighted=40.0, wanted=50.0, reached=50.0}]",
        view.get("margins").toString());
    String uncovered = view.get("uncovered").toString();
    assertTrue(uncovered.startsWith("[{margin=m, categories=[c], share=0."), uncovered);
  }

  @Test
  void aReportOfAFailureHasItsMisses() {
    Map<String, Object> view =
        new ExactReport(
                "lake",
                2,
                "open",
                Scheme.RAKED,
                new StoredWeights(
                    new double[0],
                    100,
                    Optional.empty(),
                    Optional.of("they clash"),
                    List.of(new Miss("m", "a", 50, 20))))
            .view();
    assertEquals("they clash", view.get("failed"));
    assertEquals(
        "[{margin=m, category=a, wanted=50.0, reached=20.0}]", view.get("misses").toString());
  }
}
