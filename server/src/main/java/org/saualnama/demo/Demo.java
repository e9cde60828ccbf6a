package org.saualnama.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.saualnama.json.Json;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;

/** Sends synthetic respondents through the real API, as any client would. */
public final class Demo {
  private static final int AT_ONCE = 16;
  private static final int STEP = 1_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final Consumer<String> progress;

  public Demo(URI server, Consumer<String> progress) {
    this.server = server;
    this.progress = progress;
  }

  /**
   * Sends {@code count} to each survey; those who were counted at an earlier start stay counted
   * once.
   */
  public void send(Surveys surveys, int count) {
    surveys.all().values().stream()
        .filter(PublishedSurvey::open)
        .forEach(survey -> send(survey.latest(), count));
  }

  private void send(SurveyVersion version, int count) {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger sent = new AtomicInteger();
    ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    for (int i = 1; i <= count; i++) {
      int number = i;
      senders.execute(
          () -> {
            if (isTaken(request(version, new SyntheticRespondent(version, number)))) {
              taken.incrementAndGet();
            }
            tell(version, sent.incrementAndGet(), count, taken);
          });
    }
    senders.shutdown();
    try {
      if (!senders.awaitTermination(1, TimeUnit.HOURS)) {
        senders.shutdownNow();
      }
    } catch (InterruptedException e) {
      senders.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTaken(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() < 300;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void tell(SurveyVersion version, int sent, int count, AtomicInteger taken) {
    if (sent % STEP == 0 || sent == count) {
      progress.accept(
          "  %s: %d of %d synthetic respondents sent, %d taken"
              .formatted(version.code(), sent, count, taken.get()));
    }
  }

  private HttpRequest request(SurveyVersion version, SyntheticRespondent respondent) {
    return HttpRequest.newBuilder(
            server.resolve("/api/v1/surveys/" + version.code() + "/submissions"))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", respondent.id().toString())
        .POST(BodyPublishers.ofByteArray(Json.write(respondent.submission())))
        .build();
  }
}
