package org.saualnama.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.saualnama.submission.Routing;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;
import org.saualnama.survey.SurveyVersion;

/**
 * An invented respondent of any survey. Which options are liked, and by which segments, is drawn
 * from a seed: it leans somewhere, so that tables are worth looking at, and means nothing.
 */
public final class SyntheticRespondent {
  private static final double SKIPS = 0.03;

  private final SurveyVersion version;
  private final long number;
  private final Random random;
  private final Map<String, List<String>> choices = new LinkedHashMap<>();
  private final Map<String, Object> answers = new LinkedHashMap<>();

  /** The same {@code number} of the same survey is the same person, with the same answers. */
  public SyntheticRespondent(SurveyVersion version, long number) {
    this.version = version;
    this.number = number;
    this.random = new Random(seed(version.code(), Long.toString(number)));
    version.questions().values().forEach(this::meet);
  }

  /** The key to send the submission with. */
  public UUID id() {
    return new UUID(seed(version.code(), "id" + number), seed(version.code(), "key" + number));
  }

  /** The body of {@code POST /api/v1/surveys/{survey}/submissions}. */
  public Map<String, Object> submission() {
    List<String> languages = version.survey().languages();
    return Map.of(
        "version",
        version.number(),
        "language",
        languages.get(random.nextInt(languages.size())),
        "consent",
        true,
        "answers",
        answers);
  }

  private void meet(Question question) {
    boolean asked = Routing.of(version, choices).asked().contains(question.code());
    boolean skips = !question.required() && random.nextDouble() < SKIPS;
    if (!asked || skips || question.type() == AnswerType.TEXT) {
      return;
    }
    List<Item> items = version.itemsOf(question);
    switch (question.type()) {
      case MULTIPLE -> answers.put(question.code(), several(items.get(0)));
      case GRID -> answers.put(question.code(), rows(question, items));
      case NUMBER -> answers.put(question.code(), number(question));
      default -> answers.put(question.code(), one(items.get(0)));
    }
  }

  private static int number(Question question) {
    return question.min() != null ? question.min() : question.max() != null ? question.max() : 0;
  }

  private Map<String, String> rows(Question question, List<Item> items) {
    Map<String, String> rows = new LinkedHashMap<>();
    items.forEach(item -> rows.put(item.code().substring(question.code().length() + 1), one(item)));
    return rows;
  }

  private String one(Item item) {
    List<String> codes = new ArrayList<>(item.codes());
    codes.removeAll(item.question().screenOut());
    double[] weights = codes.stream().mapToDouble(code -> weight(item, code)).toArray();
    double left = random.nextDouble() * java.util.Arrays.stream(weights).sum();
    int chosen = 0;
    while (chosen < weights.length - 1 && left > weights[chosen]) {
      left -= weights[chosen++];
    }
    choices.put(item.code(), List.of(codes.get(chosen)));
    return codes.get(chosen);
  }

  private List<String> several(Item item) {
    List<String> chosen =
        item.codes().stream()
            .filter(code -> !item.question().isExclusive(code))
            .filter(code -> random.nextDouble() < weight(item, code) / 4)
            .toList();
    List<String> all = chosen.isEmpty() ? List.of(one(item)) : chosen;
    choices.put(item.code(), all);
    return all;
  }

  /**
   * Between some 0.05 and 4: a liking of the option, and one of the respondent's segments for it.
   */
  private double weight(Item item, String code) {
    double liking = gauss(item.code(), code) * 0.6;
    for (String segment : version.survey().segments()) {
      List<String> category = choices.get(segment);
      if (category != null) {
        liking += gauss(item.code(), code, segment, category.get(0)) * 0.25;
      }
    }
    boolean residual = item.question().residuals().contains(code);
    return Math.exp(Math.max(-3, Math.min(1.4, liking))) * (residual ? 0.15 : 1);
  }

  private double gauss(String... names) {
    return new Random(seed(names)).nextGaussian();
  }

  /** The same on every machine: String's hash is part of its contract. */
  private static long seed(String... names) {
    long seed = 0x5A0A1;
    for (String name : names) {
      seed = (seed ^ name.hashCode()) * 0x9E3779B97F4A7C15L;
      seed ^= seed >>> 31;
    }
    return seed;
  }
}
