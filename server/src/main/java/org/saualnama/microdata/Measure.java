package org.saualnama.microdata;

import java.util.Locale;

/** What may be reckoned with a variable's numbers. */
enum Measure {
  NOMINAL(1),
  ORDINAL(2),
  SCALE(3);

  private final int spss;

  Measure(int spss) {
    this.spss = spss;
  }

  /** SPSS's code for it. */
  int spss() {
    return spss;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
