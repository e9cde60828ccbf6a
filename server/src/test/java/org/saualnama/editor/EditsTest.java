package org.saualnama.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saualnama.editor.OptionEdits.Kind;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.DefinitionSource;

/** What each edit does to a definition, and when it won't. */
final class EditsTest {
  private final ObjectNode river = Sample.river();

  private JsonNode question(ObjectNode tree, String code) {
    return Parts.question(tree, code).node();
  }

  private static String refused(Edit edit, ObjectNode tree) {
    Refusal refusal = assertThrows(Refusal.class, () -> edit.applied(tree));
    return refusal.problems().get(0).code() + ": " + refusal.getMessage();
  }

  @Test
  void anEditLeavesTheTreeItWasGivenAsItIs() {
    ObjectNode before = river.deepCopy();
    QuestionEdits.remove("visits").applied(river);
    assertEquals(before, river);
  }

  @Test
  void wordsAreSetInOneLanguageAndBlankOnesAreGone() {
    ObjectNode tree =
        TextEdits.ofQuestion("swim", "text", "kk", " Шомыласыз ба,  \r\nөзенде? ").applied(river);
    assertEquals("Шомыласыз ба,\nөзенде?", question(tree, "swim").at("/text/kk").asText());
    tree = TextEdits.ofQuestion("swim", "options.other.text", "en", "Else").applied(tree);
    assertEquals("Else", question(tree, "swim").at("/options/2/text/en").asText());
    tree = TextEdits.ofQuestion("clean", "scale.low", "en", "").applied(tree);
    assertFalse(question(tree, "clean").at("/scale/low").has("en"));
    tree = TextEdits.ofQuestion("swim", "wordings.bathe.options.other", "en", "x").applied(tree);
    assertEquals("x", question(tree, "swim").at("/wordings/1/options/other/en").asText());
    tree = TextEdits.ofSurvey("consent.agree", "en", "I do").applied(tree);
    assertEquals("I do", tree.at("/consent/agree/en").asText());
  }

  @Test
  void anOptionalTextWithoutWordsIsGoneAltogether() {
    ObjectNode tree = TextEdits.ofQuestion("swim", "hint", "en", "").applied(river);
    tree = TextEdits.ofQuestion("swim", "hint", "kk", " ").applied(tree);
    assertFalse(question(tree, "swim").has("hint"));
    tree = TextEdits.ofPage("core", "en", "").applied(tree);
    tree = TextEdits.ofPage("core", "kk", "").applied(tree);
    assertFalse(Parts.page(tree, "core").node().has("title"));
  }

  @Test
  void aTextThatNoDefinitionHasIsRefused() {
    String said = refused(TextEdits.ofQuestion("swim", "ask_if.bank", "en", "x"), river);
    assertTrue(said.startsWith("unknown_field"), said);
    said = refused(TextEdits.ofQuestion("swim", "options.none.text", "en", "x"), river);
    assertTrue(said.startsWith("part_gone"), said);
  }

  @Test
  void aNewQuestionHasACodeMadeOfItsWords() {
    ObjectNode tree = QuestionEdits.add("more", "single", "kk", "Өзен қандай?").applied(river);
    JsonNode added = question(tree, "ozen_qandai");
    assertEquals("Өзен қандай?", added.at("/text/kk").asText());
    tree = QuestionEdits.add("", "scale", "en", "Swim!").applied(tree);
    assertEquals("swim_2", Parts.questions(tree).get(10).path("question").asText());
    assertEquals(5, Parts.pages(tree).size());
    assertEquals(5, question(tree, "swim_2").at("/scale/to").asInt());
  }

  @Test
  void theFirstQuestionWithOptionsLeadsTheResults() {
    ObjectNode blank = Sample.tree("{survey: blank, languages: [en]}");
    ObjectNode tree = QuestionEdits.add("", "text", "en", "Why?").applied(blank);
    assertFalse(tree.has("core"));
    tree = QuestionEdits.add("page_1", "single", "en", "What?").applied(tree);
    assertEquals("what", tree.path("core").asText());
  }

  @Test
  void aQuestionMovesWithinItsPageAndOverItsEdge() {
    ObjectNode tree = QuestionEdits.move("places", 1).applied(river);
    assertEquals(List.of("clean", "places", "plans"), codes(tree, "more"));
    tree = QuestionEdits.move("clean", -1).applied(tree);
    assertEquals(List.of("swim", "clean"), codes(tree, "core"));
    assertEquals(river, QuestionEdits.move("age", -1).applied(river));
    tree = QuestionEdits.moveTo("swim", "about").applied(tree);
    assertEquals(List.of("why", "visits", "settlement", "swim"), codes(tree, "about"));
  }

