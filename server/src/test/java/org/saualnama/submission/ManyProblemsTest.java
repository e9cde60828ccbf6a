package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saualnama.submission.AnswerProblem.Kind;
import org.saualnama.survey.ShippedSurveys;

/** A short body must not earn an answer many times its length. */
final class ManyProblemsTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final AnswerReader reader = new AnswerReader(ShippedSurveys.may9());

  @Test
  void anArrayLongerThanItsCodesIsOneProblem() {
    ArrayNode codes = JSON.arrayNode();
    for (int i = 0; i < 10_000; i++) {
      codes.add("");
    }
    reader.read("done", codes);
    assertEquals(List.of(Kind.REPEATED), kinds());
  }

  @Test
  void eachKindIsReportedOncePerField() {
    reader.read("done", JSON.arrayNode().add("x").add("y").add(1).add(2));
    assertEquals(List.of(Kind.UNKNOWN_CODE, Kind.WRONG_SHAPE), kinds());
  }

  @Test
  void aGridOfUnknownRowsIsOneProblem() {
    ObjectNode rows = JSON.objectNode();
    for (int i = 0; i < 1_000; i++) {
      rows.put("row" + i, "");
    }
    reader.read("forms_public", rows);
    assertEquals(List.of(Kind.UNKNOWN_ROW), kinds());
  }

  @Test
  void theListEndsWhereNobodyWouldReadOn() {
    for (int i = 0; i < 5_000; i++) {
      reader.read("q" + i, JSON.numberNode(1));
    }
    assertTrue(reader.problems().size() <= AnswerReader.MOST_PROBLEMS);
    assertEquals(Kind.UNKNOWN_QUESTION, reader.problems().get(0).kind());
  }

  private List<Kind> kinds() {
    return reader.problems().stream().map(AnswerProblem::kind).toList();
  }
}
