package org.saualnama;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.json.Json;
import org.saualnama.survey.SurveyVersion;

/** Clients as they should be: what is not acknowledged is sent again with the same key. */
public final class Senders implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int BODIES = 300;
  private static final long PAUSE = MILLISECONDS.toNanos(1);
  private static final long PAUSE_AFTER_FAILURE = MILLISECONDS.toNanos(50);

  private record Sending(UUID id, String body) {}

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Queue<Sending> unacknowledged = new ConcurrentLinkedQueue<>();
  private final Map<UUID, String> receipts = new ConcurrentHashMap<>();
  private final String survey;
  private final List<String> bodies;
  private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
  private volatile List<URI> servers = List.of();
  private volatile boolean freshOnes = true;

  public Senders(SurveyVersion version) {
    survey = version.code();
    bodies =
        LongStream.rangeClosed(1, BODIES)
            .mapToObj(number -> body(new SyntheticRespondent(version, number)))
            .toList();
    // The program itself sends the first respondent at every start: one more of ours.
    UUID own = new SyntheticRespondent(version, 1).id();
    unacknowledged.add(new Sending(own, bodies.get(0)));
  }

  private static String body(SyntheticRespondent respondent) {
    return new String(Json.write(respondent.submission()), UTF_8);
  }

  /** Sends on, to these from now on. */
  public void to(URI... addresses) {
    boolean first = servers.isEmpty();
    servers = List.of(addresses);
    if (first) {
      for (int i = 0; i < THREADS; i++) {
        threads.execute(this::sendOn);
      }
    }
  }

  /** Receipts by id, of all that was acknowledged. */
  public Map<UUID, String> receipts() {
    return receipts;
  }

  /** All that has been answered so far, whatever it was worth. */
  public Set<Integer> statuses() {
    return statuses;
  }

  /** Waits until so many more are acknowledged. */
  public void awaitMore(int count) {
    int enough = receipts.size() + count;
    Eventually.until(enough + " acknowledged", () -> receipts.size() >= enough);
  }

  /** Makes no new ones any more, and waits until every one there is has been acknowledged. */
  public void finish() throws InterruptedException {
    freshOnes = false;
    threads.shutdown();
    if (!threads.awaitTermination(1, MINUTES)) {
      throw new AssertionError(unacknowledged.size() + " are not acknowledged yet");
    }
  }

  /** What the server says to the id now. */
  public HttpResponse<String> send(UUID id) throws IOException, InterruptedException {
    return send(new Sending(id, bodies.get(0)));
  }

  private void sendOn() {
    while (!Thread.currentThread().isInterrupted()) {
      Sending next = unacknowledged.poll();
      if (next == null && !freshOnes) {
        return;
      }
      sendOnce(next != null ? next : fresh());
    }
  }

  private Sending fresh() {
    UUID id = UUID.randomUUID();
    return new Sending(id, bodies.get(Math.floorMod(id.hashCode(), BODIES)));
  }

  private void sendOnce(Sending sending) {
    try {
      HttpResponse<String> answer = send(sending);
      statuses.add(answer.statusCode());
      if (answer.statusCode() < 300) {
        receipts.put(sending.id(), receipt(answer));
        LockSupport.parkNanos(PAUSE);
        return;
      }
    } catch (IOException e) {
      // The server was killed: nobody knows whether it was counted.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    unacknowledged.add(sending);
    LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
  }

  public static String receipt(HttpResponse<String> answer) {
    return Json.readUntrusted(answer.body().getBytes(UTF_8)).path("receipt").textValue();
  }

  private HttpResponse<String> send(Sending sending) throws IOException, InterruptedException {
    List<URI> any = servers;
    // Not the same for every try of one key: who isn't answered asks elsewhere.
    URI server = any.get(ThreadLocalRandom.current().nextInt(any.size()));
    return client.send(
        HttpRequest.newBuilder(server.resolve("/api/v1/surveys/" + survey + "/submissions"))
            .timeout(Duration.ofSeconds(15))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", sending.id().toString())
            .POST(BodyPublishers.ofString(sending.body()))
            .build(),
        BodyHandlers.ofString());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
