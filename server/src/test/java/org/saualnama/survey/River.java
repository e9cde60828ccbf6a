package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A good definition to spoil: each change makes another of it. */
record River(String text, Map<String, String> files) {
  static final River GOOD =
      new River(
          resource("river.yaml"),
          Map.of(
              "targets/age.csv", resource("targets/age.csv"),
              "targets/place.csv", resource("targets/place.csv")));

  /** With the one place where {@code old} stands changed. */
  River with(String old, String changed) {
    return new River(changedOnce(text, old, changed), files);
  }

  /** With {@code more} on lines of their own before the line with {@code mark}. */
  River before(String mark, String more) {
    int start = text.lastIndexOf('\n', text.indexOf(mark)) + 1;
    return new River(text.substring(0, start) + more + text.substring(start), files);
  }

  River withTarget(String file, String old, String changed) {
    Map<String, String> other = new HashMap<>(files);
    other.put(file, changedOnce(files.get(file), old, changed));
    return new River(text, other);
  }

  Reading read() {
    return new DefinitionReader()
        .read("river.yaml", text, path -> Optional.ofNullable(files.get(path)));
  }

  Survey survey() {
    Reading reading = read();
    assertEquals(List.of(), reading.problems());
    return reading.survey().orElseThrow();
  }

  /** That the only problem stands on the line with {@code mark} and says all of {@code words}. */
  void hasProblem(String mark, String... words) {
    Reading reading = read();
    assertEquals(1, reading.problems().size(), reading.problems()::toString);
    assertTrue(reading.survey().isEmpty());
    says(reading.problems().get(0), "river.yaml:" + line(mark) + ": ", words);
  }

  /** That one problem among others begins with {@code start} and says {@code words}. */
  void hasAmongOthers(String start, String words) {
    List<DefinitionProblem> problems = read().problems();
    assertTrue(
        problems.stream()
            .map(DefinitionProblem::toString)
            .anyMatch(line -> line.startsWith(start) && line.contains(words)),
        problems::toString);
  }

  void hasTargetProblem(String file, int line, String... words) {
    List<DefinitionProblem> problems = read().problems();
    assertEquals(1, problems.size(), problems::toString);
    says(problems.get(0), file + ":" + line + ": ", words);
  }

  int line(String mark) {
    int at = text.indexOf(mark);
    assertTrue(at >= 0, () -> "no '" + mark + "' in the definition");
    return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }

  static void says(DefinitionProblem problem, String start, String... words) {
    assertTrue(problem.toString().startsWith(start), () -> start + " expected, but: " + problem);
    for (String word : words) {
      assertTrue(problem.toString().contains(word), () -> word + " expected, but: " + problem);
    }
  }

  private static String changedOnce(String text, String old, String changed) {
    int at = text.indexOf(old);
    assertTrue(at >= 0 && text.indexOf(old, at + 1) < 0, () -> "not exactly one '" + old + "'");
    return text.replace(old, changed);
  }

  private static String resource(String name) {
    try (InputStream in = River.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
