package org.saualnama.conversion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook for tests, of lines with cells between bars. */
public final class Sheets {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Workbook book = new Workbook(out, "test", "1.0");

  /** With one more sheet. */
  public Sheets with(String name, String... lines) {
    Worksheet sheet = book.newWorksheet(name);
    for (int row = 0; row < lines.length; row++) {
      List<String> cells = List.of(lines[row].split("\\s*\\|\\s*", -1));
      for (int column = 0; column < cells.size(); column++) {
        String cell = cells.get(column).strip();
        if (cell.matches("\\d+")) {
          sheet.value(row, column, Integer.valueOf(cell));
        } else if (!cell.isEmpty()) {
          sheet.value(row, column, cell);
        }
      }
    }
    return this;
  }

  public byte[] bytes() {
    try {
      book.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A small XLSForm about a park. */
  public static byte[] park() {
    return new Sheets()
        .with(
            "survey",
            "type | name | label::Қазақша (kk) | label::Russian (ru) | label::English (en) | hint::English (en) | required | relevant | constraint | appearance",
            "start | start",
            "begin group | visits | Келу | Посещения | Visits",
            "select_one yesno | visited | Саябаққа бардыңыз ба? | Были ли Вы в парке? | Have you been to the park? | This year | yes",
            "select_multiple what or_other | what did | Не істедіңіз? | Что Вы делали? | What did you do? |  |  | ${visited} = 'yes'",
            "integer | times | Неше рет? | Сколько раз? | How many times? | | | selected(${visited}, 'yes') | . >= 1 and . <= 365",
            "end group",
            "note | thanks | Рақмет | Спасибо | Thank you",
            "decimal | km | Қашықтық | Расстояние | How far? ${times} | | | ${times} > 3",
            "range | mood | Көңіл күй | Настроение | Mood",
            "geopoint | place | Қайда | Где | Where")
        .with(
            "choices",
            "list_name | name | label::Қазақша (kk) | label::Russian (ru) | label::English (en)",
            "yesno | yes | Иә | Да | Yes",
            "yesno | no | Жоқ | Нет | No",
            "what | 1 | Серуендедім | Гулял(а) | Walked",
            "what | 2 | Оқыдым | Читал(а) | Read")
        .with(
            "settings",
            "form_title::Қазақша (kk) | form_title::Russian (ru) | form_title::English (en) | form_id | default_language",
            "Саябақ | Парк | Park | park survey | Russian (ru)")
        .bytes();
  }
}
