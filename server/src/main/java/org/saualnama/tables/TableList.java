package org.saualnama.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.saualnama.breakdown.Labels;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.Item;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;
import org.saualnama.texts.Texts;

/** The tables that there are: one for each question and collector with published figures. */
final class TableList {
  private final Surveys surveys;
  private final PublishedReleases releases;
  private final Texts texts;

  TableList(Surveys surveys, PublishedReleases releases, Texts texts) {
    this.surveys = surveys;
    this.releases = releases;
    this.texts = texts;
  }

  /** All, by survey and in the order of its form. */
  List<Table> all() {
    List<Table> all = new ArrayList<>();
    for (PublishedSurvey published : surveys.all().values()) {
      SurveyVersion version = published.latest();
      Optional<PublishedRelease> release = releases.newest(version.code());
      for (Item item : version.items().values()) {
        for (String collector : release.map(PublishedRelease::collectors).orElse(List.of())) {
          if (item.isChoice()) {
            all.add(new Table(version, item, collector, release.orElseThrow()));
          }
        }
      }
    }
    return all;
  }

  /**
   * The table of this id.
   *
   * @throws Refusal (not found) if there is none
   */
  Table find(String id) {
    return all().stream()
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(Reason.NOT_FOUND, "There is no such table. /api/v2/tables has all."));
  }

  /** Those whose title or question has {@code words}, and whose release is no older. */
  List<Table> matching(String words, Optional<LocalDate> since, String language) {
    String sought = words.toLowerCase(Locale.ROOT);
    return all().stream()
        .filter(
            table ->
                since.isEmpty() || !LocalDate.parse(table.release().date()).isBefore(since.get()))
        .filter(table -> text(table, language).toLowerCase(Locale.ROOT).contains(sought))
        .toList();
  }

  private String text(Table table, String asked) {
    String language = table.language(asked);
    return table.id()
        + " "
        + table.label(language, texts)
        + " "
        + Labels.of(table.item(), language);
  }

  /** As PxWebApi writes one of a list. */
  Map<String, Object> view(Table table, Links links) {
    String language = links.language();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("type", "Table");
    view.put("id", table.id());
    view.put("label", table.label(language, texts));
    view.put("description", Labels.of(table.item(), language));
    view.put("updated", table.release().date() + "T00:00:00Z");
    view.put("firstPeriod", table.release().date());
    view.put("lastPeriod", table.release().date());
    view.put("category", "public");
    view.put(
        "variableNames", table.variables(language, texts).stream().map(Variable::label).toList());
    view.put("discontinued", false);
    view.put("source", table.version().survey().disclosureItems().get("conducted_by").in(language));
    view.put("timeUnit", "Other");
    Map<String, Object> survey =
        Json.object(
            "id", table.version().code(), "label", table.version().survey().title().in(language));
    view.put("paths", List.of(List.of(survey)));
    view.put("links", links.toTable(table));
    return view;
  }
}
