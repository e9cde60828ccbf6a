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
    return joint.only(keptRows, keptColumns);
  }

  private static int[] kept(
      Design design, JointCounts joint, int levels, IntUnaryOperator levelOf) {
    double[] weight = new double[levels];
    for (int cell = 0; cell < joint.rows() * joint.columns(); cell++) {
      for (int g : joint.profiles(cell)) {
        weight[levelOf.applyAsInt(cell)] += design.weight(g) * joint.count(cell, g);
      }
    }
    return IntStream.range(0, levels).filter(level -> weight[level] > 0).toArray();
  }
}
