package org.saualnama.breakdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.saualnama.Node;

/** Counts a node's responses anew, by nothing but SQL, to hold its tables to them. */
record Recount(Node node, int minBase) {

  /** How many responses there are of this kind. */
  int count(String condition) {
    return Integer.parseInt(node.value("SELECT count(*) FROM response WHERE " + condition));
  }

  /** Compares cell by cell, the withheld ones too; returns how many domains are withheld. */
  int assertAsCounted(Dataset table, String item, List<String> by) {
    Map<List<String>, Integer> chosen = chosen(item, by);
    List<String> codes = table.categories("answer");
    int withheld = 0;
    for (List<String> domain : domains(table, by)) {
      List<Integer> counts =
          codes.stream().map(code -> chosen.getOrDefault(with(domain, code), 0)).toList();
      int base = counts.stream().mapToInt(count -> count).sum();
      withheld += base < minBase ? 1 : 0;
      Map<String, String> categories = new HashMap<>();
      IntStream.range(0, by.size()).forEach(i -> categories.put(by.get(i), domain.get(i)));
      for (int i = 0; i < codes.size(); i++) {
        assertCell(table, codes.get(i), categories, counts.get(i), base);
      }
    }
    return withheld;
  }

  private void assertCell(
      Dataset table, String code, Map<String, String> domain, int count, int base) {
    Integer share = table.value(Dataset.cell(code, "share", domain));
    Integer told = table.value(Dataset.cell(code, "base", domain));
    if (base < minBase) {
      assertNull(share, () -> domain + " has too few");
      assertNull(told, () -> domain + " has too few");
      assertEquals("c", table.status(Dataset.cell(code, "share", domain)));
    } else {
      assertEquals(Math.round(count * 100.0 / base), (long) share, () -> domain + " " + code);
      assertEquals(Math.round(base / 5.0) * 5, (long) told, () -> domain + " " + code);
    }
  }

  /** Categories and the code chosen, to how many. */
  private Map<List<String>, Integer> chosen(String item, List<String> by) {
    String columns =
        Stream.concat(by.stream(), Stream.of(item))
            .map(name -> "answers->>'" + name + "'")
            .collect(Collectors.joining(", "));
    String sql =
        "SELECT %s, count(*) FROM response WHERE answers->>'%s' IS NOT NULL GROUP BY %s"
            .formatted(columns, item, columns);
    Map<List<String>, Integer> chosen = new HashMap<>();
    for (List<String> row : node.query(sql)) {
      int last = row.size() - 1;
      chosen.put(row.subList(0, last), Integer.parseInt(row.get(last)));
    }
    return chosen;
  }

  private static List<List<String>> domains(Dataset table, List<String> by) {
    List<List<String>> domains = List.of(List.of());
    for (String segment : by) {
      domains =
          domains.stream()
              .flatMap(domain -> table.categories(segment).stream().map(c -> with(domain, c)))
              .toList();
    }
    return domains;
  }

  private static List<String> with(List<String> list, String last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }
}
