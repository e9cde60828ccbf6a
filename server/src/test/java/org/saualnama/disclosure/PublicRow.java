package org.saualnama.disclosure;

import java.util.List;

/**
 * A row as anybody reads it.
 *
 * @param domain {@code axis=category}
 * @param shares per cent by option; NaN where they are not told
 */
record PublicRow(List<String> domain, int asOf, int base, int effective, List<Double> shares) {
  PublicRow {
    domain = List.copyOf(domain);
    shares = List.copyOf(shares);
  }

  /** Of the lines of a table. */
  static PublicRow of(List<String> domain, int first, List<String[]> lines) {
    String[] line = lines.get(0);
    return new PublicRow(
        domain,
        Integer.parseInt(line[first + 5]),
        Integer.parseInt(line[first + 3]),
        Integer.parseInt(line[first + 4]),
        lines.stream()
            .map(l -> l[first].isEmpty() ? Double.NaN : Double.parseDouble(l[first]))
            .toList());
  }

  /** What shares are rounded to, in per cent. */
  double step() {
    return base >= 1_000 ? 0.1 : 1;
  }
}
