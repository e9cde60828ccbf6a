package org.saualnama.microdata;

import java.util.Locale;

/** What may be reckoned with a variable's numbers; in the order of SPSS's codes, from 1 on. */
enum Measure {
  NOMINAL,
  ORDINAL,
  SCALE;

  int spss() {
    return ordinal() + 1;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
