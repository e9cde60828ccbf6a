package org.saualnama.microdata;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One column of the microdata, with all that its reader has to know.
 *
 * @param name fit for every format: at most 32 letters, digits and underscores
 * @param question the code of what was asked; several flags share one
 * @param code what was chosen, of a flag; else empty
 * @param option its words
 * @param label a few words
 * @param text all words
 * @param randomised whether chance had a part in the answers
 * @param least of numbers, and {@code greatest}: what may come
 * @param values in the definition's order, residuals last; of numbers residuals only
 * @param byNumber the same by their numbers: looked up for every cell
 */
record Variable(
    String name,
    Kind kind,
    Measure measure,
    String question,
    String code,
    String option,
    String label,
    String text,
    boolean randomised,
    int least,
    int greatest,
    List<Value> values,
    Map<Integer, Value> byNumber) {

  /** How its cells are to be read. */
  enum Kind {
    /** Each number is one of the values. */
    CODED,
    /** 1 if it was chosen, 0 if something else was. */
    FLAG,
    /** A whole number, or a residual. */
    NUMBER,
    /** Any positive number. */
    WEIGHT
  }

  Variable(
      String name,
      Kind kind,
      Measure measure,
      String question,
      String code,
      String option,
      String label,
      String text,
      boolean randomised,
      int least,
      int greatest,
      List<Value> values) {
    this(
        name,
        kind,
        measure,
        question,
        code,
        option,
        label,
        text,
        randomised,
        least,
        greatest,
        List.copyOf(values),
        values.stream().collect(Collectors.toMap(Value::number, Function.identity())));
  }

  List<Value> residuals() {
    return values.stream().filter(Value::residual).toList();
  }

  /** The value that {@code cell} stands for; null for a plain number. */
  Value value(double cell) {
    return byNumber.get((int) cell);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
