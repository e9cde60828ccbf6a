package org.saualnama.conversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** An .xlsx from a stranger as rows of text, never larger than it may be. */
final class Workbook {
  private static final int LONGEST = 24 << 20;
  private static final int ROWS = 20_000;

  private Workbook() {}

  /**
   * The sheets of these names, in any capitals; missing ones are left out.
   *
   * @throws Refusal (malformed, too large) if it can't be read
   */
  static Map<String, List<SheetRow>> sheets(byte[] file, Set<String> names) {
    try {
      measure(file);
      return read(file, names);
    } catch (Refusal e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw unreadable();
    }
  }

  private static Map<String, List<SheetRow>> read(byte[] file, Set<String> names)
      throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      Map<String, List<SheetRow>> sheets = new LinkedHashMap<>();
      for (Sheet sheet : book.getSheets().toList()) {
        String name = sheet.getName().strip().toLowerCase(Locale.ROOT);
        if (names.contains(name) && !sheets.containsKey(name)) {
          sheets.put(name, rows(name, sheet));
        }
      }
      return sheets;
    }
  }

  private static List<SheetRow> rows(String name, Sheet sheet) throws IOException {
    List<SheetRow> rows = new ArrayList<>();
    List<String> headers = new ArrayList<>();
    try (var stream = sheet.openStream()) {
      for (var all = stream.iterator(); all.hasNext(); ) {
        Row row = all.next();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
          cells.add(row.getOptionalCell(i).map(Workbook::text).orElse(""));
        }
        if (headers.isEmpty()) {
          headers.addAll(cells);
        } else if (rows.size() < ROWS) {
          rows.add(SheetRow.of(name, row.getRowNum(), headers, cells));
        } else {
          throw tooLarge();
        }
      }
    }
    return rows;
  }

  /** A number that is whole is written so, whatever the sheet's program kept. */
  private static String text(Cell cell) {
    String text = cell.getText();
    return text == null ? "" : text.strip().replaceFirst("^(-?\\d{1,15})\\.0$", "$1");
  }

  /**
   * Unpacks everything once, by the same means as the reader and keeping nothing, before it may: a
   * few bytes can hold gigabytes.
   */
  private static void measure(byte[] file) throws IOException {
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      long left = LONGEST;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        // Workbooks know no other way, and each may need a library that isn't here.
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
          throw unreadable();
        }
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] part = in.readNBytes((int) left + 1);
          left -= part.length;
          if (left < 0) {
            throw tooLarge();
          }
          SheetCells.check(part);
        }
      }
    }
  }

  static Refusal unreadable() {
    return Refusal.malformed("file", "not_a_workbook", "Send an .xlsx workbook: this is none.");
  }

  static Refusal tooLarge() {
    return new Refusal(Reason.TOO_LARGE, "The workbook holds more than a questionnaire would.");
  }
}
