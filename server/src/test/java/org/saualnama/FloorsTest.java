package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the house together: floors by file name, features in one order, files that fit a head. */
final class FloorsTest {
  private static final int LONGEST = 250;

  /**
   * Each may import what stands on lines before its own; packages on one line don't know others.
   */
  private static final List<List<String>> ORDER =
      List.of(
          List.of("refusal", "json", "texts", "secret", "access", "telemetry"),
          List.of("work"),
          List.of("postgres"),
          List.of("http"),
          List.of("audit", "health"),
          List.of("backup"),
          List.of("identity"),
          List.of("oidc"),
          List.of("survey"),
          List.of("submission"),
          List.of("imports"),
          List.of("release"),
          List.of("weighting"),
          List.of("estimate"),
          List.of("disclosure"),
          List.of("breakdown"),
          List.of("bundle", "tables", "manual"),
          List.of("analysis"),
          List.of("microdata"),
          List.of("authoring"),
          List.of("conversion"),
          List.of("form", "results", "demo"),
          List.of("trial", "poster"),
          List.of("studio"),
          List.of("editor", "workbench"));

  /** What a floor may not import, by the beginning of its name; a higher floor may more. */
  private static final Map<Integer, List<String>> FORBIDDEN =
      Map.of(
          0, List.of("io.vertx.", "java.sql.", "javax.sql.", "org.flywaydb.", "gg.jte."),
          1, List.of("io.vertx.ext.web.", "gg.jte."),
          2, List.of("io.vertx.sqlclient.", "io.vertx.pgclient.", "java.sql.", "javax.sql."),
          3, List.of());

  private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+\\b");
  private static final Pattern SQL =
      Pattern.compile("\\b(SELECT|INSERT INTO|DELETE FROM|UPDATE|VACUUM|CREATE TABLE)\\b");
  private static final Pattern VAGUE =
      Pattern.compile("\\w*(Impl|Manager|Service|Utils?|Helper|DTO|Dto)|Abstract\\w*");

  private final List<Source> sources = Source.all();

  @Test
  void aFloorKnowsOnlyItsOwnAndThoseBelow() {
    holds(
        "A file's name tells its floor (Source.floor). Move what needs the higher floor into a"
            + " Pg*, *Routes, *Page or *Gate, and hand the rest plain values.",
        source ->
            source.ownImports().stream()
                .filter(id -> floor(id) > source.floor())
                .map(id -> "on floor " + source.floor() + " imports " + id + ", of " + floor(id)));
  }

  @Test
  void aFloorImportsOnlyTheLibrariesItIsFor() {
    holds(
        "Floor 0 is pure, floor 1 speaks to the database, floor 2 speaks HTTP.",
        source ->
            source.imports().stream()
                .filter(name -> FORBIDDEN.get(source.floor()).stream().anyMatch(name::startsWith))
                .map(name -> "on floor " + source.floor() + " imports " + name));
  }

  @Test
  void aNeighbourInThePackageIsOfNoHigherFloor() {
    Map<String, List<String>> names =
        sources.stream()
            .collect(
                Collectors.groupingBy(
                    Source::feature, Collectors.mapping(Source::name, Collectors.toList())));
    holds(
        "A package needs no import, and still a floor knows only those below.",
        source ->
            NAME.matcher(source.code())
                .results()
                .map(found -> found.group())
                .distinct()
                .filter(names.get(source.feature())::contains)
                .filter(name -> Source.floor(source.feature(), name) > source.floor())
                .map(name -> "on floor " + source.floor() + " uses " + name));
  }

  @Test
  void sqlStandsInPgClassesOnly() {
    holds(
        "Put the statement into a Pg* class, beside its row mapper.",
        source ->
            source.floor() == 1
                ? Stream.empty()
                : SQL.matcher(source.code()).results().map(found -> "says " + found.group()));
  }

  @Test
  void featuresDependOnEachOtherInOneDirection() {
    holds(
        "The order is " + ORDER + ". Move what both need further down, or hand it in from App.",
        source ->
            source.feature().isEmpty()
                ? Stream.empty()
                : source.ownImports().stream()
                    .filter(id -> !feature(id).equals(source.feature()))
                    .filter(id -> rank(feature(id)) >= rank(source.feature()))
                    .map(id -> "imports " + id));
  }

  @Test
  void onlyRoutesAndPagesKnowTheWeb() {
    holds(
        "What isn't about HTTP doesn't belong into http; what is belongs into *Routes or *Page.",
        source ->
            source.floor() >= 2
                ? Stream.empty()
                : source.ownImports().stream()
                    .filter(id -> feature(id).equals("http"))
                    .map(id -> "imports " + id));
  }

  @Test
  void nobodyImportsTheRoot() {
    holds(
        "App, Main and Config hand in what others need.",
        source ->
            source.ownImports().stream()
                .filter(id -> feature(id).isEmpty())
                .map(id -> "imports " + id));
  }

  @Test
  void aFileFitsIntoAHead() {
    holds(
        "Over " + LONGEST + " lines there are two classes in one.",
        source ->
            Stream.of(source.lines().size())
                .filter(lines -> lines > LONGEST)
                .map(lines -> "has " + lines + " lines"));
  }

  @Test
  void aNameSaysWhatAClassIs() {
    holds(
        "Find the noun of the field.",
        source ->
            Stream.of(source.name())
                .filter(name -> VAGUE.matcher(name).matches())
                .map(name -> "says nothing"));
  }

  @Test
  void theSourcesAreWhereThisTestLooks() {
    assertTrue(sources.size() > 100, () -> sources.size() + " files in " + Source.MAIN);
    assertEquals(3, floor("App"));
    assertEquals(2, floor("survey.SurveyRoutes"));
    assertEquals(1, floor("release.ReleaseVerticle"));
    assertEquals(0, floor("survey.Page"));
  }

  private void holds(String mend, Function<Source, Stream<String>> faults) {
    List<String> found = new ArrayList<>();
    for (Source source : sources) {
      faults.apply(source).map(fault -> source.id() + " " + fault).forEach(found::add);
    }
    assertTrue(
        found.isEmpty(), () -> String.join("\n  ", mend + " Not so:", String.join("\n  ", found)));
  }

  private static String feature(String id) {
    Matcher matcher = Pattern.compile("([a-z]\\w*)\\..*").matcher(id);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static int floor(String id) {
    return Source.floor(feature(id), id.substring(id.lastIndexOf('.') + 1));
  }

  private static int rank(String feature) {
    for (int rank = 0; rank < ORDER.size(); rank++) {
      if (ORDER.get(rank).contains(feature)) {
        return rank;
      }
    }
    throw new AssertionError("give the new package '" + feature + "' its place in ORDER");
  }
}
