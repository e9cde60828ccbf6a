package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.Item;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** Throws random and mutated submissions at the checker. */
final class SubmissionPropertyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SurveyVersion MAY9 = ShippedSurveys.may9();
  private static final List<String> JUNK =
      List.of(
          "null",
          "true",
          "-1",
          "1e99",
          "\"\"",
          "\"both\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "[]",
          "[[]]",
          "[null]",
          "{}",
          "{\"parade\":[]}",
          "[\"nothing\",\"flowers\"]",
          "{\"\":\"\"}");

  @Property(tries = 500)
  void anHonestSubmissionIsTakenAndComesOutOfTheBoxAsItWentIn(@ForAll long number) {
    Submission submission = check(honest(number)).submission().orElseThrow();
    Submission opened =
        BallotFormat.unpack(BallotFormat.pack(submission), version -> MAY9).orElseThrow();
    assertEquals(submission, opened);
  }

  @Property(tries = 2000)
  void aMutatedSubmissionIsRefusedOrHoldsEveryRule(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    ObjectNode body = (ObjectNode) JSON.readTree(honest(random.nextInt(50)));
    for (int i = 0; i <= random.nextInt(4); i++) {
      mutate(body, random);
    }
    Checked checked;
    try {
      checked = check(JSON.writeValueAsBytes(body));
    } catch (Refusal refusal) {
      assertEquals(Refusal.Reason.MALFORMED, refusal.reason());
      assertFalse(refusal.problems().isEmpty());
      return;
    }
    assertEquals(checked.problems().isEmpty(), checked.submission().isPresent());
    checked.submission().ifPresent(SubmissionPropertyTest::holdsEveryRule);
  }

  @Property(tries = 1000)
  void randomBytesAreRefusedAsMalformed(@ForAll byte[] bytes) {
    try {
      check(bytes);
    } catch (Refusal refusal) {
      assertEquals(Refusal.Reason.MALFORMED, refusal.reason());
    }
  }

  private static void mutate(ObjectNode body, Random random) throws Exception {
    ObjectNode answers = body.withObject("/answers");
    List<String> places = new ArrayList<>(MAY9.questions().keySet());
    places.addAll(List.of("done.other", "gender.another_way", "meaning.both", "nowhere"));
    String place = places.get(random.nextInt(places.size()));
    switch (random.nextInt(4)) {
      case 0 -> answers.remove(place);
      case 1 -> answers.set(place, junk(random));
      case 2 -> {
        Item item = new ArrayList<>(MAY9.items().values()).get(random.nextInt(MAY9.items().size()));
        answers.put(item.question().code(), item.codes().get(random.nextInt(item.codes().size())));
      }
      default ->
          body.set(
              List.of("version", "language", "consent", "first", "wording", "x")
                  .get(random.nextInt(6)),
              junk(random));
    }
  }

  private static JsonNode junk(Random random) throws Exception {
    return JSON.readTree(JUNK.get(random.nextInt(JUNK.size())));
  }

  private static void holdsEveryRule(Submission submission) {
    Answers answers = submission.answers();
    Routing routing = Routing.of(MAY9, answers.choices());
    assertTrue(routing.screenedOut().isEmpty());
    answers
        .choices()
        .forEach(
            (code, chosen) -> {
              Item item = MAY9.items().get(code);
              assertTrue(item.codes().containsAll(chosen), code);
              assertTrue(
                  chosen.size() == 1 || chosen.stream().noneMatch(item.question()::isExclusive));
              assertTrue(
                  routing.asked().contains(item.question().code())
                      || !item.question().setIf().isEmpty());
            });
    assertTrue(answers.choices().containsKey("age") && answers.choices().containsKey("region"));
    answers.texts().values().forEach(text -> assertTrue(Json.isStorable(text)));
  }

  private static byte[] honest(long number) {
    return Json.write(new SyntheticRespondent(MAY9, number).submission());
  }

  private static Checked check(byte[] body) {
    return SubmissionParser.parse(body).checkedAgainst(MAY9);
  }
}
