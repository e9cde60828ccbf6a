package org.saualnama.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.texts.Texts;

/** What a form's fields mean, and above all what they don't. */
final class EditFormTest {
  private final ObjectNode river = Sample.river();
  private final Texts texts = new Texts();

  private ObjectNode edited(JsonNode seen, JsonNode now, String... fields) {
    Map<String, List<String>> all = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      all.computeIfAbsent(fields[i], name -> new ArrayList<>()).add(fields[i + 1]);
    }
    return EditForm.of(seen, new Sent(all), Set.of("age"), texts).applied(now);
  }

  private ObjectNode edited(String... fields) {
    return edited(river, river, fields);
  }

  @Test
  void aFormThatShowsWhatIsThereChangesNothing() {
    assertEquals(
        river,
        edited(
            "part",
            "swim",
            "t.text.en",
            "Do you swim in it?",
            "has.required",
            "1",
            "has.open",
            "1",
            "open",
            "other",
            "has.residuals",
            "1",
            "residuals",
            "hard_to_say",
            "order",
            "rotate",
            "has.moves.options",
            "1",
            "moves.options",
            "no",
            "moves.options",
            "yes",
            "has.segment",
            "1",
            "type",
            "single",
            "code",
            "swim",
            "to_page",
            "core",
            "has.lock",
            "1",
            "lock",
            "1",
            "has.strict",
            "1"));
    assertEquals(
        river,
        edited(
            "part",
            "survey",
            "has.languages",
            "1",
            "languages",
            "kk",
            "languages",
            "en",
            "sensitivity",
            "sensitive"));
  }

  @Test
  void onTopOfSomebodyElsesChangeOnlyOnesOwnAreMade() {
    ObjectNode theirs = TextEdits.ofQuestion("swim", "hint", "en", "Theirs").applied(river);
    ObjectNode both =
        edited(river, theirs, "part", "swim", "t.hint.en", "Last summer", "t.short.en", "Mine");
    JsonNode swim = Parts.question(both, "swim").node();
    assertEquals("Theirs", swim.at("/hint/en").asText());
    assertEquals("Mine", swim.at("/short/en").asText());
  }

  @Test
  void aBoxThatWasThereAndIsNotTickedIsOff() {
    ObjectNode tree =
        edited("part", "swim", "has.lock", "1", "has.open", "1", "has.residuals", "1");
    JsonNode swim = Parts.question(tree, "swim").node();
    assertFalse(swim.has("lock") || swim.has("open") || swim.has("residuals"), swim::toString);
  }

  @Test
  void aTickMakesAQuestionStrictAndNoTickAsItWas() {
    ObjectNode strict = edited("part", "clean", "has.strict", "1", "strict", "1");
    assertTrue(Parts.question(strict, "clean").node().path("strict").asBoolean());
    assertEquals(strict, edited(strict, strict, "part", "clean", "has.strict", "1", "strict", "1"));
    assertEquals(river, edited(strict, strict, "part", "clean", "has.strict", "1"));
    assertEquals(strict, edited(strict, strict, "part", "clean", "has.required", "1"));
  }

  @Test
  void onlyATypeWithOneAnswerCanBeStrict() {
    Refusal refusal =
        assertThrows(
            Refusal.class, () -> edited("part", "places", "has.strict", "1", "strict", "1"));
    assertEquals("not_of_type", refusal.problems().get(0).code());
    ObjectNode strict = edited("part", "clean", "has.strict", "1", "strict", "1");
    ObjectNode number = edited(strict, strict, "part", "clean", "act", "type", "type", "number");
    assertFalse(Parts.question(number, "clean").node().has("strict"));
  }

  @Test
  void aPublishedQuestionKeepsItsCode() {
    Refusal refusal =
        assertThrows(Refusal.class, () -> edited("part", "age", "act", "rename", "code", "years"));
    assertEquals("code_frozen", refusal.problems().get(0).code());
    String renamed = edited("part", "bank", "act", "rename", "code", "shore").toString();
    assertTrue(renamed.contains("\"question\":\"shore\""), renamed);
  }

  @Test
  void aLanguageThatIsLeftOutTakesItsWordsAlongAndANewOneComesLast() {
    ObjectNode tree =
        edited("part", "survey", "has.languages", "1", "languages", "kk", "languages", "ru");
    assertEquals(List.of("kk", "ru"), Parts.strings(tree.path("languages")));
    assertFalse(DefinitionYaml.text(tree).contains("Do you swim"));
  }

  @Test
  void theUsualWayToRefuseIsAddedWhereItIsMissed() {
    ObjectNode tree = Sample.tree("{survey: x, languages: [en, kk]}");
    QuestionEdits.add("", "single", "en", "Which?").on(tree);
    ObjectNode after = edited(tree, tree, "part", "which", "act", "residual.add prefer_not_to_say");
    assertEquals("Prefer not to say", after.at("/residual_options/prefer_not_to_say/en").asText());
    assertEquals("prefer_not_to_say", after.at("/pages/0/questions/0/residuals/0").asText());
  }

  @Test
  void figuresBecomeSharesThatSumToOne() {
    ObjectNode tree = Sample.river();
    tree.remove("weighting");
    ObjectNode after =
        edited(
            tree,
            tree,
            "part",
            "survey",
            "act",
            "margin.set bank",
            "m.table.bank",
            "Сол\t1 000\nRight;1 000\nisland,1000",
            "m.date.bank",
            "2026",
            "m.source.bank",
            "A \"count\", 2026");
    assertEquals(
        """
        category,share,computed,reference_date,source
        left,0.333333,yes: 1000 of 3000,2026,"A ""count"", 2026"
        right,0.333333,yes: 1000 of 3000,2026,"A ""count"", 2026"
        island,0.333334,yes: 1000 of 3000,2026,"A ""count"", 2026"
        """,
        after.at("/weighting/margins/0/targets").asText());
    assertEquals(List.of(), Sample.reading(after).problems());
    assertEquals(tree, edited(after, after, "part", "survey", "act", "margin.remove bank"));
  }
}
