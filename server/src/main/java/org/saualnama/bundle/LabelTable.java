package org.saualnama.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.saualnama.breakdown.Csv;
import org.saualnama.breakdown.Labels;
import org.saualnama.survey.Item;
import org.saualnama.survey.Split;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyVersion;

/** What every code in the figures is called, in all languages of the survey. */
final class LabelTable {
  private final Survey survey;
  private final List<Map<String, Object>> lines = new ArrayList<>();

  private LabelTable(Survey survey) {
    this.survey = survey;
  }

  static byte[] csv(SurveyVersion version) {
    LabelTable table = new LabelTable(version.survey());
    version.items().values().stream().filter(Item::isChoice).forEach(table::add);
    version.splits().values().forEach(table::add);
    return Csv.write(List.copyOf(table.lines.get(0).keySet()), table.lines);
  }

  private void add(Item item) {
    add(
        "question",
        item.code(),
        "",
        language ->
            (item.question().text().in(language) + " " + Labels.rowOf(item, language)).strip());
    for (String code : item.codes()) {
      add("question", item.code(), code, language -> survey.label(item.question(), code, language));
    }
  }

  private void add(Split split) {
    add("split", split.code(), "", language -> split.label().in(language));
    for (String code : split.codes()) {
      add("split", split.code(), code, language -> split.label(code, language));
    }
  }

  /** {@code code} is empty in the line of the whole. */
  private void add(String kind, String of, String code, UnaryOperator<String> words) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("kind", kind);
    line.put("of", of);
    line.put("code", code);
    survey.languages().forEach(language -> line.put(language, words.apply(language)));
    lines.add(line);
  }
}
