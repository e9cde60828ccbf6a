package org.saualnama.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.saualnama.editor.OptionEdits.Kind;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.DefinitionProblem;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.DefinitionYaml;

/** Whatever authors do in whatever order, the definition stays one that can be read and shown. */
final class RandomEditsTest {
  private static final List<String> LANGUAGES = List.of("en", "kk");

  private final List<String> log = new ArrayList<>();

  @Property(tries = 60)
  void randomEditsLeaveADefinitionThatCanBeReadAndShown(@ForAll Random random) {
    ObjectNode tree = Sample.river();
    for (int i = 0; i < 40; i++) {
      Edit edit = any(tree, random);
      try {
        tree = edit.applied(tree);
      } catch (Refusal refusal) {
        assertFalse(refusal.problems().isEmpty(), refusal.getMessage());
      }
      assertTrue(Shape.fault(tree).isEmpty(), () -> String.join("\n", log));
    }
    String yaml = DefinitionYaml.text(tree);
    assertEquals(tree, DefinitionSource.of("x", yaml).tree(), yaml);
    for (DefinitionProblem problem : Sample.reading(tree).problems()) {
      assertTrue(problem.line() > 0);
      assertFalse(problem.message().isBlank() || problem.mend().isBlank());
    }
    namesNothingThatIsGone(tree);
    Hints.of(tree);
  }

  /** Edits themselves never leave a name behind of something they removed. */
  private void namesNothingThatIsGone(ObjectNode tree) {
    for (Uses.Use use : Uses.conditions(tree)) {
      for (var named : ConditionEdits.named(use.condition())) {
        String question = named.getKey().replaceFirst("\\..*", "");
        JsonNode node = Parts.question(tree, question).node();
        assertTrue(
            Choices.codes(node).contains(named.getValue()),
            () -> named + "\n" + String.join("\n", log));
      }
    }
    for (JsonNode question : Parts.questions(tree)) {
      List<String> options = Parts.codes(question.path("options"), "code");
      assertTrue(options.containsAll(OrderEdits.moving(question, Kind.OPTION)), question::toString);
      assertTrue(options.containsAll(Parts.strings(question.path("open"))), question::toString);
    }
  }

  private Edit any(ObjectNode tree, Random random) {
    String page = one(Parts.codes(tree.path("pages"), "page"), random);
    JsonNode question =
        Parts.questions(tree).isEmpty() ? tree.path("none") : one(Parts.questions(tree), random);
    String asked = QuestionEdits.code(question);
    Kind kind = one(List.of(Kind.values()), random);
    List<String> options = Parts.codes(question.path(kind.list()), "code");
    String part = options.isEmpty() ? "none" : one(options, random);
    int step = random.nextBoolean() ? 1 : -1;
    String language = one(LANGUAGES, random);
    String words = one(List.of("Which?", "Қай?", "", "a: b #c", "- x", "yes\nno"), random);
    int choice = random.nextInt(21);
    log.add(choice + " " + page + " " + asked + " " + kind + " " + part + " " + words);
    return switch (choice) {
      case 0 -> TextEdits.ofQuestion(asked, "text", language, words);
      case 1 -> TextEdits.ofQuestion(asked, kind.list() + "." + part + ".text", language, words);
      case 2 -> QuestionEdits.add(page, one(TypeEdit.TYPES, random), language, words);
      case 3 -> QuestionEdits.move(asked, step);
      case 4 -> QuestionEdits.moveTo(asked, page);
      case 5 -> QuestionEdits.duplicate(asked);
      case 6 -> QuestionEdits.remove(asked);
      case 7 -> QuestionEdits.rename(asked, "q" + random.nextInt(9));
      case 8 -> OptionEdits.add(asked, kind, language, words);
      case 9 -> OptionEdits.move(asked, kind, part, step);
      case 10 -> OptionEdits.remove(asked, kind, part);
      case 11 -> OptionEdits.rename(asked, kind, part, "o" + random.nextInt(9));
      case 12 -> OrderEdits.set(asked, kind, one(OrderEdits.RULES, random));
      case 13 -> OrderEdits.moving(asked, kind, options.subList(0, options.size() / 2));
      case 14 -> TypeEdit.set(asked, one(TypeEdit.TYPES, random));
      case 15 -> PageEdits.add(page);
      case 16 -> random.nextInt(4) == 0 ? PageEdits.remove(page) : PageEdits.split(asked);
      case 17 -> PageEdits.duplicate(page);
      case 18 -> condition(tree, asked, random);
      case 19 ->
          TypeEdit.has(question.path("type").asText(), "strict")
              ? SettingEdits.flag(asked, "strict", random.nextBoolean())
              : SettingEdits.flag(asked, "lock", random.nextBoolean());
      default -> SettingEdits.marked(asked, "residuals", List.of("hard_to_say"));
    };
  }

  private static Edit condition(ObjectNode tree, String question, Random random) {
    List<ConditionEdits.Choice> choices = ConditionEdits.before(tree, question);
    if (choices.isEmpty()) {
      return SettingEdits.flag(question, "required", true);
    }
    ConditionEdits.Choice choice = one(choices, random);
    String part = one(List.of("ask_if", "ask_unless"), random);
    return ConditionEdits.add(question, part, choice.item(), one(choice.codes(), random));
  }

  private static <T> T one(List<T> list, Random random) {
    return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
  }
}
