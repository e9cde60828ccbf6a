package org.saualnama.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Corrects p-values for how many there are: all comparisons of a table are one family. */
public enum Adjustment {
  /** Holm (1979, Scandinavian Journal of Statistics 6:65-70): no false finding, at 95 %. */
  HOLM {
    @Override
    public double[] of(double[] p) {
      double[] adjusted = new double[p.length];
      double largest = 0;
      List<Integer> ascending = order(p);
      for (int i = 0; i < p.length; i++) {
        largest = Math.max(largest, Math.min(1, p[ascending.get(i)] * (p.length - i)));
        adjusted[ascending.get(i)] = largest;
      }
      return adjusted;
    }
  },

  /** Benjamini and Hochberg (1995, JRSS B 57:289-300): few of the findings false. */
  BENJAMINI_HOCHBERG {
    @Override
    public double[] of(double[] p) {
      double[] adjusted = new double[p.length];
      double least = 1;
      List<Integer> ascending = order(p);
      for (int i = p.length; i > 0; i--) {
        least = Math.min(least, p[ascending.get(i - 1)] * p.length / i);
        adjusted[ascending.get(i - 1)] = least;
      }
      return adjusted;
    }
  };

  /** The adjusted values, in the order of {@code p}. */
  public abstract double[] of(double[] p);

  /** As it is written in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<Integer> order(double[] p) {
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> p[i]))
        .toList();
  }
}
