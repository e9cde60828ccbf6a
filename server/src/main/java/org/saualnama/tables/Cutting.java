package org.saualnama.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saualnama.breakdown.Breakdown;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.Split;
import org.saualnama.tables.Cube.Axis;
import org.saualnama.tables.Selection.Chosen;
import org.saualnama.texts.Texts;

/** Cuts out of a table what a selection asks for. */
final class Cutting {
  /** Cells in one answer. */
  static final int MOST_CELLS = 100_000;

  private final Table table;
  private final Selection selection;
  private final String language;
  private final List<Variable> variables;

  private Cutting(Table table, Selection selection, String language, Texts texts) {
    this.table = table;
    this.selection = selection;
    this.language = language;
    this.variables = table.variables(language, texts);
  }

  /**
   * The cube of a selection.
   *
   * @param language one that the survey speaks
   * @throws Refusal (malformed) naming what there isn't, (forbidden) for too many cells
   */
  static Cube of(Table table, Selection selection, String language, Texts texts) {
    return new Cutting(table, selection, language, texts).cube();
  }

  private Cube cube() {
    List<String> known = variables.stream().map(Variable::code).toList();
    selection.variables().keySet().forEach(code -> checkKnown("valuecodes", code, known));
    selection.heading().forEach(code -> checkKnown("heading", code, known));
    selection.stub().forEach(code -> checkKnown("stub", code, known));
    List<Axis> axes = new ArrayList<>();
    variables.forEach(variable -> add(variable, axes));
    checkSize(axes);
    List<String> by =
        axes.stream()
            .filter(axis -> axis.variable().kind() == Variable.Kind.SEGMENT)
            .map(Axis::split)
            .toList();
    BreakdownQuery.whyNotTogether(table.version(), by)
        .ifPresent(
            why -> {
              throw Refusal.malformed("valuecodes", "too_many_dimensions", why);
            });
    BreakdownQuery query =
        new BreakdownQuery(
            table.version(), table.item(), by, Map.of(), table.collector(), language);
    return placed(Breakdown.of(query, table.release()), axes);
  }

  private static void checkKnown(String parameter, String code, List<String> known) {
    if (!known.contains(code)) {
      throw Refusal.malformed(
          parameter,
          "unknown_variable",
          "The table has no such variable. It has " + String.join(", ", known) + ".");
    }
  }

  private void add(Variable variable, List<Axis> axes) {
    Chosen chosen = selection.variables().get(variable.code());
    if (chosen == null || (chosen.codelist().isEmpty() && chosen.values().isEmpty())) {
      if (!variable.eliminable()) {
        axes.add(new Axis(variable, variable.code(), variable.codes()));
      }
      return;
    }
    Split split = table.version().splits().get(variable.code());
    Variable grouped = variable;
    String by = variable.code();
    if (chosen.codelist().isPresent()) {
      Split grouping = grouping(variable, chosen.codelist().get());
      grouped = Variable.segment(split, grouping, variable.groupings(), language);
      by = grouping.code();
    }
    List<String> codes =
        chosen.values().isEmpty()
            ? grouped.codes()
            : ValueCodes.of(variable.code(), grouped.codes(), chosen.values());
    axes.add(new Axis(grouped, by, codes));
  }

  private Split grouping(Variable variable, String codelist) {
    return variable.groupings().stream()
        .filter(grouping -> table.codelist(grouping).equals(codelist))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.malformed(
                    "codelist[" + variable.code() + "]",
                    "unknown_codelist",
                    "The variable has no such codelist. It has "
                        + variable.groupings().stream().map(table::codelist).toList()
                        + "."));
  }

  private static void checkSize(List<Axis> axes) {
    double cells =
        axes.stream().mapToDouble(axis -> axis.codes().size()).reduce(1, (a, b) -> a * b);
    if (cells > MOST_CELLS) {
      throw new Refusal(
          Reason.FORBIDDEN,
          "The selection has %.0f cells, and an answer at most %d: select fewer values."
              .formatted(cells, MOST_CELLS));
    }
  }

  /** Down first what nobody placed, then the stub, then the heading; the figures across if none. */
  private Cube placed(Breakdown breakdown, List<Axis> axes) {
    List<String> heading =
        selection.heading().isEmpty() && selection.stub().isEmpty()
            ? List.of(Variable.METRIC)
            : selection.heading();
    List<Axis> ordered = new ArrayList<>();
    axes.stream()
        .filter(axis -> !heading.contains(axis.variable().code()))
        .filter(axis -> !selection.stub().contains(axis.variable().code()))
        .forEach(ordered::add);
    selection.stub().forEach(code -> ordered.addAll(at(axes, code, ordered)));
    int down = ordered.size();
    heading.forEach(code -> ordered.addAll(at(axes, code, ordered)));
    return new Cube(table, breakdown, ordered, ordered.size() - down);
  }

  /** The axis of this code, unless it is left out or stands already. */
  private static List<Axis> at(List<Axis> axes, String code, List<Axis> placed) {
    return axes.stream()
        .filter(axis -> axis.variable().code().equals(code) && !placed.contains(axis))
        .toList();
  }
}
