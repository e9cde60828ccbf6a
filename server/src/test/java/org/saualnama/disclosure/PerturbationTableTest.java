package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the table, by all of its 65,536 draws. */
final class PerturbationTableTest {
  private static final int DRAWS = 65_536;

  private final PerturbationTable table = PerturbationTable.shipped();

  /** Noise to the number of draws that give it. */
  private Map<Integer, Integer> draws(int count) {
    Map<Integer, Integer> draws = new TreeMap<>();
    for (int u16 = 0; u16 < DRAWS; u16++) {
      draws.merge(table.noise(count, u16), 1, Integer::sum);
    }
    return draws;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 1000})
  void theNoiseOfACountHasMeanZeroVarianceThreeAndItsSupport(int count) {
    long sum = 0;
    double squares = 0;
    for (Map.Entry<Integer, Integer> noise : draws(count).entrySet()) {
      int perturbed = count + noise.getKey();
      assertTrue(perturbed == 0 || perturbed >= 3, count + " becomes " + perturbed);
      assertTrue(Math.abs(noise.getKey()) <= 5);
      sum += (long) noise.getKey() * noise.getValue();
      squares += Math.pow(noise.getKey(), 2) * noise.getValue();
    }
    assertEquals(0, sum);
    assertEquals(3, squares / DRAWS, 5e-4);
  }

  @Test
  void zeroStaysZero() {
    assertEquals(Map.of(0, DRAWS), draws(0));
  }

  @Test
  void itIsTheReferenceTable() {
    Map<String, Integer> last = new TreeMap<>();
    for (Map<String, String> line : GoldenTallies.rows("ptable.csv")) {
      int from = last.getOrDefault(line.get("i"), 0);
      int to = Integer.parseInt(line.get("cum_upper_65536"));
      assertEquals(Integer.parseInt(line.get("weight_65536")), to - from);
      int count = Integer.parseInt(line.get("i"));
      assertEquals(Integer.parseInt(line.get("v")), table.noise(count, from));
      assertEquals(Integer.parseInt(line.get("v")), table.noise(count, to - 1));
      last.put(line.get("i"), to);
    }
    last.values().forEach(end -> assertEquals(DRAWS, end));
    assertEquals(9, last.size());
  }

  @Test
  void sixteenBitsAreAll() {
    assertThrows(IllegalArgumentException.class, () -> table.noise(3, DRAWS));
  }
}
