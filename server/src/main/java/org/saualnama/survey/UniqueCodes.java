package org.saualnama.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Finds codes that stand for two things, or that only capital letters tell apart. */
final class UniqueCodes {
  private final Problems problems;

  private UniqueCodes(Problems problems) {
    this.problems = problems;
  }

  static void check(Draft draft, Problems problems) {
    UniqueCodes unique = new UniqueCodes(problems);
    Survey survey = draft.survey();
    unique.new Scope("page", "the survey").addAll("/pages", "/page", survey.pages(), Page::code);
    Scope questions = unique.new Scope("question", "the survey");
    for (Draft.Place place : draft.places()) {
      questions.add(place.at("question"), place.question().code());
      unique.inside(place);
    }
    Scope residuals = unique.new Scope("residual option", "the survey");
    survey.residualOptions().keySet().forEach(c -> residuals.add("/residual_options/" + c, c));
    if (survey.weighting() != null) {
      unique.new Scope("margin", "the survey")
          .addAll("/weighting/margins", "/margin", survey.weighting().margins(), Margin::code);
    }
  }

  private void inside(Draft.Place place) {
    Question question = place.question();
    Scope options = new Scope("option", place.toString());
    options.addAll(place.at("options"), "/code", question.options(), Option::code);
    options.addAll(place.at("residuals"), "", question.residuals(), code -> code);
    new Scope("row", place.toString())
        .addAll(place.at("rows"), "/code", question.rows(), Option::code);
    new Scope("wording", place.toString())
        .addAll(place.at("wordings"), "/wording", question.wordings(), Wording::wording);
  }

  /** The codes of one kind that may not meet. */
  private final class Scope {
    private final String kind;
    private final String owner;
    private final Map<String, String> seen = new HashMap<>();

    Scope(String kind, String owner) {
      this.kind = kind;
      this.owner = owner;
    }

    <T> void addAll(String list, String field, List<T> all, Function<T, String> code) {
      for (int i = 0; i < all.size(); i++) {
        add(list + "/" + i + field, code.apply(all.get(i)));
      }
    }

    void add(String pointer, String code) {
      String other = seen.putIfAbsent(code.toLowerCase(Locale.ROOT), code);
      if (code.equals(other)) {
        String message = owner + " has the " + kind + " '" + code + "' twice";
        problems.at(pointer, message, "give one of them a code of its own");
      } else if (other != null) {
        String message = "only capital letters tell " + kind + " '" + code + "' from '" + other;
        problems.at(pointer, message + "' in " + owner, "give one of them a code of its own");
      }
    }
  }
}
