package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds answers that lean to one side: more ways to say yes than to say no. */
final class BalanceHints {
  private static final int FEWEST = 2;

  /** Of a language: what says the good, and what turns it into its contrary. */
  private record Sides(Pattern good, Pattern bad) {}

  private static final Map<String, Sides> SIDES =
      Map.of(
          "en",
          sides(
              "\\b(?:satisfied|happy|good|excellent|great|agree|support|approve|like|positive"
                  + "|positively|useful|important|likely|easy|well|trust|better)\\b",
              "\\b(?:dissatisfied|unsatisfied|unhappy|bad|poor|terrible|disagree|oppose|disapprove"
                  + "|dislike|negative|negatively|useless|unimportant|unlikely|difficult|hard|badly"
                  + "|distrust|worse|not|don['’]t|do not)\\b"),
          "ru",
          sides(
              "\\b(?:доволен|довольна|удовлетвор\\w*|хорош\\w*|отличн\\w*|соглас\\w*|поддерж\\w*"
                  + "|одобр\\w*|нравится|положительн\\w*|полезн\\w*|важн\\w*|вероятн\\w*|легко"
                  + "|доверя\\w*|лучше)\\b",
              "\\b(?:недовол\\w*|неудовлетвор\\w*|плох\\w*|ужасн\\w*|несоглас\\w*|против"
                  + "|отрицательн\\w*|бесполезн\\w*|маловероятн\\w*|трудно|хуже|не)\\b"),
          "kk",
          sides(
              "\\b(?:ризамын|қанағаттан\\w*|жақсы|тамаша|керемет|келісемін|қолдаймын|ұнайды|оң"
                  + "|пайдалы|маңызды|оңай|сенемін)\\b",
              "\\b(?:риза емес\\w*|қанағаттанба\\w*|жаман|нашар|келіспеймін|қолдамаймын|қарсы\\w*"
                  + "|ұнамайды|теріс|пайдасыз|маңызды емес|қиын|сенбеймін|емес\\w*)\\b"));

  private BalanceHints() {}

  private static Sides sides(String good, String bad) {
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    return new Sides(Pattern.compile(good, flags), Pattern.compile(bad, flags));
  }

  static void add(JsonNode question, List<Hint> hints) {
    String code = QuestionEdits.code(question);
    for (Map.Entry<String, Sides> language : SIDES.entrySet()) {
      int good = 0;
      int bad = 0;
      for (JsonNode option : question.path("options")) {
        String words = option.path("text").path(language.getKey()).asText();
        boolean against = language.getValue().bad().matcher(words).find();
        bad += against ? 1 : 0;
        good += !against && language.getValue().good().matcher(words).find() ? 1 : 0;
      }
      if (good != bad && good + bad > FEWEST) {
        hints.add(Hint.of(code, "unbalanced", "" + good, "" + bad));
        return;
      }
    }
    JsonNode scale = question.path("scale");
    int from = scale.path("from").asInt();
    if (from < 0 && from != -scale.path("to").asInt()) {
      hints.add(Hint.of(code, "unbalanced_scale", "" + from, scale.path("to").asText()));
    }
  }
}
