package org.saualnama.disclosure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How much noise a count gets by a random number of 16 bits: of mean 0 and variance 3, at most 5,
 * and never so that a count of 1, 2 or less than 0 comes out.
 */
final class PerturbationTable {
  private record Line(int noise, int below) {}

  private static final PerturbationTable SHIPPED = read("ptable.csv");

  private final List<List<Line>> rows;

  private PerturbationTable(List<List<Line>> rows) {
    this.rows = rows;
  }

  /** The one that is used, and public: it protects nothing that a secret has to. */
  static PerturbationTable shipped() {
    return SHIPPED;
  }

  private static PerturbationTable read(String resource) {
    List<List<Line>> rows = new ArrayList<>();
    try (InputStream in = PerturbationTable.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(
              cells -> {
                int row = Integer.parseInt(cells[0]);
                if (row == rows.size()) {
                  rows.add(new ArrayList<>());
                }
                rows.get(row).add(new Line(Integer.parseInt(cells[1]), Integer.parseInt(cells[2])));
              });
      return new PerturbationTable(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The noise for {@code count}; all counts above the last row's are alike. */
  int noise(int count, int u16) {
    for (Line line : rows.get(Math.min(count, rows.size() - 1))) {
      if (u16 < line.below()) {
        return line.noise();
      }
    }
    throw new IllegalArgumentException(u16 + " has more than 16 bits");
  }
}
