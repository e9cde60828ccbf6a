package org.saualnama.breakdown;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes sheets as XLSX, the same sheets always as the same bytes. */
public final class Workbooks {
  /** The first day that ZIP knows. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Workbooks() {}

  /**
   * A workbook; takes longer than an event loop should.
   *
   * @param date when its figures were made, as ISO 8601
   */
  public static byte[] of(List<Sheet> sheets, String date) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Saualnama", "1.0")) {
      for (Sheet sheet : sheets) {
        write(sheet, workbook.newWorksheet(sheet.name()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return timeless(bytes.toByteArray(), date);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Sheet sheet, Worksheet into) throws IOException {
    for (int column = 0; column < sheet.widths().size(); column++) {
      into.width(column, sheet.widths().get(column));
    }
    for (int row = 0; row < sheet.rows().size(); row++) {
      List<Object> cells = sheet.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        write(cells.get(column), into, row, column);
        if (sheet.header() && row == 0) {
          into.style(row, column).bold().wrapText(true).verticalAlignment("top").set();
        } else if (!sheet.header()) {
          into.style(row, column).wrapText(true).verticalAlignment("top").set();
        }
      }
    }
    if (sheet.header()) {
      into.freezePane(0, 1);
    }
    into.finish();
  }

  private static void write(Object cell, Worksheet into, int row, int column) {
    if (cell instanceof Number number) {
      into.value(row, column, number);
    } else if (cell != null) {
      into.value(row, column, cell.toString());
    }
  }

  /**
   * The library writes the time of writing into a property. Its ZIP can be read by its directory
   * only, and Java reads that in files only.
   */
  private static byte[] timeless(byte[] workbook, String date) throws IOException {
    Path file = Files.createTempFile("workbook", ".xlsx");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      Files.write(file, workbook);
      copy(file, out, date);
    } finally {
      Files.delete(file);
    }
    return bytes.toByteArray();
  }

  private static void copy(Path file, ZipOutputStream out, String date) throws IOException {
    try (ZipFile in = new ZipFile(file.toFile())) {
      for (ZipEntry part : Collections.list(in.entries())) {
        ZipEntry copy = new ZipEntry(part.getName());
        copy.setTimeLocal(NO_TIME);
        out.putNextEntry(copy);
        byte[] content = in.getInputStream(part).readAllBytes();
        out.write(part.getName().equals("docProps/core.xml") ? dated(content, date) : content);
        out.closeEntry();
      }
    }
  }

  private static byte[] dated(byte[] properties, String date) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll("(<dcterms:created[^>]*>)[^<]*<", "$1" + date + "T00:00:00Z<")
        .getBytes(StandardCharsets.UTF_8);
  }
}
