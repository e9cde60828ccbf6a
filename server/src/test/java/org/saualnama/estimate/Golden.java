package org.saualnama.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.saualnama.weighting.BoundedCalibration;
import org.saualnama.weighting.MarginShares;
import org.saualnama.weighting.Raking;
import org.saualnama.weighting.Sample;
import org.saualnama.weighting.TargetTotals;
import org.saualnama.weighting.Trimming;

/** The synthetic microdata of golden/, cut down to counts by profile, and R's figures for it. */
public final class Golden {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> SEGMENTS =
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

  private final List<Map<String, String>> respondents = csv("microdata.csv");
  private final Map<List<String>, Integer> profiles = new LinkedHashMap<>();
  private final int[] profileOf = new int[respondents.size()];
  private final JsonNode targets = json("targets.json");
  private final Map<String, Domain> domains = new HashMap<>();

  public Golden() {
    for (int i = 0; i < profileOf.length; i++) {
      List<String> profile = SEGMENTS.stream().map(respondents.get(i)::get).toList();
      profileOf[i] = profiles.computeIfAbsent(profile, p -> profiles.size());
    }
  }

  static List<Map<String, String>> csv(String name) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
      List<String> head = List.of(in.readLine().split(",", -1));
      return in.lines()
          .map(
              line -> {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                IntStream.range(0, cells.length).forEach(i -> row.put(head.get(i), cells[i]));
                return row;
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String name) {
    try (InputStream in = open(name)) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Golden.class.getResourceAsStream("/golden/" + name);
  }

  List<Map<String, String>> respondents() {
    return respondents;
  }

  int profileOf(int respondent) {
    return profileOf[respondent];
  }

  /** By profile, this segment's answer; empty if missing. */
  List<String> values(String segment) {
    int place = SEGMENTS.indexOf(segment);
    return profiles.keySet().stream().map(profile -> profile.get(place)).toList();
  }

  /** The categories of a segment that somebody has. */
  List<String> categories(String segment) {
    TreeSet<String> categories = new TreeSet<>(values(segment));
    categories.remove("");
    return List.copyOf(categories);
  }

  int[] levels(String segment) {
    List<String> categories = categories(segment);
    return values(segment).stream().mapToInt(categories::indexOf).toArray();
  }

  Sample sample(String design) {
    int[] counts = new int[profiles.size()];
    Arrays.stream(profileOf).forEach(g -> counts[g]++);
    double[] base = new double[counts.length];
    JsonNode weights = targets.get("base_weight");
    List<String> sources = values("source");
    for (int g = 0; g < base.length; g++) {
      base[g] = design.equals("raked_base") ? weights.get(sources.get(g)).asDouble() : 1;
    }
    return new Sample(counts, base);
  }

  List<TargetTotals> margins(String design) {
    String rake = design.equals("raked_base") ? "raked_base" : "raked";
    List<TargetTotals> margins = new ArrayList<>();
    for (Map.Entry<String, JsonNode> margin : targets.get(rake).properties()) {
      JsonNode columns = targets.get(rake + "_margin_columns").get(margin.getKey());
      margins.add(
          TargetTotals.of(sample(rake), shares(margin.getKey(), margin.getValue(), columns)));
    }
    return margins;
  }

  private MarginShares shares(String name, JsonNode shares, JsonNode columns) {
    List<String> joined = columns.isArray() ? null : values(columns.asText());
    if (joined == null) {
      List<String> first = values(columns.get(0).asText());
      List<String> second = values(columns.get(1).asText());
      joined =
          IntStream.range(0, first.size())
              .mapToObj(g -> first.get(g) + ":" + second.get(g))
              .toList();
    }
    List<String> categories = new ArrayList<>();
    shares.fieldNames().forEachRemaining(categories::add);
    double[] parts = categories.stream().mapToDouble(c -> shares.get(c).asDouble()).toArray();
    return new MarginShares(
        name, categories, parts, joined.stream().mapToInt(categories::indexOf).toArray());
  }

  double[] weights(String design) {
    Sample sample = sample(design);
    JsonNode trim = targets.get("trim");
    JsonNode bounds = targets.get("bounds");
    return switch (design) {
      case "raked", "raked_base" -> Raking.weigh(sample, margins(design));
      case "trimmed" ->
          Trimming.trim(
              sample,
              Raking.weigh(sample, margins("raked")),
              trim.get("lower").asDouble(),
              trim.get("upper").asDouble());
      case "bounded" ->
          BoundedCalibration.weigh(
              sample, margins("raked"), bounds.get(0).asDouble(), bounds.get(1).asDouble());
      default -> sample.bases();
    };
  }

  /** With the variance that R's figures of this design are made with. */
  Design design(String design) {
    return switch (design) {
      case "raked", "raked_base", "bounded" ->
          Design.calibrated(sample(design), weights(design), margins(design));
      default -> fixed(design);
    };
  }

  Design fixed(String design) {
    return Design.fixed(sample(design), weights(design));
  }

  /** Of a question, by option; for q_forms the options are its columns. */
  Counts counts(String question, List<String> options) {
    int[] answered = new int[profiles.size()];
    int[][] chosen = new int[options.size()][profiles.size()];
    for (int i = 0; i < profileOf.length; i++) {
      Map<String, String> respondent = respondents.get(i);
      boolean answers = false;
      for (int option = 0; option < chosen.length; option++) {
        String code = options.get(option);
        String answer = respondent.getOrDefault(question, respondent.get(question + "_" + code));
        answers |= !answer.isEmpty();
        chosen[option][profileOf[i]] += answer.equals(code) || chose(question, answer) ? 1 : 0;
      }
      answered[profileOf[i]] += answers ? 1 : 0;
    }
    return new Counts(answered, chosen);
  }

  private static boolean chose(String question, String answer) {
    return question.equals("q_forms") && answer.equals("1");
  }

  /** The profiles of a domain written as {@code segment=category&segment=category}. */
  Domain domain(String words) {
    return domains.computeIfAbsent(words, this::parsed);
  }

  private Domain parsed(String words) {
    if (words.equals("total")) {
      return Domain.ALL;
    }
    List<String[]> parts = Arrays.stream(words.split("&")).map(part -> part.split("=", 2)).toList();
    boolean[] in = new boolean[profiles.size()];
    Arrays.fill(in, true);
    for (String[] part : parts) {
      List<String> values = values(part[0]);
      for (int g = 0; g < in.length; g++) {
        in[g] &= values.get(g).equals(part[1]);
      }
    }
    return g -> in[g];
  }
}
