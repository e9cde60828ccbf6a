package org.saualnama.survey;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Compares what answers already given depend on in a question: everything but its words. */
final class FrozenParts {
  private static final List<Part> PARTS =
      List.of(
          new Part("type", Question::type),
          new Part("required", Question::required),
          new Part("options", q -> codes(q.options())),
          new Part("rows", q -> codes(q.rows())),
          new Part("scale", q -> q.scale() == null ? List.of() : q.scale().codes()),
          new Part("min", Question::min),
          new Part("max", Question::max),
          new Part("max_length", Question::longestText),
          new Part("residuals", Question::residuals),
          new Part("exclusive", Question::exclusive),
          new Part("open", Question::open),
          new Part("screen_out", Question::screenOut),
          new Part("order", Question::order),
          new Part("row_order", Question::rowOrder),
          new Part("wordings", q -> q.wordings().stream().map(Wording::wording).toList()),
          new Part("ask_if", Question::askIf),
          new Part("ask_unless", Question::askUnless),
          new Part("set_if", Question::setIf),
          new Part("lock", Question::lock),
          new Part("strict", Question::strict));

  private FrozenParts() {}

  /** A field of a question, and what of it must stay. */
  private record Part(String field, Function<Question, Object> meaning) {}

  static void check(Question published, Draft.Place next, Problems problems) {
    for (Part part : PARTS) {
      Object before = part.meaning().apply(published);
      Object now = part.meaning().apply(next.question());
      if (!Objects.equals(before, now)) {
        String message = next + " was published with " + words(part, before) + ", now it has ";
        String mend = "restore it, or ask a new question under a new code";
        problems.at(next.at(part.field()), message + words(part, now), mend);
        if (part.field().equals("type")) {
          return; // all the rest differs too
        }
      }
    }
  }

  private static String words(Part part, Object value) {
    boolean none = value == null || value.equals(List.of()) || value.equals(Order.FIXED);
    String text = none ? "none" : Definitions.MAPPER.valueToTree(value).toString();
    return "'" + part.field() + "' " + Problems.shortened(text.replace("\"", ""));
  }

  private static List<String> codes(List<Option> options) {
    return options.stream().map(Option::code).toList();
  }
}
