package org.saualnama.survey;

import java.util.Collection;
import java.util.List;

/** Finds options that a question names but doesn't have. */
final class NamedOptions {
  private final Draft.Place place;
  private final Problems problems;

  private NamedOptions(Draft.Place place, Problems problems) {
    this.place = place;
    this.problems = problems;
  }

  static void check(Draft draft, Problems problems) {
    Collection<String> residuals = draft.survey().residualOptions().keySet();
    for (Draft.Place place : draft.places()) {
      new NamedOptions(place, problems).check(residuals);
    }
  }

  private void check(Collection<String> residuals) {
    Question question = place.question();
    List<String> own = question.options().stream().map(Option::code).toList();
    List<String> rows = question.rows().stream().map(Option::code).toList();
    each("residuals", question.residuals(), residuals, "residual_options does not have");
    // a residual stands alone and last in any case, and takes no text
    each("exclusive", question.exclusive(), own, "is none of its options");
    each("open", question.open(), own, "is none of its options");
    each("screen_out", question.screenOut(), question.codes(), "is none of its options");
    order("order", question.order(), own, "is none of its options");
    order("row_order", question.rowOrder(), rows, "is none of its rows");
    for (int i = 0; i < question.wordings().size(); i++) {
      for (String code : question.wordings().get(i).options().keySet()) {
        String pointer = place.at("wordings/" + i + "/options/" + code);
        named("wordings", pointer, code, own, "is none of its options");
      }
    }
    for (int i = 0; i < question.setIf().size(); i++) {
      String code = question.setIf().get(i).code();
      String pointer = place.at("set_if/" + i + "/code");
      named("set_if", pointer, code, question.codes(), "is none of its options");
    }
  }

  private void order(String part, Order order, Collection<String> known, String fault) {
    String kind =
        !order.shuffle().isEmpty() ? "shuffle" : order.flip().isEmpty() ? "rotate" : "flip";
    each(part + "/" + kind, order.moving(), known, fault);
    if (order.moving().size() == 1) {
      String message = place + " would move a single code in '" + part + "'";
      problems.at(place.at(part), message, "name two or more, or remove '" + part + "'");
    }
  }

  private void each(String part, List<String> codes, Collection<String> known, String fault) {
    for (int i = 0; i < codes.size(); i++) {
      String field = part.contains("/") ? part.substring(0, part.indexOf('/')) : part;
      named(field, place.at(part + "/" + i), codes.get(i), known, fault);
    }
  }

  private void named(
      String field, String pointer, String code, Collection<String> known, String fault) {
    if (!known.contains(code)) {
      String message = place + " names '" + code + "' in '" + field + "', which " + fault;
      problems.at(pointer, message, Problems.oneOf(known));
    }
  }
}
