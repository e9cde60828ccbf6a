package org.saualnama.disclosure;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.Surveys;

/**
 * {@code GET /api/v1/surveys/{survey}/releases/stream}: tells whoever listens that a release is
 * there, as Server-Sent Events (WHATWG HTML, section 9.2).
 */
public final class ReleaseStreamRoutes {
  /** Far within what a proxy or this server takes for an idle connection. */
  static final long HEARTBEAT_MILLIS = 20_000;

  private static final int RETRY_MILLIS = 10_000;

  private final Surveys surveys;
  private final PublishedReleases releases;
  private final int most;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  /** Somebody who listens; spoken to on the event loop of the connection only. */
  private record Listener(String survey, Context loop, HttpServerResponse response) {
    void hear(String words) {
      loop.runOnContext(
          now -> {
            if (response.closed() || response.ended()) {
              return;
            }
            if (response.writeQueueFull()) {
              // Nothing is kept for those who don't read; they come back and hear the newest.
              response.reset();
            } else {
              response.write(words);
            }
          });
    }

    void part() {
      loop.runOnContext(now -> Listener.part(response));
    }

    static void part(HttpServerResponse response) {
      if (!response.closed() && !response.ended()) {
        response.end();
      }
    }
  }

  /**
   * One for all event loops of a node.
   *
   * @param most so many may listen at once; later ones are told to come back
   */
  public ReleaseStreamRoutes(Vertx vertx, Surveys surveys, PublishedReleases releases, int most) {
    this.surveys = surveys;
    this.releases = releases;
    this.most = most;
    releases.onNew(this::tell);
    vertx.setPeriodic(HEARTBEAT_MILLIS, timer -> beat());
  }

  public void mount(Doors doors) {
    doors.published("/api/v1/surveys/:survey/releases/stream").handler(this::listen);
  }

  /** Lets go of all who listen; they come back to whoever serves then. */
  public void end() {
    ended = true;
    listeners.forEach(Listener::part);
  }

  private void listen(RoutingContext context) {
    String survey = SurveyRoutes.survey(context, surveys).latest().code();
    if (listeners.size() >= most) {
      throw new Refusal(Reason.BUSY, "Too many listen already: ask for the releases now and then.");
    }
    HttpServerResponse response =
        context
            .response()
            .putHeader("Content-Type", "text/event-stream")
            .putHeader("Cache-Control", "no-store")
            // Compressed, an event would wait for others to fill a block.
            .putHeader("Content-Encoding", "identity")
            .putHeader("X-Accel-Buffering", "no")
            .setChunked(true);
    if (Replies.isHead(context)) {
      Replies.answer(context, response.end());
      return;
    }
    Listener listener = new Listener(survey, context.vertx().getOrCreateContext(), response);
    listeners.add(listener);
    context.addEndHandler(ended -> listeners.remove(listener));
    response.write("retry: " + RETRY_MILLIS + "\n\n");
    if (ended) {
      Listener.part(response);
      return;
    }
    Optional<PublishedRelease> newest = releases.newest(survey);
    String heard = context.request().getHeader("Last-Event-ID");
    newest
        .filter(release -> !release.edition().equals(heard))
        .ifPresent(release -> response.write(event(release)));
  }

  private void tell(String survey, PublishedRelease release) {
    String event = event(release);
    listeners.stream()
        .filter(listener -> listener.survey().equals(survey))
        .forEach(listener -> listener.hear(event));
  }

  /** Keeps connections open that would look idle, and finds out which are gone. */
  private void beat() {
    listeners.forEach(listener -> listener.hear(":\n\n"));
  }

  private static String event(PublishedRelease release) {
    Map<String, Object> told =
        Json.object(
            "release", release.number(),
            "date", release.date(),
            "sample_size", release.sampleSize(),
            "errata", release.errata().size());
    String json = new String(Json.write(told), StandardCharsets.UTF_8);
    return "id: " + release.edition() + "\nevent: release\ndata: " + json + "\n\n";
  }
}
