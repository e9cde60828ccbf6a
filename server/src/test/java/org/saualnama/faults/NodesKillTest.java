package org.saualnama.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Accounts;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.ReleaseWatch;
import org.saualnama.Senders;
import org.saualnama.ServerProcess;
import org.saualnama.json.Json;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** The node that cuts a release dies amid it; the others go on, and all of them tell the same. */
final class NodesKillTest {
  private static final int KILLS = Integer.getInteger("kills", 10) / 10;
  private static final int NODES = KILLS > 1 ? 3 : 2;
  private static final int SOME = 150;

  private static final String BREAKDOWN =
      "/api/v1/surveys/may9-kz/breakdown?question=meaning&by=age";

  private static final String NEWEST =
      "SELECT coalesce(max(release), 0) FROM release WHERE survey = 'may9-kz'";

  /** One node, and the line that tells which of the database's clients it is. */
  private record Member(Proxy line, ServerProcess server) {}

  private final SurveyVersion survey = ShippedSurveys.may9();
  private final HttpClient client = HttpClient.newHttpClient();
  private final DatabaseUrl database = TestDatabase.create();
  private final List<Member> members = new ArrayList<>();
  private final List<Long> heard = new ArrayList<>();

  @Test
  void whenTheNodeThatReleasesDiesTheOthersGoOnAndTellTheSame(@TempDir Path folder)
      throws Exception {
    try (Senders senders = new Senders(survey);
        ReleaseWatch watch = new ReleaseWatch(database)) {
      fill(folder, senders);
      for (int i = 0; i < KILLS; i++) {
        senders.awaitMore(SOME);
        kill(awaitReleasing(watch));
        int before = newest();
        senders.to(addresses());
        Eventually.until("the others release", () -> newest() > before);
        allHaveHeardOf(newest());
        fill(folder, senders);
        allTellTheSame(newest());
      }
      senders.finish();
      Accounts accounts = new Accounts(database, survey.code());
      accounts.awaitLastRelease();
      allTellTheSame(newest());
      members.forEach(member -> member.server().stop());
      accounts.balance(senders.receipts());
      System.out.printf(
          "  %d of %d nodes killed amid a release; ms until all told the next one: %s; %s%n",
          KILLS, NODES, heard, accounts);
    }
  }

  /** Starts nodes until there are all. */
  private void fill(Path folder, Senders senders) {
    while (members.size() < NODES) {
      Proxy line = new Proxy(database);
      members.add(new Member(line, ServerProcess.start(folder, line.url())));
    }
    senders.to(addresses());
  }

  private URI[] addresses() {
    return members.stream().map(member -> member.server().address()).toArray(URI[]::new);
  }

  private Member awaitReleasing(ReleaseWatch watch) {
    List<Member> found = new ArrayList<>();
    Eventually.until(
        "one of them releases",
        () -> {
          OptionalInt port = watch.releasingPort();
          members.stream()
              .filter(member -> port.isPresent() && member.line().comesFrom(port.getAsInt()))
              .forEach(found::add);
          return !found.isEmpty();
        });
    return found.get(0);
  }

  private void kill(Member member) throws Exception {
    member.server().kill();
    member.line().close();
    members.remove(member);
  }

  private int newest() {
    return Integer.parseInt(Node.query(database, NEWEST).get(0).get(0));
  }

  /** Nobody names the release: each tells the newest it has heard of. */
  private void allHaveHeardOf(int release) {
    long start = System.nanoTime();
    Eventually.until(
        "all have heard of release " + release,
        () -> members.stream().allMatch(member -> newestTold(member) >= release));
    heard.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private int newestTold(Member member) {
    byte[] told = get(member, BREAKDOWN).body().getBytes(UTF_8);
    return Json.readUntrusted(told).path("extension").path("release").asInt();
  }

  /** The same bytes of every member, under the same tag, for a release that is there. */
  private void allTellTheSame(int release) {
    String path = BREAKDOWN + "&release=" + release;
    Eventually.until(
        "all know release " + release,
        () -> members.stream().allMatch(member -> get(member, path).statusCode() == 200));
    Set<String> told =
        members.stream()
            .map(member -> get(member, path))
            .map(answer -> answer.headers().firstValue("ETag").orElseThrow() + answer.body())
            .collect(Collectors.toSet());
    assertEquals(1, told.size(), () -> String.join("\n", told));
  }

  private HttpResponse<String> get(Member member, String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(member.server().address().resolve(path)).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
