package org.saualnama.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Test submissions in a spreadsheet. */
final class TestCsvTest {
  private static String csv(TestSubmission... submissions) {
    return new String(TestCsv.of(List.of(submissions)), StandardCharsets.UTF_8);
  }

  private static TestSubmission of(boolean draft, int number, String answers) throws Exception {
    JsonNode content =
        new ObjectMapper().readTree("{\"language\":\"kk\",\"answers\":" + answers + "}");
    return new TestSubmission(draft, number, content);
  }

  @Test
  void aLineForEachAndAColumnForEachItem() throws Exception {
    assertEquals(
        """
        revision,version,language,answer.a,answer.b
        12,,kk,yes,
        ,3,kk,,"x y"
        """,
        csv(of(true, 12, "{\"a\":\"yes\"}"), of(false, 3, "{\"b\":[\"x\",\"y\"]}")));
  }

  @Test
  void anEmptyBoxIsAHeader() {
    assertEquals("revision,version,language\n", csv());
  }

  @Test
  void noCellIsAFormula() throws Exception {
    for (String formula : List.of("=1+1", "+1", "@x", "-x")) {
      String line = csv(of(true, 1, "{\"a\":\"" + formula + "\"}"));
      assertEquals("1,,kk,\"'" + formula + "\"", line.substring(line.indexOf('\n') + 1).strip());
    }
    String number = csv(of(true, 1, "{\"a\":\"-5\"}"));
    assertEquals("1,,kk,-5", number.substring(number.indexOf('\n') + 1).strip());
  }
}
