package org.saualnama.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.breakdown.Breakdown;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.breakdown.Csv;
import org.saualnama.breakdown.DomainRow;
import org.saualnama.breakdown.FigureColumns;
import org.saualnama.breakdown.JsonStat;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.json.Json;
import org.saualnama.survey.Item;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Texts;

/**
 * All figures of a release as files: per collector and question, one CSV and a JSON-stat by split.
 */
final class FigureFiles {
  /** The most splits at once. */
  private static final int DEEPEST = 3;

  private final SurveyVersion version;
  private final PublishedRelease release;
  private final Texts texts;
  private final Optional<String> notice;

  FigureFiles(
      SurveyVersion version, PublishedRelease release, Texts texts, Optional<String> notice) {
    this.version = version;
    this.release = release;
    this.texts = texts;
    this.notice = notice;
  }

  void addTo(SignedArchive archive) {
    for (String collector : release.collectors()) {
      for (Item item : version.items().values()) {
        if (item.isChoice()) {
          add(archive, collector, item);
        }
      }
    }
  }

  private void add(SignedArchive archive, String collector, Item item) {
    // A colon is no part of a file's name everywhere.
    String at = "figures/" + collector.replace(':', '_') + "/" + item.code();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (List<String> by : Splits.of(version)) {
      Breakdown breakdown = Breakdown.of(query(collector, item, by), release);
      if (breakdown.rows().findAny().isPresent()) {
        breakdown.domains().forEach(domain -> lines.addAll(lines(collector, item, domain)));
        archive.add(
            at + "/" + Splits.name(by) + ".json",
            Json.write(new JsonStat(breakdown, texts, notice).dataset()));
      }
    }
    if (!lines.isEmpty()) {
      archive.add(at + ".csv", Csv.write(List.copyOf(lines.get(0).keySet()), lines));
    }
  }

  private BreakdownQuery query(String collector, Item item, List<String> by) {
    String language = version.survey().languages().get(0);
    return new BreakdownQuery(version, item, by, Map.of(), collector, language);
  }

  /** One for each answer; none of what is withheld. */
  private List<Map<String, Object>> lines(String collector, Item item, DomainRow domain) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int answer = 0; domain.row().isPresent() && answer < item.codes().size(); answer++) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("release", release.number());
      line.put("collector", collector);
      line.put("question", item.code());
      line.put("answer", item.codes().get(answer));
      putDomain(line, List.copyOf(domain.categories().entrySet()));
      FigureColumns.put(line, domain.row(), answer);
      notice.ifPresent(words -> line.put("notice", words));
      lines.add(line);
    }
    return lines;
  }

  private static void putDomain(
      Map<String, Object> line, List<Map.Entry<String, String>> categories) {
    for (int i = 0; i < DEEPEST; i++) {
      boolean there = i < categories.size();
      line.put("split_" + (i + 1), there ? categories.get(i).getKey() : null);
      line.put("category_" + (i + 1), there ? categories.get(i).getValue() : null);
    }
  }
}
