package org.saualnama.conversion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A row of a sheet, by its headers in small letters: {@code type}, {@code label::russian (ru)}. */
record SheetRow(String where, Map<String, String> cells) {
  static SheetRow of(String sheet, int number, List<String> headers, List<String> cells) {
    Map<String, String> byHeader = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(headers.size(), cells.size()); i++) {
      String header = headers.get(i).strip().toLowerCase(Locale.ROOT);
      if (!header.isEmpty() && !cells.get(i).isEmpty()) {
        byHeader.putIfAbsent(
            header.replace(' ', '_').replaceFirst("_*:{1,2}_*", "::"), cells.get(i));
      }
    }
    return new SheetRow(sheet + " " + number, byHeader);
  }

  /** What stands in a column; "" if nothing does. */
  String get(String header) {
    return cells.getOrDefault(header, "");
  }

  /** What stands in a column in several languages, by what the file calls them. */
  Map<String, String> texts(String header) {
    Map<String, String> texts = new LinkedHashMap<>();
    cells.forEach(
        (name, text) -> {
          if (name.equals(header)) {
            texts.put("", text);
          } else if (name.startsWith(header + "::")) {
            texts.put(name.substring(header.length() + 2).replace('_', ' ').strip(), text);
          }
        });
    return texts;
  }
}
