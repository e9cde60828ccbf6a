package org.saualnama.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.breakdown.Breakdown;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.breakdown.FigureNotes;
import org.saualnama.breakdown.Labels;
import org.saualnama.json.Json;
import org.saualnama.release.Erratum;
import org.saualnama.survey.Survey;
import org.saualnama.texts.Texts;

/** A table as a JSON-stat 2.0 dataset, with the extensions of PxWebApi: its figures or none. */
final class DatasetView {
  private final Table table;
  private final Links links;
  private final Texts texts;
  private final Optional<String> notice;

  /** In the language of {@code links}. */
  DatasetView(Table table, Links links, Texts texts, Optional<String> notice) {
    this.table = table;
    this.links = links;
    this.texts = texts;
    this.notice = notice;
  }

  /** All variables with all their values, and no figure. */
  Map<String, Object> metadata() {
    String language = links.language();
    BreakdownQuery total =
        new BreakdownQuery(
            table.version(), table.item(), List.of(), Map.of(), table.collector(), language);
    List<Variable> variables = table.variables(language, texts);
    List<String> notes =
        new ArrayList<>(new FigureNotes(Breakdown.of(total, table.release()), texts, notice).all());
    notes.add(
        BreakdownQuery.whyNotTogether(table.version(), table.version().survey().segments())
            .orElse(""));
    notes.remove("");
    Map<String, Object> dataset =
        dataset(variables, notes, List.of(Variable.METRIC), Breakdown.of(total, table.release()));
    dataset.put("value", null);
    return dataset;
  }

  /** The figures of {@code cube}. */
  Map<String, Object> data(Cube cube) {
    List<Variable> variables = cube.axes().stream().map(DatasetView::narrowed).toList();
    Map<String, Object> dataset =
        dataset(
            variables,
            new FigureNotes(cube.breakdown(), texts, notice).all(),
            Cube.codes(cube.across()),
            cube.breakdown());
    List<Number> values = new ArrayList<>();
    Map<String, String> statuses = new LinkedHashMap<>();
    cube.forEach(
        (place, figure) -> {
          if (!figure.status().isEmpty()) {
            statuses.put(Integer.toString(values.size()), figure.status());
          }
          values.add(figure.value());
        });
    dataset.put("value", values);
    if (!statuses.isEmpty()) {
      dataset.put("status", statuses);
    }
    return dataset;
  }

  private static Variable narrowed(Cube.Axis axis) {
    Map<String, String> categories = new LinkedHashMap<>();
    axis.codes().forEach(code -> categories.put(code, axis.variable().categories().get(code)));
    Variable variable = axis.variable();
    return new Variable(
        variable.kind(), variable.code(), variable.label(), categories, variable.groupings());
  }

  private Map<String, Object> dataset(
      List<Variable> variables, List<String> notes, List<String> heading, Breakdown breakdown) {
    Survey survey = table.version().survey();
    Map<String, Object> dimensions = new LinkedHashMap<>();
    variables.forEach(variable -> dimensions.put(variable.code(), dimension(variable)));
    return Json.object(
        "version", "2.0",
        "class", "dataset",
        "href", links.toTable(table).get(2).get("href"),
        "label", table.label(links.language(), texts),
        "source", survey.disclosureItems().get("conducted_by").in(links.language()),
        "updated", table.release().date() + "T00:00:00Z",
        "note", notes,
        "role", roles(variables),
        "id", List.copyOf(dimensions.keySet()),
        "size", variables.stream().map(variable -> variable.codes().size()).toList(),
        "dimension", dimensions,
        "extension", extension(variables, heading, breakdown));
  }

  private Map<String, Object> roles(List<Variable> variables) {
    Map<String, Object> roles = new LinkedHashMap<>();
    roles.put("time", List.of(Variable.RELEASE));
    List<String> places =
        variables.stream()
            .filter(variable -> variable.kind() == Variable.Kind.SEGMENT)
            .map(Variable::code)
            .filter(code -> Labels.isGeographic(table.version().items().get(code)))
            .toList();
    if (!places.isEmpty()) {
      roles.put("geo", places);
    }
    roles.put("metric", List.of(Variable.METRIC));
    return roles;
  }

  private Map<String, Object> dimension(Variable variable) {
    Map<String, Integer> index = new LinkedHashMap<>();
    variable.codes().forEach(code -> index.put(code, index.size()));
    Map<String, Object> extension =
        Json.object("elimination", variable.eliminable(), "show", "value");
    if (!variable.groupings().isEmpty()) {
      extension.put(
          "codelists",
          variable.groupings().stream()
              .map(grouping -> CodelistView.brief(table.codelist(grouping), grouping, links))
              .toList());
    }
    return Json.object(
        "label",
        variable.label(),
        "category",
        Json.object("index", index, "label", variable.categories()),
        "extension",
        extension);
  }

  private Map<String, Object> extension(
      List<Variable> variables, List<String> heading, Breakdown breakdown) {
    Map<String, Object> extension = new LinkedHashMap<>();
    List<String> stub =
        variables.stream().map(Variable::code).filter(code -> !heading.contains(code)).toList();
    extension.put(
        "px",
        Json.object(
            "tableid", table.id(),
            "language", links.language(),
            "contents", Labels.of(table.item(), links.language()),
            "heading", heading,
            "stub", stub));
    extension.put("discontinued", false);
    extension.put("sample_size", table.release().sampleSize());
    extension.put("min_base", table.release().minBase());
    extension.put(
        "status", Json.object("label", new FigureNotes(breakdown, texts, notice).statuses()));
    Map<String, String> items = new LinkedHashMap<>();
    table
        .version()
        .survey()
        .disclosureItems()
        .forEach((item, text) -> items.put(item, text.in(links.language())));
    extension.put("disclosure_items", items);
    if (!table.release().errata().isEmpty()) {
      extension.put("errata", table.release().errata().stream().map(this::erratum).toList());
    }
    notice.ifPresent(words -> extension.put("notice", words));
    return extension;
  }

  private Map<String, Object> erratum(Erratum erratum) {
    return Json.object(
        "date", erratum.day().toString(), "text", erratum.text().in(links.language()));
  }
}
