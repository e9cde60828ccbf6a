package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.saualnama.survey.River.GOOD;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OutlookTest {
  private static final River OPEN = GOOD.with("closes: 2026-06-30T18:00:00+05:00\n", "");

  @Test
  void enoughAnswersNeedNoNotice() {
    assertEquals(Optional.empty(), Outlook.notice(GOOD.survey()));
    assertEquals(Optional.empty(), Outlook.notice(OPEN.survey()));
  }

  @Test
  void anAuthorWhoExpectsNothingInParticularIsToldNothing() {
    assertEquals(
        Optional.empty(), Outlook.notice(GOOD.with("expected_responses: 1000\n", "").survey()));
  }

  @Test
  void withoutAnEndTheFirstReleaseNeedsItsNewcomers() {
    says(OPEN, 199, "199 respondents will never see figures", "200 responses", "set 'closes'");
    assertEquals(Optional.empty(), notice(OPEN, 200));
  }

  @Test
  void closingCutsALastReleaseFromTenOn() {
    says(GOOD, 9, "waits for 10 responses");
    says(GOOD, 39, "a base of 40");
    assertEquals(Optional.empty(), notice(GOOD, 40));
  }

  private static void says(River river, int expected, String... words) {
    String notice = notice(river, expected).orElseThrow();
    for (String word : words) {
      assertTrue(notice.contains(word), notice);
    }
  }

  private static Optional<String> notice(River river, int expected) {
    return Outlook.notice(
        river.with("expected_responses: 1000", "expected_responses: " + expected).survey());
  }
}
