package org.saualnama.microdata;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * One column of a Parquet file: what it is, and the cells of the row group that is being filled.
 *
 * @see ParquetWriter
 */
final class ParquetColumn {
  /** Parquet's physical types. */
  static final int INT32 = 1;

  static final int DOUBLE = 5;
  static final int BYTE_ARRAY = 6;

  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int DICTIONARY = 8;

  /** Where a group's cells came to lie. */
  record Chunk(ParquetColumn column, long dictionary, long data, long end, int cells) {}

  private final String name;
  private final int variable;
  private final int type;
  private final List<Value> dictionary;
  private final DoubleUnaryOperator cell;
  private double[] cells = new double[0];
  private int filled;

  private ParquetColumn(
      String name, int variable, int type, List<Value> dictionary, DoubleUnaryOperator cell) {
    this.name = name;
    this.variable = variable;
    this.type = type;
    this.dictionary = dictionary;
    this.cell = cell;
  }

  /** Codes by a dictionary; flags and whole numbers as they are, their residuals left out. */
  static ParquetColumn of(Variable variable, int place) {
    return switch (variable.kind()) {
      case WEIGHT -> new ParquetColumn(variable.name(), place, DOUBLE, List.of(), cell -> cell);
      case CODED -> coded(variable.name(), place, variable.values());
      case FLAG -> new ParquetColumn(variable.name(), place, INT32, variable.values(), c -> c);
      case NUMBER ->
          new ParquetColumn(
              variable.name(),
              place,
              INT32,
              List.of(),
              number -> variable.value(number) == null ? number : Double.NaN);
    };
  }

  /** A number's residuals, in a column of their own: among numbers they would be added up. */
  static ParquetColumn ofResiduals(Variable variable, int place, String name) {
    return coded(name, place, variable.residuals());
  }

  private static ParquetColumn coded(String name, int place, List<Value> values) {
    int[] numbers = values.stream().mapToInt(Value::number).toArray();
    return new ParquetColumn(
        name,
        place,
        BYTE_ARRAY,
        values,
        cell -> {
          for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == cell) {
              return i;
            }
          }
          return Double.NaN;
        });
  }

  String name() {
    return name;
  }

  int type() {
    return type;
  }

  List<Integer> encodings() {
    return dictionary.isEmpty() ? List.of(PLAIN, RLE) : List.of(PLAIN, RLE, DICTIONARY);
  }

  void add(double[] row) {
    if (filled == cells.length) {
      cells = Arrays.copyOf(cells, Math.max(1_024, 2 * filled));
    }
    double given = row[variable];
    cells[filled++] = Double.isNaN(given) ? given : cell.applyAsDouble(given);
  }

  /** Writes the group's cells as a dictionary page, if need be, and a data page. */
  Chunk write(LittleEndian out) {
    long start = out.position();
    if (!dictionary.isEmpty()) {
      byte[] page = dictionaryPage();
      header(out, 2, page.length).begin(7).i32(1, dictionary.size()).i32(2, PLAIN).end().end();
      out.bytes(page);
    }
    long data = out.position();
    byte[] page = dataPage();
    header(out, 0, page.length)
        .begin(5)
        .i32(1, filled)
        .i32(2, dictionary.isEmpty() ? PLAIN : DICTIONARY)
        .i32(3, RLE)
        .i32(4, RLE)
        .end()
        .end();
    out.bytes(page);
    Chunk chunk = new Chunk(this, dictionary.isEmpty() ? -1 : start, data, out.position(), filled);
    filled = 0;
    return chunk;
  }

  private static ThriftCompact header(LittleEndian out, int kind, int size) {
    return new ThriftCompact(out).i32(1, kind).i32(2, size).i32(3, size);
  }

  private byte[] dictionaryPage() {
    LittleEndian page = new LittleEndian();
    for (Value value : dictionary) {
      if (type == INT32) {
        page.i32(value.number());
      } else {
        page.i32(LittleEndian.length(value.code())).text(value.code());
      }
    }
    return page.take();
  }

  private byte[] dataPage() {
    LittleEndian page = new LittleEndian();
    double[] given = Arrays.stream(cells, 0, filled).filter(c -> !Double.isNaN(c)).toArray();
    byte[] there =
        packed(Arrays.stream(cells, 0, filled).mapToInt(c -> Double.isNaN(c) ? 0 : 1).toArray(), 1);
    page.i32(there.length).bytes(there);
    if (!dictionary.isEmpty()) {
      int width = Math.max(1, 32 - Integer.numberOfLeadingZeros(dictionary.size() - 1));
      page.i8(width).bytes(packed(Arrays.stream(given).mapToInt(c -> (int) c).toArray(), width));
    } else if (type == INT32) {
      Arrays.stream(given).forEach(c -> page.i32((int) c));
    } else {
      Arrays.stream(given).forEach(page::f64);
    }
    return page.take();
  }

  /** One bit-packed run of the RLE hybrid. */
  private static byte[] packed(int[] values, int width) {
    LittleEndian run = new LittleEndian();
    int groups = (values.length + 7) / 8;
    ThriftCompact.varint(run, 2L * groups + 1);
    byte[] bits = new byte[groups * width];
    for (int i = 0; i < values.length; i++) {
      for (int bit = 0; bit < width; bit++) {
        int at = i * width + bit;
        bits[at >> 3] |= (byte) (((values[i] >> bit) & 1) << (at & 7));
      }
    }
    return run.bytes(bits).take();
  }
}
