package org.saualnama.microdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Rows as lines of CSV in a ZIP file, behind the small files that explain them. */
final class ZippedRows implements RowWriter {
  private final Codebook codebook;
  private final Map<String, String> beside;
  private final String header;
  private final Function<double[], String> line;
  private final ZipOutputStream zip;

  /**
   * One ZIP file.
   *
   * @param beside text by the name of its file
   * @param header first line of the rows' file
   */
  ZippedRows(
      Codebook codebook,
      LittleEndian out,
      Map<String, String> beside,
      String header,
      Function<double[], String> line) {
    this.codebook = codebook;
    this.beside = beside;
    this.header = header;
    this.line = line;
    this.zip = new ZipOutputStream(out.stream(), StandardCharsets.UTF_8);
  }

  @Override
  public void begin() {
    beside.forEach(
        (name, text) -> {
          entry(name);
          write(text);
        });
    entry(codebook.name() + ".csv");
    write(header + "\n");
  }

  @Override
  public void row(double[] cells) {
    write(line.apply(cells) + "\n");
  }

  @Override
  public void end() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void entry(String name) {
    try {
      ZipEntry entry = new ZipEntry(name);
      // Not the time of today: the same release is the same bytes.
      entry.setTimeLocal(codebook.day().atStartOfDay());
      zip.putNextEntry(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
