package org.saualnama.microdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/** Structures in Thrift's compact protocol, of which Parquet's metadata are made. */
final class ThriftCompact {
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final LittleEndian out;
  private final Deque<Integer> before = new ArrayDeque<>(List.of(0));

  ThriftCompact(LittleEndian out) {
    this.out = out;
  }

  ThriftCompact i32(int field, int value) {
    head(field, I32);
    varint(zigzag(value));
    return this;
  }

  ThriftCompact i64(int field, long value) {
    head(field, I64);
    varint(zigzag(value));
    return this;
  }

  ThriftCompact text(int field, String value) {
    head(field, BINARY);
    text(value);
    return this;
  }

  ThriftCompact i32s(int field, List<Integer> values) {
    list(field, I32, values.size());
    values.forEach(value -> varint(zigzag(value)));
    return this;
  }

  ThriftCompact texts(int field, List<String> values) {
    list(field, BINARY, values.size());
    values.forEach(this::text);
    return this;
  }

  /** A structure in a field; {@code end} closes it. */
  ThriftCompact begin(int field) {
    head(field, STRUCT);
    before.push(0);
    return this;
  }

  /** Closes the innermost structure, at last the outermost one. */
  ThriftCompact end() {
    out.i8(0);
    before.pop();
    return this;
  }

  /** A list of structures; {@code write} need not close them. */
  <T> ThriftCompact structures(int field, List<T> all, BiConsumer<ThriftCompact, T> write) {
    list(field, STRUCT, all.size());
    for (T one : all) {
      before.push(0);
      write.accept(this, one);
      end();
    }
    return this;
  }

  private void head(int field, int type) {
    int step = field - before.pop();
    before.push(field);
    out.i8((step << 4) | type); // no structure of Parquet's leaves out more than 15 fields
  }

  private void list(int field, int type, int size) {
    head(field, LIST);
    if (size < 15) {
      out.i8((size << 4) | type);
    } else {
      out.i8(0xf0 | type);
      varint(size);
    }
  }

  private void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.bytes(bytes);
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private void varint(long value) {
    varint(out, value);
  }

  static void varint(LittleEndian out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.i8((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.i8((int) rest);
  }
}
