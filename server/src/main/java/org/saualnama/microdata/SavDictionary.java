package org.saualnama.microdata;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.saualnama.microdata.Variable.Kind;

/**
 * What stands before the cases of an SPSS system file: header, variables, labels, missing values,
 * measures, long names, encoding.
 *
 * <p>After "System File Format" in the GNU PSPP developers' guide.
 */
final class SavDictionary {
  static final double BIAS = 100;

  private static final int LONGEST_LABEL = 255;
  private static final int LONGEST_VALUE_LABEL = 120; // more is lost in older versions of SPSS
  private static final int LINE = 80;
  private static final int FORMAT_F = 5;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd MMM yy", Locale.ENGLISH);

  private final Codebook codebook;
  private final LittleEndian out;

  SavDictionary(Codebook codebook, LittleEndian out) {
    this.codebook = codebook;
    this.out = out;
  }

  void write() {
    header();
    List<Variable> variables = codebook.variables();
    IntStream.range(0, variables.size()).forEach(i -> variable(variables.get(i), i));
    IntStream.range(0, variables.size()).forEach(i -> valueLabels(variables.get(i), i));
    document();
    extension(3, 4, 8);
    // version, none; machine, IEEE 754; bytecode compression; little-endian; UTF-8
    List.of(22, 0, 0, -1, 1, 1, 2, 65_001).forEach(out::i32);
    extension(4, 8, 3);
    out.f64(-Double.MAX_VALUE).f64(Double.MAX_VALUE).f64(Math.nextUp(-Double.MAX_VALUE));
    extension(11, 4, 3 * variables.size());
    variables.forEach(v -> out.i32(v.measure().spss()).i32(8).i32(1));
    text(13, names());
    extension(16, 8, 2);
    out.i64(1).i64(codebook.rows());
    text(20, "UTF-8");
    out.i32(999).i32(0);
  }

  private void header() {
    out.text("$FL2")
        .field("@(#) SPSS DATA FILE - Saualnama", 60, ' ')
        .i32(2)
        .i32(codebook.variables().size())
        .i32(1) // compressed by bytecodes
        .i32(codebook.weight().isPresent() ? codebook.weight().getAsInt() + 1 : 0)
        .i32((int) Math.min(codebook.rows(), Integer.MAX_VALUE))
        .f64(BIAS)
        .field(DAY.format(codebook.day()), 9, ' ')
        .field("00:00:00", 8, ' ')
        .field(codebook.title(), 64, ' ')
        .field("", 3, '\0');
  }

  private static int format(int width, int decimals) {
    return (FORMAT_F << 16) | (width << 8) | decimals;
  }

  private static String shortName(int i) {
    return "V" + (i + 1);
  }

  private String names() {
    return IntStream.range(0, codebook.variables().size())
        .mapToObj(i -> shortName(i) + "=" + codebook.variables().get(i).name())
        .collect(Collectors.joining("\t"));
  }

  private void variable(Variable variable, int i) {
    List<Value> residuals = variable.residuals();
    int format = variable.is(Kind.WEIGHT) ? format(12, 6) : format(11, 0);
    String label = LittleEndian.fitting(LONGEST_LABEL, variable.text(), variable.label());
    out.i32(2)
        .i32(0)
        .i32(1)
        .i32(residuals.isEmpty() ? 0 : residuals.size() == 1 ? 1 : -2)
        .i32(format)
        .i32(format)
        .field(shortName(i), 8, ' ');
    int length = LittleEndian.length(label);
    out.i32(length).field(label, (length + 3) / 4 * 4, ' ');
    if (residuals.size() == 1) {
      out.f64(residuals.get(0).number());
    } else if (!residuals.isEmpty()) {
      out.f64(residuals.stream().mapToInt(Value::number).min().getAsInt())
          .f64(residuals.stream().mapToInt(Value::number).max().getAsInt());
    }
  }

  private void valueLabels(Variable variable, int i) {
    if (variable.values().isEmpty()) {
      return;
    }
    out.i32(3).i32(variable.values().size());
    for (Value value : variable.values()) {
      String label = LittleEndian.fitting(LONGEST_VALUE_LABEL, value.label());
      int length = LittleEndian.length(label);
      out.f64(value.number()).i8(length).field(label, (length + 1 + 7) / 8 * 8 - 1, ' ');
    }
    out.i32(4).i32(1).i32(i + 1);
  }

  /** The notes, in lines of 80 bytes. */
  private void document() {
    List<String> lines = new ArrayList<>();
    for (String note : codebook.notes()) {
      StringBuilder line = new StringBuilder();
      for (String word : note.split(" ", -1)) {
        if (LittleEndian.length(line + " " + word) > LINE && !line.isEmpty()) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    out.i32(6).i32(lines.size());
    lines.forEach(line -> out.field(line, LINE, ' '));
  }

  private void extension(int kind, int size, int count) {
    out.i32(7).i32(kind).i32(size).i32(count);
  }

  private void text(int kind, String text) {
    extension(kind, 1, LittleEndian.length(text));
    out.text(text);
  }
}
