package org.saualnama.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.saualnama.survey.ShippedSurveys;

final class ClosedFormTest {
  @Test
  void aSurveyThatClosesUnderwayLeavesNothingOnASharedPhone() throws Exception {
    try (FormServer server = new FormServer(false, ShippedSurveys.eventFeedback())) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(server.url("/s/event-feedback")));
      HttpResponse<String> first = send(request.GET());
      Matcher state = Pattern.compile("name=\"_state\" value=\"([^\"]+)\"").matcher(first.body());
      assertTrue(state.find());
      server.open(false);
      HttpResponse<String> closed =
          send(
              request
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("_consent=agree&_state=" + state.group(1))));
      assertEquals(Optional.of("no-store"), closed.headers().firstValue("Cache-Control"));
      assertEquals(Optional.of("\"cache\""), closed.headers().firstValue("Clear-Site-Data"));
      assertTrue(send(request.GET()).headers().firstValue("Clear-Site-Data").isEmpty());
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
