package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds wording that asks two things at once, suggests an answer, or is too long for a phone. */
final class WordingHints {
  private static final int LONG_QUESTION = 200;
  private static final int LONG_OPTION = 90;

  /** Nobody reads further, and the patterns would take ever longer. */
  private static final int READ = 1_000;

  /** One ask, a joint, and another ask behind it. */
  private static final Map<String, List<Pattern>> DOUBLE =
      Map.of(
          "en",
          patterns(
              "and/or",
              "\\?.+\\?",
              "\\band (?:do|does|did|is|are|was|were|have|has|will|would|can|could|should|how|what"
                  + "|why|when|where|who|which)\\b",
              "\\b(?:satisfied|happy|agree|support|oppose|rate|like|trust|approve)\\b(?!.*\\bbetween"
                  + "\\b).*\\w (?:and|or) \\w"),
          "ru",
          patterns(
              "\\bи/или\\b",
              "\\?.+\\?",
              "\\w \\w+ и (?:как|что|почему|зачем|когда|где|кто|сколько|насколько|какой|какая|какие|\\w+"
                  + " ли)\\b",
              "\\b(?:довольны|удовлетворены|согласны|поддерживаете|одобряете|оцениваете|нрав[ия]тся"
                  + "|доверяете)\\b(?!.*\\bмежду\\b).*\\w (?:и|или) \\w"),
          "kk",
          patterns(
              "\\bжәне/немесе\\b",
              "\\?.+\\?",
              "\\b(?:және|әрі) (?:қалай|қандай|не|неге|қашан|қайда|кім|қанша|қаншалықты)\\b",
              "\\b(?:ма|ме|ба|бе|па|пе)(?:,| және| әрі) \\w.*\\b(?:ма|ме|ба|бе|па|пе)\\b",
              "\\w (?:және|әрі|немесе) \\w.*\\b(?:қанағаттанасыз|ризасыз|келісесіз|қолдайсыз"
                  + "|бағалайсыз|ұнайды|ұнай|сенесіз)\\b"));

  /** Words that tell which answer is expected. */
  private static final Map<String, List<Pattern>> LEADING =
      Map.of(
          "en",
          patterns(
              "\\b(?:don['’]t|wouldn['’]t|won['’]t) you (?:think|agree|say|feel)\\b",
              "\\b(?:isn['’]t|aren['’]t|shouldn['’]t|doesn['’]t) (?:it|they|we|this|that|he|she)\\b",
              "\\b(?:surely|obviously|(?:is|are) clearly|of course|naturally|undoubtedly)\\b",
              "\\b(?:as (?:everyone|we all|you) knows?|most people (?:think|agree|believe|say))\\b"),
          "ru",
          patterns(
              "\\b(?:не правда ли|не так ли|согласитесь|разве|неужели)\\b",
              "\\bне (?:считаете|думаете|кажется|находите) ли\\b",
              "\\b(?:конечно|очевидно|разумеется|безусловно|несомненно|как известно)\\b",
              "\\bбольшинство (?:людей )?(?:считает|думает|согласно|полагает)\\b"),
          "kk",
          patterns(
              "\\b(?:солай емес пе|рас емес пе|дұрыс емес пе)\\b",
              "\\bдеп (?:ойламайсыз|санамайсыз|есептемейсіз) (?:ба|бе)\\b",
              "\\b(?:әрине|сөзсіз|күмәнсіз|белгілі болғандай|өзіңіз білетіндей)\\b",
              "\\bкөпшілік(?:тің)? (?:ойлайды|санайды|келіседі|пікірінше)\\b"));

  private WordingHints() {}

  private static List<Pattern> patterns(String... patterns) {
    int flags =
        Pattern.CASE_INSENSITIVE
            | Pattern.UNICODE_CASE
            | Pattern.UNICODE_CHARACTER_CLASS
            | Pattern.DOTALL;
    return List.of(patterns).stream().map(pattern -> Pattern.compile(pattern, flags)).toList();
  }

  static void add(JsonNode question, List<Hint> hints) {
    String code = QuestionEdits.code(question);
    for (Map.Entry<String, JsonNode> text : question.path("text").properties()) {
      String language = text.getKey();
      String words = text.getValue().asText();
      found(DOUBLE, language, words)
          .ifPresent(part -> hints.add(Hint.of(code, "double_barrelled", language, part)));
      found(LEADING, language, words)
          .ifPresent(part -> hints.add(Hint.of(code, "leading", language, part)));
      if (words.length() > LONG_QUESTION) {
        hints.add(Hint.of(code, "long_question", language, "" + words.length()));
      }
    }
    for (String list : new String[] {"options", "rows"}) {
      question.path(list).forEach(option -> longOption(code, option, hints));
    }
  }

  private static void longOption(String code, JsonNode option, List<Hint> hints) {
    for (Map.Entry<String, JsonNode> text : option.path("text").properties()) {
      int length = text.getValue().asText().length();
      if (length > LONG_OPTION) {
        String name = option.path("code").asText();
        hints.add(Hint.of(code, "long_option", text.getKey(), name, "" + length));
        return;
      }
    }
  }

  private static Optional<String> found(
      Map<String, List<Pattern>> lists, String language, String words) {
    String read = words.substring(0, Math.min(words.length(), READ));
    return lists.getOrDefault(language, List.of()).stream()
        .map(pattern -> pattern.matcher(read))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }
}
