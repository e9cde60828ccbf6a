package org.saualnama.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.saualnama.json.Json;

/** What a house has released. */
record Releases(House house) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Waits until the newest release has so many responses, and says how long it took. */
  Duration await(int responses) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (newest() < responses) {
      if (System.nanoTime() - start > LONGEST.toNanos()) {
        throw new IllegalStateException("still no release of " + responses);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** How many responses the newest has, as anybody is told: 0 if there is none. */
  int newest() throws IOException, InterruptedException {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/api/v1/surveys/%s/releases"
                .formatted(house.port(), Respondents.SURVEY));
    byte[] answer =
        CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray()).body();
    int newest = 0;
    for (JsonNode release : Json.readUntrusted(answer).path("releases")) {
      newest = Math.max(newest, release.path("sample_size").intValue());
    }
    return newest;
  }
}
