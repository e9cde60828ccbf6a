package org.saualnama.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.submission.Collector;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

final class ImportQueryTest {
  private static final SurveyVersion EVENT = ShippedSurveys.eventFeedback();

  @Test
  void allButTheCollectorMayBeLeftOut() {
    ImportOrder order = order(Map.of("collector", List.of("invited")), "text/csv");
    assertEquals(new Collector(Collector.Kind.INVITED, ""), order.collector());
    assertEquals("kk", order.language());
    assertTrue(order.all());
    assertTrue(order.csv());
  }

  @Test
  void everythingMayBeSaid() {
    ImportOrder order =
        order(
            Map.of(
                "collector", List.of("interviewer"),
                "wave", List.of("2027-05"),
                "language", List.of("ru"),
                "refused", List.of("report"),
                "ignore", List.of("id, source", "note")),
            "application/x-ndjson; charset=utf-8");
    assertEquals("interviewer:2027-05", order.collector().code());
    assertEquals("ru", order.language());
    assertEquals(Set.of("id", "source", "note"), order.ignored());
    assertEquals(List.of(false, false), List.of(order.all(), order.csv()));
  }

  @ParameterizedTest
  @CsvSource({
    "collector, poster, unknown_collector",
    "collector, invited:w1, unknown_collector",
    "wave, Wave 1, no_name",
    "waves, w1, unknown_parameter",
    "language, fr, unknown_language",
    "refused, none, unknown_refused"
  })
  void whatIsUnknownIsNamed(String name, String value, String code) {
    Map<String, List<String>> parameters =
        name.equals("collector")
            ? Map.of(name, List.of(value))
            : Map.of("collector", List.of("open"), name, List.of(value));
    Refusal refusal = assertThrows(Refusal.class, () -> order(parameters, "text/csv"));
    assertEquals(code, refusal.problems().get(0).code());
    assertEquals(name, refusal.problems().get(0).field());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv; charset=windows-1251", "application/json", "text/plain"})
  void anotherTypeOrCharsetIsRefused(String type) {
    Map<String, List<String>> open = Map.of("collector", List.of("open"));
    Refusal refusal = assertThrows(Refusal.class, () -> order(open, type));
    assertEquals(Reason.UNSUPPORTED_TYPE, refusal.reason());
  }

  private static ImportOrder order(Map<String, List<String>> parameters, String type) {
    return ImportQuery.order(EVENT, parameters, type);
  }
}
