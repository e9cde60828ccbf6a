package org.saualnama.estimate;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Leaves out the rows and columns of a table that nobody is in. */
final class Levels {
  private Levels() {}

  static JointCounts withoutEmpty(Design design, JointCounts joint) {
    int rows = joint.rows();
    int[] keptRows = kept(design, joint, rows, cell -> cell % rows);
    int[] keptColumns = kept(design, joint, joint.columns(), cell -> cell / rows);
    int[][] cells = new int[keptRows.length * keptColumns.length][design.profiles()];
    for (int column = 0; column < keptColumns.length; column++) {
      for (int row = 0; row < keptRows.length; row++) {
        int from = keptColumns[column] * rows + keptRows[row];
        int to = column * keptRows.length + row;
        for (int g = 0; g < design.profiles(); g++) {
          cells[to][g] = joint.count(from, g);
        }
      }
    }
    return new JointCounts(keptRows.length, keptColumns.length, cells);
  }

  private static int[] kept(
      Design design, JointCounts joint, int levels, IntUnaryOperator levelOf) {
    double[] weight = new double[levels];
    for (int cell = 0; cell < joint.rows() * joint.columns(); cell++) {
      for (int g = 0; g < design.profiles(); g++) {
        weight[levelOf.applyAsInt(cell)] += design.weight(g) * joint.count(cell, g);
      }
    }
    return IntStream.range(0, levels).filter(level -> weight[level] > 0).toArray();
  }
}
