package org.saualnama.submission;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.saualnama.json.Json;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Wording;

/**
 * A submission as bytes for the ballot box: places of options in the published version instead of
 * their codes, so that nearly all submissions fill the same one block once padded.
 */
public final class BallotFormat {
  /**
   * What is written: version, language, collector, answers (places of codes by item), texts (and
   * numbers, which have no place), first shown and wording (pairs of question and place).
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Packed(int v, int l, String c, int[][] a, Map<String, String> t, int[][] f, int[][] w) {
    Packed {
      requireNonNull(c);
      requireNonNull(t);
      Stream.of(a, f, w).flatMap(Stream::of).forEach(Objects::requireNonNull);
    }
  }

  private static final int[] NONE = {};
  private static final int[][] NO_PAIRS = {};

  private BallotFormat() {}

  static byte[] pack(Submission submission) {
    SurveyVersion version = submission.version();
    Answers answers = submission.answers();
    Map<String, String> texts = new HashMap<>(answers.texts());
    int[][] places = new int[version.items().size()][];
    int i = 0;
    for (Item item : version.items().values()) {
      List<String> chosen = answers.choices().getOrDefault(item.code(), List.of());
      if (!item.isChoice() && !chosen.isEmpty()) {
        texts.put(item.code(), chosen.get(0));
      }
      places[i++] = item.isChoice() ? places(item, chosen) : NONE;
    }
    return Json.write(
        new Packed(
            version.number(),
            version.survey().languages().indexOf(submission.language()),
            submission.collector().code(),
            places,
            texts,
            pairs(version, submission.shown().first(), BallotFormat::firsts),
            pairs(version, submission.shown().wording(), BallotFormat::wordings)));
  }

  private static int[] places(Item item, List<String> chosen) {
    int[] places = new int[chosen.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = item.places().get(chosen.get(i));
    }
    return places;
  }

  private static int[][] pairs(
      SurveyVersion version, Map<String, String> facts, Function<Question, List<String>> codes) {
    if (facts.isEmpty()) {
      return NO_PAIRS;
    }
    List<int[]> pairs = new ArrayList<>();
    int place = 0;
    for (Question question : version.questions().values()) {
      String fact = facts.get(question.code());
      if (fact != null) {
        pairs.add(new int[] {place, codes.apply(question).indexOf(fact)});
      }
      place++;
    }
    return pairs.toArray(new int[0][]);
  }

  private static List<String> firsts(Question question) {
    return question.order().keepsFirstOf();
  }

  private static List<String> wordings(Question question) {
    return question.wordings().stream().map(Wording::wording).toList();
  }

  /**
   * Opens what {@link #pack} made.
   *
   * @param versions a version by its number
   * @return empty if it can't be understood
   */
  public static Optional<Submission> unpack(byte[] bytes, IntFunction<SurveyVersion> versions) {
    try {
      Packed packed = Json.read(bytes, Packed.class);
      return Optional.of(unpack(packed, versions.apply(packed.v())));
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Submission unpack(Packed packed, SurveyVersion version) {
    Map<String, List<String>> choices = new HashMap<>();
    Map<String, String> texts = new HashMap<>(packed.t());
    int i = 0;
    for (Item item : version.items().values()) {
      int[] places = packed.a()[i++];
      if (places.length > 0) {
        choices.put(item.code(), Arrays.stream(places).mapToObj(item.codes()::get).toList());
      } else if (item.isNumber() && texts.containsKey(item.code())) {
        choices.put(item.code(), List.of(texts.remove(item.code())));
      }
    }
    return new Submission(
        version,
        version.survey().languages().get(packed.l()),
        Collector.of(packed.c()),
        new Answers(choices, texts),
        new Shown(
            facts(version, packed.f(), BallotFormat::firsts),
            facts(version, packed.w(), BallotFormat::wordings)));
  }

  private static Map<String, String> facts(
      SurveyVersion version, int[][] pairs, Function<Question, List<String>> codes) {
    List<Question> questions = List.copyOf(version.questions().values());
    Map<String, String> facts = new HashMap<>();
    for (int[] pair : pairs) {
      Question question = questions.get(pair[0]);
      facts.put(question.code(), codes.apply(question).get(pair[1]));
    }
    return facts;
  }
}