  private static List<String> codes(ObjectNode tree, String page) {
    return Parts.codes(Parts.page(tree, page).node().path("questions"), "question");
  }

  @Test
  void whatAConditionNeedsIsNotRemovedAndTheConditionIsNamed() {
    String said = refused(QuestionEdits.remove("swim"), river);
    assertTrue(said.contains("'ask_if' of question 'places' needs question 'swim'"), said);
    said = refused(QuestionEdits.remove("plans"), river);
    assertTrue(said.contains("'ask_if' of question 'why'"), said);
    said = refused(OptionEdits.remove("bank", Kind.OPTION, "island"), river);
    assertTrue(said.contains("'ask_unless' of question 'clean'"), said);
    assertTrue(said.contains("'set_if' of question 'settlement'"), said);
    said = refused(OptionEdits.remove("plans", Kind.ROW, "dam"), river);
    assertTrue(said.contains("needs row 'dam' of question 'plans'"), said);
    said = refused(QuestionEdits.remove("settlement"), river);
    assertTrue(said.contains("margin 'place'"), said);
    said = refused(TypeEdit.set("plans", "text"), river);
    assertTrue(said.contains("needs question 'plans'"), said);
    said = refused(PageEdits.remove("start"), river);
    assertTrue(said.startsWith("needed_by"), said);
  }

  @Test
  void aPageGoesWithAllThatHangsTogetherOnIt() {
    ObjectNode tree = PageEdits.remove("about").applied(withoutMargins());
    assertEquals(List.of("age", "bank"), Parts.strings(tree.path("segments")));
    assertEquals(3, Parts.pages(tree).size());
  }

  private ObjectNode withoutMargins() {
    ObjectNode tree = river.deepCopy();
    tree.remove("weighting");
    return tree;
  }

  @Test
  void aRemovedOptionIsForgottenWhereverItWasOnlyNamed() {
    ObjectNode tree = OptionEdits.remove("swim", Kind.OPTION, "no").applied(river);
    assertFalse(question(tree, "swim").has("order"), "one option alone can't rotate");
    tree = OptionEdits.remove("swim", Kind.OPTION, "other").applied(tree);
    assertFalse(question(tree, "swim").has("open"));
    assertFalse(question(tree, "swim").toString().contains("other"), "not in a wording either");
  }

  @Test
  void aNewCodeIsCarriedToEveryPlaceThatNamesTheOldOne() {
    ObjectNode tree = QuestionEdits.rename("bank", "shore").applied(river);
    tree = QuestionEdits.rename("plans", "wishes").applied(tree);
    tree = OptionEdits.rename("shore", Kind.OPTION, "island", "isle").applied(tree);
    tree = OptionEdits.rename("wishes", Kind.ROW, "dam", "weir").applied(tree);
    tree = OptionEdits.rename("swim", Kind.OPTION, "other", "else").applied(tree);
    tree = OptionEdits.rename("age", Kind.OPTION, "18-39", "young").applied(tree);
    String text = tree.toString();
    for (String old :
        List.of("\"bank", "\"island\"", "plans", "\"dam\"", ".dam", "other", "18-39\",\"40")) {
      assertFalse(text.contains(old), old + " in " + text);
    }
    assertEquals(Sample.reading(river).problems().size(), Sample.reading(tree).problems().size());
  }

  @Test
  void aCodeThatIsTakenOrCantBeOneIsRefused() {
    assertTrue(refused(QuestionEdits.rename("bank", "Swim"), river).startsWith("code_taken"));
    assertTrue(refused(QuestionEdits.rename("bank", "a b"), river).startsWith("malformed_code"));
    String said = refused(OptionEdits.rename("bank", Kind.OPTION, "left", "RIGHT"), river);
    assertTrue(said.startsWith("code_taken"), said);
  }

  @Test
  void aListIsPastedAsOptionsOneForEachLine() {
    ObjectNode tree =
        OptionEdits.add("swim", Kind.OPTION, "en", "- Maybe\n\n2) No\r\n• Sometimes \n")
            .applied(river);
    assertEquals(
        List.of("yes", "no", "other", "maybe", "no_2", "sometimes"),
        Parts.codes(question(tree, "swim").path("options"), "code"));
    assertEquals("Sometimes", question(tree, "swim").at("/options/5/text/en").asText());
    assertEquals(
        List.of("yes", "no", "maybe", "no_2", "sometimes"),
        OrderEdits.moving(question(tree, "swim"), Kind.OPTION));
  }

