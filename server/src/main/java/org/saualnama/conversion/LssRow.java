package org.saualnama.conversion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A thing that LimeSurvey keeps in one row, or in older files in one row for each language; newer
 * ones keep the words apart.
 *
 * @param fields all that is the same in every language
 * @param words the rows that differ by language
 */
record LssRow(Map<String, String> fields, List<Map<String, String>> words) {
  /**
   * The things of a table, in the order that a field tells.
   *
   * @param key the field that tells things apart
   * @param apart the table of their words in newer files
   */
  static List<LssRow> all(LssTables tables, String table, String key, String apart, String order) {
    Map<String, LssRow> byKey = new LinkedHashMap<>();
    for (Map<String, String> row : tables.rows(table)) {
      String id =
          row.containsKey(key)
              ? row.get(key)
              : row.get("qid") + "/" + row.get("code") + "/" + row.get("scale_id");
      LssRow thing = byKey.computeIfAbsent(id, any -> new LssRow(row, new ArrayList<>()));
      thing.words().add(row);
    }
    for (Map<String, String> row : tables.rows(apart)) {
      LssRow thing = byKey.get(row.getOrDefault(key, ""));
      if (thing != null) {
        thing.words().add(row);
      }
    }
    Comparator<LssRow> byOrder = Comparator.comparingInt(row -> number(row.get(order)));
    return byKey.values().stream().sorted(byOrder).toList();
  }

  static int number(String text) {
    return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /** What a field holds; "" if nothing. */
  String get(String field) {
    return fields.getOrDefault(field, "");
  }

  /** A field's words by language. */
  Map<String, String> texts(String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map<String, String> row : words) {
      String text = row.getOrDefault(field, "");
      if (!text.isBlank()) {
        texts.putIfAbsent(row.getOrDefault("language", ""), text);
      }
    }
    return texts;
  }
}
