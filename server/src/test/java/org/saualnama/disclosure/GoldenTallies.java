package org.saualnama.disclosure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.saualnama.GoldenInterviews;
import org.saualnama.release.Profile;
import org.saualnama.release.Tallies;
import org.saualnama.release.TallyLayout;
import org.saualnama.submission.Answers;
import org.saualnama.submission.Collector;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.SurveyVersion;

/**
 * The synthetic microdata of golden/ as tallies by all nine of its variables, with the record keys
 * of its test vectors.
 */
final class GoldenTallies {
  static final String SECRET = "TEST-SECRET-public";
  static final String POLL = "poll-public";
  static final List<String> VARIABLES =
      List.of(
          "region",
          "age_group",
          "gender",
          "settlement",
          "language",
          "education",
          "wave",
          "source",
          "family_history");

  /** One respondent. */
  record Person(Profile profile, Answers answers, long key, double weight) {}

  final SurveyVersion version;
  final List<Person> people = new ArrayList<>();

  GoldenTallies(Path folder) {
    Path file = GoldenInterviews.definitions(folder).resolve("golden.yaml");
    version = new SurveyVersion(new DefinitionReader().read(file).survey().orElseThrow(), 1);
    Map<String, String> weights = new HashMap<>();
    rows("weights.csv").forEach(row -> weights.put(row.get("id"), row.get("w_raked")));
    rows("microdata.csv").forEach(row -> people.add(person(row, weights.get(row.get("id")))));
  }

  private static Person person(Map<String, String> row, String weight) {
    List<String> segments =
        VARIABLES.stream().map(row::get).map(cell -> cell.isEmpty() ? null : cell).toList();
    Map<String, List<String>> choices = new HashMap<>();
    if (!row.get("q_role").isEmpty()) {
      choices.put("q_role", List.of(row.get("q_role")));
    }
    if (!row.get("q_forms_parade").isEmpty()) {
      choices.put("q_forms", marked(row));
    }
    Profile profile = new Profile(Collector.OPEN, new ArrayList<>(segments));
    return new Person(
        profile, new Answers(choices, Map.of()), key(row.get("id")), Double.parseDouble(weight));
  }

  private static List<String> marked(Map<String, String> row) {
    return row.keySet().stream()
        .filter(column -> column.startsWith("q_forms_") && row.get(column).equals("1"))
        .map(column -> column.substring("q_forms_".length()))
        .toList();
  }

  /** As golden/sdc/make_vectors.py gives them. */
  static long key(String id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal(("rk|" + POLL + "|" + id).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Noise noise() {
    return new Noise(SECRET.getBytes(StandardCharsets.UTF_8), POLL);
  }

  Tallies tallies(List<Person> some) {
    Tallies tallies = new Tallies(TallyLayout.of(version));
    some.forEach(person -> tallies.add(person.profile(), person.answers(), person.key()));
    return tallies;
  }

  /** By profile in the order of {@link #tallies}. */
  static double[] weights(List<Person> some) {
    Map<Profile, Double> weights = new LinkedHashMap<>();
    some.forEach(person -> weights.putIfAbsent(person.profile(), person.weight()));
    return weights.values().stream().mapToDouble(weight -> weight).toArray();
  }

  /** One for each variable, in their order. */
  List<Axis> axes() {
    List<Axis> axes = new ArrayList<>();
    for (String variable : VARIABLES) {
      int place = axes.size();
      TreeSet<String> codes = new TreeSet<>();
      people.stream()
          .map(person -> person.profile().segments().get(place))
          .filter(code -> code != null)
          .forEach(codes::add);
      Map<String, Set<String>> codesOf = new LinkedHashMap<>();
      codes.forEach(code -> codesOf.put(code, Set.of(code)));
      axes.add(new Axis(variable, place, codesOf));
    }
    return axes;
  }

  /** The lines of a golden table. */
  static List<Map<String, String>> rows(String name) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                GoldenTallies.class.getResourceAsStream("/golden/" + name),
                StandardCharsets.UTF_8))) {
      List<String> head = List.of(in.readLine().split(",", -1));
      return in.lines()
          .map(
              line -> {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.length; i++) {
                  row.put(head.get(i), cells[i]);
                }
                return row;
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
