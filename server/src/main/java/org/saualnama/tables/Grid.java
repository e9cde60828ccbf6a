package org.saualnama.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.saualnama.breakdown.Figure;
import org.saualnama.tables.Cube.Axis;

/** A cube as rows and columns, the first row naming the columns. */
final class Grid {
  /** How categories are written. */
  enum Naming {
    CODES((code, label) -> code),
    TEXTS((code, label) -> label),
    BOTH((code, label) -> code.equals(label) ? code : code + " " + label);

    private final BiFunction<String, String, String> name;

    Naming(BiFunction<String, String, String> name) {
      this.name = name;
    }

    String of(Variable variable, String code) {
      return name.apply(code, variable.categories().get(code));
    }

    String of(Variable variable) {
      return name.apply(variable.code(), variable.label());
    }
  }

  private final Cube cube;
  private final Naming naming;
  private final Map<List<String>, List<Object>> rows = new LinkedHashMap<>();
  private final Map<List<String>, String> columns = new LinkedHashMap<>();

  private Grid(Cube cube, Naming naming) {
    this.cube = cube;
    this.naming = naming;
  }

  /** All cells; a figure that is not told is {@code ..}, {@code <3} or {@code >97}. */
  static List<List<Object>> of(Cube cube, Naming naming) {
    Grid grid = new Grid(cube, naming);
    cube.forEach(grid::add);
    List<List<Object>> all = new ArrayList<>();
    all.add(grid.header());
    all.addAll(grid.rows.values());
    return all;
  }

  private void add(Map<String, String> place, Figure figure) {
    columns.computeIfAbsent(
        codes(cube.across(), place), column -> String.join(" ", names(cube.across(), place)));
    rows.computeIfAbsent(
            codes(cube.stub(), place), row -> new ArrayList<>(names(cube.stub(), place)))
        .add(told(figure));
  }

  private static List<String> codes(List<Axis> axes, Map<String, String> place) {
    return axes.stream().map(axis -> place.get(axis.variable().code())).toList();
  }

  private List<String> names(List<Axis> axes, Map<String, String> place) {
    return axes.stream()
        .map(axis -> naming.of(axis.variable(), place.get(axis.variable().code())))
        .toList();
  }

  private List<Object> header() {
    List<Object> header = new ArrayList<>();
    cube.stub().forEach(axis -> header.add(naming.of(axis.variable())));
    columns.values().forEach(column -> header.add(column.isEmpty() ? "value" : column));
    return header;
  }

  private static Object told(Figure figure) {
    return switch (figure.status()) {
      case "" -> figure.value();
      case "u" -> "<3";
      case "o" -> ">97";
      default -> "..";
    };
  }
}
