package org.saualnama.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.saualnama.submission.Shown;
import org.saualnama.survey.Option;
import org.saualnama.survey.Order;
import org.saualnama.survey.Question;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Text;
import org.saualnama.survey.Wording;

/**
 * How one respondent sees the questions: orders and wordings drawn from the form's seed, and so the
 * same again after Back, a reload or another language.
 */
final class Presentation {
  private final SurveyVersion version;
  private final long seed;
  private final String language;

  Presentation(SurveyVersion version, long seed, String language) {
    this.version = version;
    this.seed = seed;
    this.language = language;
  }

  Question question(String code) {
    return version.questions().get(code);
  }

  String text(Question question) {
    Text own = wording(question).map(Wording::text).orElse(null);
    return (own == null ? question.text() : own).in(language);
  }

  String label(Question question, String code) {
    Text own = wording(question).map(wording -> wording.options().get(code)).orElse(null);
    return own == null ? version.survey().label(question, code, language) : own.in(language);
  }

  /** The words of the definition in the language of the form, or null where it has none. */
  String words(Text text) {
    return text == null ? null : text.in(language);
  }

  /** What can be chosen, in the order to show; residuals stay last. */
  List<String> codes(Question question) {
    List<String> own =
        question.codes().stream().filter(code -> !question.residuals().contains(code)).toList();
    List<String> codes =
        arranged(question.order(), own, drawn(question), code -> label(question, code));
    codes.addAll(question.residuals());
    return codes;
  }

  /** A grid's rows in the order to show. */
  List<Option> rows(Question question) {
    Map<String, Option> rows = new HashMap<>();
    question.rows().forEach(row -> rows.put(row.code(), row));
    return arranged(
            question.rowOrder(),
            question.rows().stream().map(Option::code).toList(),
            question.rowOrder().draw(random("rows", question)),
            code -> rows.get(code).text().in(language))
        .stream()
        .map(rows::get)
        .toList();
  }

  /** The small facts of it that go with the answers to the questions in {@code asked}. */
  Shown shown(Set<String> asked) {
    Map<String, String> first = new HashMap<>();
    Map<String, String> wordings = new HashMap<>();
    for (Question question : version.questions().values()) {
      if (asked.contains(question.code())) {
        if (!question.order().keepsFirstOf().isEmpty()) {
          first.put(question.code(), drawn(question).get(0));
        }
        wording(question).ifPresent(w -> wordings.put(question.code(), w.wording()));
      }
    }
    return new Shown(first, wordings);
  }

  private Optional<Wording> wording(Question question) {
    List<Wording> all = question.wordings();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(random("wording", question).nextInt(all.size())));
  }

  private List<String> drawn(Question question) {
    return question.order().draw(random("order", question));
  }

  private List<String> arranged(
      Order order, List<String> codes, List<String> drawn, Function<String, String> name) {
    List<String> arranged = new ArrayList<>(codes);
    if (order.byName()) {
      arranged.sort(Comparator.comparing(name, Alphabet.of(language)));
    }
    Iterator<String> next = drawn.iterator();
    arranged.replaceAll(code -> order.moving().contains(code) ? next.next() : code);
    return arranged;
  }

  /** One source per question and purpose: what was drawn for one tells nothing of another. */
  private Random random(String purpose, Question question) {
    String name = purpose + " " + question.code();
    long mixed = seed;
    for (int i = 0; i < name.length(); i++) {
      mixed = mix(mixed ^ name.charAt(i));
    }
    return new Random(mixed);
  }

  /** The finaliser of MurmurHash3, after which each bit depends on every other. */
  private static long mix(long x) {
    long a = (x ^ (x >>> 33)) * 0xff51afd7ed558ccdL;
    long b = (a ^ (a >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return b ^ (b >>> 33);
  }
}
