package org.saualnama.microdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A Parquet file: codes as dictionary-encoded strings, numbers plain, everything optional and
 * uncompressed, the codebook as JSON among the file's own metadata.
 *
 * <p>After the Apache Parquet format specification 2.x (parquet.thrift). Java's library for it
 * wants Hadoop; RATIONALE.md says why that is not here.
 */
final class ParquetWriter implements RowWriter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int OPTIONAL = 1;
  private static final int UTF8 = 0;
  private static final int UNCOMPRESSED = 0;

  /** Cells of a group are held in memory: a hundred columns of it are 16 MiB. */
  private static final int GROUP = 20_000;

  private record Group(List<ParquetColumn.Chunk> chunks, int rows) {}

  private final Codebook codebook;
  private final LittleEndian out;
  private final List<ParquetColumn> columns = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private long rows;
  private int waiting;

  ParquetWriter(Codebook codebook, LittleEndian out) {
    this.codebook = codebook;
    this.out = out;
    Names names = new Names();
    codebook.variables().forEach(variable -> names.of(variable.name()));
    for (int i = 0; i < codebook.variables().size(); i++) {
      Variable variable = codebook.variables().get(i);
      columns.add(ParquetColumn.of(variable, i));
      if (variable.is(Variable.Kind.NUMBER) && !variable.residuals().isEmpty()) {
        String name = names.of(variable.name() + "_residual");
        columns.add(ParquetColumn.ofResiduals(variable, i, name));
      }
    }
  }

  @Override
  public void begin() {
    out.bytes(MAGIC);
  }

  @Override
  public void row(double[] cells) {
    columns.forEach(column -> column.add(cells));
    if (++waiting == GROUP) {
      flush();
    }
  }

  private void flush() {
    groups.add(new Group(columns.stream().map(column -> column.write(out)).toList(), waiting));
    rows += waiting;
    waiting = 0;
  }

  @Override
  public void end() {
    if (waiting > 0) {
      flush();
    }
    long start = out.position();
    footer();
    out.i32((int) (out.position() - start)).bytes(MAGIC);
  }

  private void footer() {
    List<ParquetColumn> schema = new ArrayList<>();
    schema.add(null);
    schema.addAll(columns);
    new ThriftCompact(out)
        .i32(1, 1)
        .structures(2, schema, this::element)
        .i64(3, rows)
        .structures(4, groups, ParquetWriter::group)
        .structures(
            5,
            List.of("saualnama"),
            (thrift, key) -> thrift.text(1, key).text(2, CodebookJson.of(codebook)))
        .text(6, "Saualnama")
        .end();
  }

  /** The root, which is null, has all columns as its children. */
  private void element(ThriftCompact thrift, ParquetColumn column) {
    if (column == null) {
      thrift.text(4, "respondent").i32(5, columns.size());
    } else {
      thrift.i32(1, column.type()).i32(3, OPTIONAL).text(4, column.name());
      if (column.type() == ParquetColumn.BYTE_ARRAY) {
        thrift.i32(6, UTF8);
      }
    }
  }

  private static void group(ThriftCompact thrift, Group group) {
    long size = group.chunks().stream().mapToLong(ParquetWriter::size).sum();
    thrift.structures(1, group.chunks(), ParquetWriter::chunk).i64(2, size).i64(3, group.rows());
  }

  private static long start(ParquetColumn.Chunk chunk) {
    return chunk.dictionary() < 0 ? chunk.data() : chunk.dictionary();
  }

  private static long size(ParquetColumn.Chunk chunk) {
    return chunk.end() - start(chunk);
  }

  private static void chunk(ThriftCompact thrift, ParquetColumn.Chunk chunk) {
    thrift
        .i64(2, start(chunk))
        .begin(3)
        .i32(1, chunk.column().type())
        .i32s(2, chunk.column().encodings())
        .texts(3, List.of(chunk.column().name()))
        .i32(4, UNCOMPRESSED)
        .i64(5, chunk.cells())
        .i64(6, size(chunk))
        .i64(7, size(chunk))
        .i64(9, chunk.data());
    if (chunk.dictionary() >= 0) {
      thrift.i64(11, chunk.dictionary());
    }
    thrift.end();
  }
}
