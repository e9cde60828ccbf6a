package org.saualnama.survey;

import static org.saualnama.survey.AnswerType.GRID;
import static org.saualnama.survey.AnswerType.MULTIPLE;
import static org.saualnama.survey.AnswerType.NUMBER;
import static org.saualnama.survey.AnswerType.SCALE;
import static org.saualnama.survey.AnswerType.SINGLE;
import static org.saualnama.survey.AnswerType.TEXT;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says which parts a question of each type needs and may have. */
final class PartsByType {
  private static final Set<AnswerType> WITH_OPTIONS = EnumSet.of(SINGLE, MULTIPLE, GRID);

  private static final List<Part> PARTS =
      List.of(
          new Part("options", WITH_OPTIONS, true, q -> !q.options().isEmpty()),
          new Part("rows", EnumSet.of(GRID), true, q -> !q.rows().isEmpty()),
          new Part("scale", EnumSet.of(SCALE), true, q -> q.scale() != null),
          new Part("min", EnumSet.of(NUMBER), false, q -> q.min() != null),
          new Part("max", EnumSet.of(NUMBER), false, q -> q.max() != null),
          new Part("max_length", EnumSet.of(TEXT), false, q -> q.maxLength() != null),
          new Part(
              "residuals",
              EnumSet.of(SINGLE, MULTIPLE, SCALE, GRID, NUMBER),
              false,
              q -> !q.residuals().isEmpty()),
          new Part("exclusive", EnumSet.of(MULTIPLE), false, q -> !q.exclusive().isEmpty()),
          new Part("open", EnumSet.of(SINGLE, MULTIPLE), false, q -> !q.open().isEmpty()),
          new Part("screen_out", EnumSet.of(SINGLE), false, q -> !q.screenOut().isEmpty()),
          new Part("set_if", EnumSet.of(SINGLE), false, q -> !q.setIf().isEmpty()),
          new Part("strict", EnumSet.of(SINGLE, SCALE, GRID), false, Question::strict),
          new Part("order", WITH_OPTIONS, false, q -> !q.order().equals(Order.FIXED)),
          new Part("row_order", EnumSet.of(GRID), false, q -> !q.rowOrder().equals(Order.FIXED)));

  private PartsByType() {}

  /** A part of a question, the types that may have it, and whether they must. */
  private record Part(
      String name, Set<AnswerType> types, boolean needed, Predicate<Question> given) {}

  static void check(Draft draft, Problems problems) {
    for (Draft.Place place : draft.places()) {
      PARTS.forEach(part -> check(part, place, problems));
      limits(place, problems);
    }
  }

  private static void check(Part part, Draft.Place place, Problems problems) {
    AnswerType type = place.question().type();
    boolean given = part.given().test(place.question());
    if (given && !part.types().contains(type)) {
      String types = part.types().stream().map(PartsByType::name).collect(Collectors.joining(", "));
      String message = place + " is of type " + name(type) + ", which has no '" + part.name() + "'";
      String mend = "remove '" + part.name() + "' or use the type " + types;
      problems.at(place.at(part.name()), message, mend);
    } else if (!given && part.needed() && part.types().contains(type)) {
      String message = place + " is of type " + name(type) + " and has no '" + part.name() + "'";
      problems.at(place.at("type"), message, "add '" + part.name() + "'");
    }
  }

  private static void limits(Draft.Place place, Problems problems) {
    Question question = place.question();
    if (question.min() != null && question.max() != null && question.min() >= question.max()) {
      String message = place + " takes numbers from " + question.min() + " to " + question.max();
      problems.at(place.at("max"), message, "make 'max' greater than 'min'");
    }
    ScalePoints scale = question.scale();
    if (scale == null) {
      return;
    }
    long points = (long) scale.to() - scale.from() + 1;
    if (points < 2 || points > ScalePoints.MOST) {
      String message = place + " has a scale from " + scale.from() + " to " + scale.to();
      String mend = "make 'to' greater than 'from', with at most " + ScalePoints.MOST + " points";
      problems.at(place.at("scale"), message, mend);
    }
  }

  private static String name(AnswerType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
