package org.saualnama.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saualnama.submission.AnswerProblem;
import org.saualnama.submission.AnswerProblem.Kind;
import org.saualnama.submission.SentSubmission;
import org.saualnama.survey.Page;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

final class InterviewTest {
  private final SurveyVersion version = ShippedSurveys.may9();
  private final Interview interview = new Interview(version);

  @Test
  void theConsentHasToBeChosen() {
    assertTrue(assertInstanceOf(Step.Consent.class, next(begin())).unanswered());
    Step.End end = assertInstanceOf(Step.End.class, next(begin(), "_consent", "decline"));
    assertEquals(Step.Why.DECLINED, end.why());
    assertEquals("age", page(next(begin(), "_consent", "agree")));
  }

  @Test
  void aRequiredQuestionIsAskedForWhereItStands() {
    Step.Ask ask = assertInstanceOf(Step.Ask.class, next(at("age")));
    assertEquals("age", page(ask));
    assertEquals(List.of(Kind.REQUIRED), ask.problems().stream().map(AnswerProblem::kind).toList());
  }

  @Test
  void whomTheSurveyIsNotForIsThankedAndNothingGoesOn() {
    Step.End end = assertInstanceOf(Step.End.class, next(at("age"), "age", "under_18"));
    assertEquals(Step.Why.SCREENED, end.why());
  }

  @Test
  void pagesThatAskNothingAreSkippedBothWays() {
    Step feeling = next(at("meaning"), "meaning", "hard_to_say");
    assertEquals("feeling", page(feeling));
    Step known = next(at("marches_known"), "marches_known", "not_heard");
    assertEquals("symbols_and_name", page(known));
    assertEquals("marches_known", page(back(known.state())));
  }

  @Test
  void thereIsNoWayBackOverALock() {
    Step certainty = next(at("meaning"), "meaning", "both");
    assertEquals("certainty", page(certainty));
    assertEquals("certainty", page(back(certainty.state())));
    assertEquals("importance", page(back(at("meaning"))));
    assertTrue(interview.walk(certainty.state()).previous(certainty.state().page()).isEmpty());
  }

  @Test
  void goingBackTakesAlongWhatIsInOrderAndJudgesNothing() {
    Step forms = back(at("forms_public"), "forms_public.parade", "should");
    assertEquals("done", page(forms));
    Step again = next(forms.state());
    assertEquals("should", ((Step.Ask) again).typed().one("forms_public.parade"));
    Step wrong = back(at("done"), "done", "nothing", "done", "home");
    assertEquals(Map.of(), wrong.state().answers());
  }

  @Test
  void anotherLanguageKeepsThePageAndWhatWasTyped() {
    Step.Ask ask =
        assertInstanceOf(Step.Ask.class, next(at("done"), "done", "home", "_lang", "en"));
    assertEquals("done", page(ask));
    assertEquals("en", ask.state().language());
    assertEquals(List.of("home"), ask.typed().all("done"));
  }

  @Test
  void anAnswerWhoseQuestionIsNoLongerAskedIsDroppedAtTheEnd() {
    FormState state = next(at("meaning"), "meaning", "both").state();
    state = next(state, "certainty", "very").state();
    state = next(state.at(place("meaning")), "meaning", "hard_to_say").state();
    assertTrue(state.answers().containsKey("certainty"));
    SentSubmission sent = new AnswerSheet(version, state).sent();
    assertEquals(Map.of("meaning", "hard_to_say"), texts(sent));
    assertTrue(sent.shown().first().containsKey("importance"));
  }

  @Test
  void aQuestionThatAnAnswerBringsUpOnTheSamePageIsShownBeforeGoingOn() {
    SurveyVersion small =
        SmallSurvey.ofPages(
            """
              - page: p
                questions:
                  - {question: a, type: single, text: {en: A}, options: [{code: x, text: {en: X}}, {code: y, text: {en: Y}}]}
                  - {question: b, type: text, text: {en: B}, ask_if: {a: [x]}}
            """);
    Interview asks = new Interview(small);
    FormState state = FormState.begin(UUID.randomUUID(), 1, 1, "en").at(0);
    assertInstanceOf(Step.Ready.class, asks.step(state, fields("a", "y")));
    Step.Ask again = assertInstanceOf(Step.Ask.class, asks.step(state, fields("a", "x")));
    assertTrue(again.problems().isEmpty());
    assertEquals("x", again.typed().one("a"));
    assertInstanceOf(Step.Ready.class, asks.step(again.state(), fields("a", "x")));
  }

  @Test
  void sendingWhatWasMeanwhileRefusedLeadsToTheFirstPageToMend() {
    Step.Ask ask = assertInstanceOf(Step.Ask.class, interview.mend(at("about_you")));
    assertEquals("age", page(ask));
  }

  @Test
  void howFarAFormHasComeOnlyGrows() {
    FormState far = at("done");
    assertEquals(place("done"), far.furthest());
    FormState back = back(far).state();
    assertEquals("feeling", page(back(far)));
    assertEquals(place("done"), back.furthest());
    assertEquals(place("done"), next(back).state().furthest());
    assertEquals(place("forms_public"), next(next(back).state()).state().furthest());
    Step.End end = assertInstanceOf(Step.End.class, next(at("age"), "age", "under_18"));
    assertEquals(place("age"), end.state().furthest());
  }

  private FormState begin() {
    return FormState.begin(UUID.randomUUID(), 5, 1, "kk");
  }

  private FormState at(String page) {
    return begin().at(place(page));
  }

  private int place(String page) {
    return version.survey().pages().stream().map(Page::code).toList().indexOf(page);
  }

  private Step next(FormState state, String... fields) {
    return interview.step(state, fields(fields));
  }

  private Step back(FormState state, String... fields) {
    Map<String, List<String>> values = new HashMap<>(fields(fields).values());
    values.put("_go", List.of("back"));
    return interview.step(state, new Fields(values));
  }

  private static Fields fields(String... pairs) {
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      List<String> more = List.of(pairs[i + 1]);
      values.merge(pairs[i], more, (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return new Fields(values);
  }

  private String page(Step step) {
    return version.survey().pages().get(step.state().page()).code();
  }

  private static Map<String, String> texts(SentSubmission sent) {
    Map<String, String> texts = new HashMap<>();
    sent.answers().forEach((field, answer) -> texts.put(field, answer.asText()));
    return texts;
  }
}
