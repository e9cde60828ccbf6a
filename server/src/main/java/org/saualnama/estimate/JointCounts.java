package org.saualnama.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Who answered two questions, by both answers and profile: the cells of a table. */
public final class JointCounts {
  private final int rows;
  private final int columns;
  private final int[][] cells;
  private final int[][] profiles;

  /**
   * The cells, rows fastest.
   *
   * @param cells by cell ({@code column * rows + row}), then profile
   */
  public JointCounts(int rows, int columns, int[][] cells) {
    if (cells.length != rows * columns) {
      throw new IllegalArgumentException("a cell for each row and column");
    }
    this.rows = rows;
    this.columns = columns;
    this.cells = cells.clone();
    this.profiles = Arrays.stream(cells).map(JointCounts::some).toArray(int[][]::new);
  }

  private static int[] some(int[] counts) {
    return IntStream.range(0, counts.length).filter(g -> counts[g] > 0).toArray();
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  int count(int cell, int g) {
    return cells[cell][g];
  }

  /** The profiles that somebody of {@code cell} has. */
  int[] profiles(int cell) {
    return profiles[cell];
  }

  /** These of its rows and columns. */
  JointCounts only(int[] keptRows, int[] keptColumns) {
    int[][] kept = new int[keptRows.length * keptColumns.length][];
    for (int to = 0; to < kept.length; to++) {
      int column = keptColumns[to / keptRows.length];
      kept[to] = cells[column * rows + keptRows[to % keptRows.length]];
    }
    return new JointCounts(keptRows.length, keptColumns.length, kept);
  }

  /**
   * A question against a segment, whose category each profile has.
   *
   * @param levelOf by profile, from 0 to {@code levels} - 1, or negative if missing
   */
  public static JointCounts of(Counts counts, int levels, int[] levelOf) {
    int rows = counts.options();
    int[][] cells = new int[rows * levels][levelOf.length];
    for (int g = 0; g < levelOf.length; g++) {
      for (int row = 0; row < rows && levelOf[g] >= 0; row++) {
        cells[levelOf[g] * rows + row][g] = counts.chosen(row, g);
      }
    }
    return new JointCounts(rows, levels, cells);
  }

  /** One option of a multiple choice against a segment: chosen or not, of those who answered. */
  public static JointCounts ofOption(Counts counts, int option, int levels, int[] levelOf) {
    int[][] cells = new int[2 * levels][levelOf.length];
    for (int g = 0; g < levelOf.length; g++) {
      if (levelOf[g] >= 0) {
        int chosen = counts.chosen(option, g);
        cells[2 * levelOf[g]][g] = chosen;
        cells[2 * levelOf[g] + 1][g] = counts.answered(g) - chosen;
      }
    }
    return new JointCounts(2, levels, cells);
  }
}
