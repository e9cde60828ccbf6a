package org.saualnama.microdata;

import java.util.List;

/** How Stata keeps a variable: the smallest type that holds it, with its missing values. */
enum DtaType {
  BYTE(65_530, 1, -127, 100, 101),
  INT(65_529, 2, -32_767, 32_740, 32_741),
  LONG(65_528, 4, -2_147_483_647, 2_147_483_620, 2_147_483_621),
  DOUBLE(65_526, 8, 0, 0, 0);

  /** Stata's {@code .a} as value labels and longs have it; {@code .b} and so on come after it. */
  static final int MISSING_A = 2_147_483_622;

  /** Up to {@code .z}. */
  static final int MOST_RESIDUALS = 26;

  private static final long MISSING_DOUBLE = 0x7fe0_0000_0000_0000L;

  final int code;
  final int size;
  private final int least;
  private final int greatest;
  private final int missing;

  DtaType(int code, int size, int least, int greatest, int missing) {
    this.code = code;
    this.size = size;
    this.least = least;
    this.greatest = greatest;
    this.missing = missing;
  }

  static DtaType of(Variable variable) {
    if (variable.is(Variable.Kind.WEIGHT)) {
      return DOUBLE;
    }
    boolean number = variable.is(Variable.Kind.NUMBER);
    List<Integer> numbers =
        number
            ? List.of(variable.least(), variable.greatest())
            : variable.values().stream().filter(v -> !v.residual()).map(Value::number).toList();
    for (DtaType type : List.of(BYTE, INT)) {
      if (numbers.stream().allMatch(n -> n >= type.least && n <= type.greatest)) {
        return type;
      }
    }
    return LONG;
  }

  /** A cell; residuals become {@code .a}, {@code .b}, ... in the order of the variable's. */
  void write(LittleEndian out, Variable variable, double cell) {
    if (this == DOUBLE) {
      out.i64(Double.isNaN(cell) ? MISSING_DOUBLE : Double.doubleToRawLongBits(cell));
      return;
    }
    Value value = Double.isNaN(cell) ? null : variable.value(cell);
    int number =
        Double.isNaN(cell)
            ? missing
            : value != null && value.residual()
                ? missing + (1 + variable.residuals().indexOf(value)) % (MOST_RESIDUALS + 1)
                : (int) cell;
    if (this == BYTE) {
      out.i8(number);
    } else if (this == INT) {
      out.i16(number);
    } else {
      out.i32(number);
    }
  }
}
