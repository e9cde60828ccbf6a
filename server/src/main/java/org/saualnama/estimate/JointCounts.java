package org.saualnama.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Who answered two questions, by both answers and profile: the cells of a table. */
public final class JointCounts {
  private final int rows;
  private final int columns;
  private final int[][] cells;
  private final int[] answered;

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
    this.answered = cells.length == 0 ? new int[0] : new int[cells[0].length];
    for (int[] cell : cells) {
      Arrays.setAll(answered, g -> answered[g] + cell[g]);
    }
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

  /** How many are in any cell. */
  int answered(int g) {
    return answered[g];
  }

  /** The profiles that anybody in the table has. */
  int[] profiles() {
    return IntStream.range(0, answered.length).filter(g -> answered[g] > 0).toArray();
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
