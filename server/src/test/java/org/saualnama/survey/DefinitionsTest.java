package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.saualnama.survey.River.GOOD;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class DefinitionsTest {

  @Test
  void whatIsWrittenIsReadBackUnchanged() {
    Survey survey = GOOD.survey();
    String json = Definitions.json(survey);
    assertEquals(survey, Definitions.survey(json));
    assertEquals(json, Definitions.json(Definitions.survey(json)));
  }

  @Test
  void noughtIsKeptAndSilenceIsNotWritten() {
    String json = Definitions.json(GOOD.survey());
    assertTrue(json.contains("\"min\":0,\"max\":366"), json);
    assertFalse(json.contains("null") || json.contains("{}"), json);
    assertFalse(json.contains("\"lock\":false") || json.contains("\"by_name\":false"), json);
  }

  @Test
  void theAuthorsOrderIsKept() {
    String json = Definitions.json(GOOD.survey());
    assertTrue(json.contains("{\"en\":\"The river\",\"kk\":\"Өзен\"}"), json);
    assertTrue(json.indexOf("\"strategy\"") < json.indexOf("\"limitations\""), json);
  }

  @Test
  void jsonWithAnUnknownFieldIsRefused() {
    String json = Definitions.json(GOOD.survey()).replaceFirst("\\{", "{\"extra\":1,");
    Assertions.assertThrows(UncheckedIOException.class, () -> Definitions.survey(json));
  }
}
