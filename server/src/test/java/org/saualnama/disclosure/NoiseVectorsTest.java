package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.disclosure.Perturbation.Perturbed;

/** Keys, noise and weighted sums, held to what a script in another language makes of the same. */
final class NoiseVectorsTest {
  @TempDir private static Path folder;
  private static GoldenTallies golden;
  private static Lattice lattice;
  private static Map<Domain, DomainSums> sums;
  private static Perturbation perturbation;

  @BeforeAll
  static void read() {
    golden = new GoldenTallies(folder);
    lattice =
        new Lattice("open", golden.tallies(golden.people), GoldenTallies.weights(golden.people));
    sums = lattice.sums(Axis.groupings(golden.axes(), List.of()));
    perturbation =
        new Perturbation(new DisclosureControl(golden.version.survey()), GoldenTallies.noise());
  }

  @Test
  void recordKeysAreThoseOfTheVectors() {
    for (Map<String, String> row : GoldenTallies.rows("sdc/record_keys.csv")) {
      assertEquals(Long.parseLong(row.get("record_key_long")), GoldenTallies.key(row.get("id")));
    }
  }

  @Test
  void everyVectorMatches() {
    Map<String, ExactRow> rows = new HashMap<>();
    for (String item : List.of("q_role", "q_forms")) {
      rows(item).forEach(row -> rows.put(label(row) + " " + item, row));
    }
    List<Map<String, String>> vectors = GoldenTallies.rows("sdc/vectors.csv");
    assertEquals(1248, vectors.size());
    for (Map<String, String> vector : vectors) {
      matches(vector, rows.get(vector.get("domain") + " " + vector.get("question")));
    }
  }

  private static void matches(Map<String, String> vector, ExactRow row) {
    String option = vector.get("option");
    int k = row.item().codes().indexOf(option);
    assertEquals(Integer.parseInt(vector.get("base")), row.answered());
    assertEquals(vector.get("domain_key_hex"), HexFormat.of().toHexDigits(row.keySum()));
    assertEquals(Integer.parseInt(vector.get("count")), row.chosen(k));
    Noise.Draw draw = GoldenTallies.noise().draw(row.item().code(), option, row.keySum());
    assertEquals(Integer.parseInt(vector.get("u16")), draw.u16());
    assertEquals(number(vector, "dither"), draw.dither(), 0, "to the bit");
    near(number(vector, "sum_w"), row.weight());
    near(number(vector, "s_scale"), row.scale());
    near(number(vector, "sum_w_option"), row.weightOf(k));
    Perturbed perturbed = perturbation.perturbed(row, row.scale()).get(k);
    assertEquals(Integer.parseInt(vector.get("perturbed_count")), perturbed.count());
    near(number(vector, "perturbed_sum_w"), perturbed.weight());
  }

  private static double number(Map<String, String> vector, String column) {
    return Double.parseDouble(vector.get(column));
  }

  private static void near(double expected, double actual) {
    assertEquals(expected, actual, 1e-9 * Math.max(1, Math.abs(expected)));
  }

  @Test
  void overTheLatticeTheNoiseHasMeanZeroAndVarianceThree() {
    double sum = 0;
    double squares = 0;
    int cells = 0;
    for (ExactRow row : rows("q_role")) {
      List<Perturbed> perturbed = perturbation.perturbed(row, row.heaviest());
      for (int k = 0; k < perturbed.size(); k++) {
        int noise = perturbed.get(k).count() - row.chosen(k);
        if (row.chosen(k) > 0 && row.answered() >= 30) {
          sum += noise;
          squares += noise * noise;
          cells++;
        }
      }
    }
    double mean = sum / cells;
    assertTrue(cells > 3_000, "cells: " + cells);
    assertTrue(Math.abs(mean) < 0.06, "mean " + mean);
    double variance = squares / cells - mean * mean;
    assertTrue(variance > 2.8 && variance < 3.2, "variance " + variance);
  }

  @Test
  void noCountIsEverOneTwoOrNegativeAndZeroStaysZero() {
    for (String item : List.of("q_role", "q_forms")) {
      for (ExactRow row : rows(item)) {
        List<Perturbed> perturbed = perturbation.perturbed(row, row.heaviest());
        for (int k = 0; k < perturbed.size(); k++) {
          int count = perturbed.get(k).count();
          assertTrue(count == 0 || count >= 3, row.key() + " has " + count);
          assertTrue(row.chosen(k) > 0 || (count == 0 && perturbed.get(k).weight() == 0));
          assertTrue(perturbed.get(k).weight() >= 0);
        }
      }
    }
  }

  private static List<ExactRow> rows(String item) {
    List<ExactRow> rows = new ArrayList<>();
    lattice.rows(sums, golden.version.items().get(item), Set.of(item), 1, rows::add);
    return rows;
  }

  private static String label(ExactRow row) {
    List<String> names = row.domain().names();
    return names.isEmpty() ? "total" : String.join("&", names);
  }
}