  @Test
  void anOrderMovesAllButThoseLookedForAtTheEnd() {
    ObjectNode tree = OrderEdits.set("swim", Kind.OPTION, "fixed").applied(river);
    assertFalse(question(tree, "swim").has("order"));
    tree = OrderEdits.set("swim", Kind.OPTION, "shuffle").applied(tree);
    assertEquals(List.of("yes", "no"), OrderEdits.moving(question(tree, "swim"), Kind.OPTION));
    tree = OrderEdits.moving("swim", Kind.OPTION, List.of("other", "yes")).applied(tree);
    assertEquals(List.of("yes", "other"), OrderEdits.moving(question(tree, "swim"), Kind.OPTION));
    tree = OrderEdits.set("swim", Kind.OPTION, "by_name").applied(tree);
    assertTrue(question(tree, "swim").at("/order/by_name").asBoolean());
  }

  @Test
  void anotherTypeLetsGoOfWhatItCantHave() {
    ObjectNode tree = TypeEdit.set("swim", "multiple").applied(river);
    assertEquals(3, question(tree, "swim").path("options").size());
    assertEquals("swim", tree.path("core").asText());
    tree = ConditionEdits.remove("places", "ask_if", "swim", "yes").applied(tree);
    tree = TypeEdit.set("swim", "number").applied(tree);
    assertFalse(question(tree, "swim").has("options"));
    assertFalse(question(tree, "swim").has("open"));
    assertFalse(tree.has("core"));
  }

  @Test
  void aConditionIsPickedFromEarlierPagesOnly() {
    List<String> offered =
        ConditionEdits.before(river, "why").stream().map(ConditionEdits.Choice::item).toList();
    assertEquals(
        List.of("age", "bank", "swim", "places", "clean", "plans.dam", "plans.park"), offered);
    ObjectNode tree = ConditionEdits.add("why", "ask_if", "swim", "yes").applied(river);
    tree = ConditionEdits.add("why", "ask_if", "swim", "other").applied(tree);
    assertEquals("[\"yes\",\"other\"]", question(tree, "why").at("/ask_if/swim").toString());
    for (String code : List.of("yes", "other")) {
      tree = ConditionEdits.remove("why", "ask_if", "swim", code).applied(tree);
    }
    tree = ConditionEdits.remove("why", "ask_if", "plans.dam", "should").applied(tree);
    assertFalse(question(tree, "why").has("ask_if"));
    String said = refused(ConditionEdits.add("swim", "ask_if", "swim", "yes"), river);
    assertTrue(said.startsWith("unknown_choice"), said);
  }

  @Test
  void aPageIsSplitBeforeAQuestion() {
    ObjectNode tree = PageEdits.split("clean").applied(river);
    assertEquals(List.of("places"), codes(tree, "more"));
    assertEquals(List.of("clean", "plans"), codes(tree, "page_5"));
    assertTrue(refused(PageEdits.split("age"), river).startsWith("first_on_page"));
  }

  @Test
  void aCopyHasCodesOfItsOwn() {
    ObjectNode tree = PageEdits.duplicate("start").applied(river);
    assertEquals(List.of("age_2", "bank_2"), codes(tree, "start_2"));
    tree = QuestionEdits.duplicate("age").applied(tree);
    assertEquals(List.of("age", "age_3", "bank"), codes(tree, "start"));
  }

  @Test
  void segmentsAndTheCoreAreSwitchedByQuestion() {
    ObjectNode tree = SettingEdits.segment("swim", true).applied(river);
    assertEquals(4, tree.path("segments").size());
    tree = SettingEdits.segment("swim", false).applied(tree);
    assertEquals(river, tree);
    assertTrue(refused(SettingEdits.segment("age", false), river).startsWith("needed_by_margin"));
    assertEquals("bank", SettingEdits.core("bank").applied(river).path("core").asText());
  }

  @Test
  void whatCantBeToldApartIsForTheSourceView() {
    for (String broken :
        List.of(
            "[a]",
            "pages: x",
            "pages: [{page: a, questions: [{question: q}, {question: q}]}]",
            "pages: [{page: a, questions: [{question: 'q.q'}]}]",
            "pages: [{page: a, questions: [{question: q, options: [{text: {}}]}]}]")) {
      JsonNode tree = DefinitionSource.of("x", broken).tree();
      assertTrue(Shape.fault(tree).isPresent(), broken);
    }
    assertTrue(Shape.fault(river).isEmpty());
  }
}
