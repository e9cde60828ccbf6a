package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.survey.ShippedSurveys;

/** Two nodes on one database and one secret: either takes, both serve the same. */
final class TwoNodesTest {
  private static final String BREAKDOWN =
      "/api/v1/surveys/may9-kz/breakdown?question=meaning&by=age";

  @TempDir private Path folder;

  @Test
  void aReleaseReachesBothAlsoAfterTheirConnectionsBroke() {
    DatabaseUrl database = TestDatabase.create();
    try (Node one = Node.startThatIsTold(database, folder, TestDefs.shipped());
        Node other = Node.startThatIsTold(database, folder, TestDefs.shipped())) {
      send(one, 0, 60);
      send(other, 60, 120);
      bothServe(one, other, 1);
      one.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
      send(other, 120, 180);
      send(one, 180, 240);
      bothServe(one, other, 2);
      assertEquals(one.get(BREAKDOWN).body(), other.get(BREAKDOWN).body());
      assertEquals(
          one.get(BREAKDOWN).headers().firstValue("ETag"),
          other.get(BREAKDOWN).headers().firstValue("ETag"));
    }
  }

  @Test
  void aRetryAtTheOtherNodeGetsTheSameReceipt() {
    DatabaseUrl database = TestDatabase.create();
    try (Node one = Node.start(database, folder, TestDefs.shipped(), false);
        Node other = Node.start(database, folder, TestDefs.shipped(), false)) {
      UUID id = UUID.randomUUID();
      Object body = respondent(1).submission();
      String receipt = one.submit("may9-kz", id, body).body();
      assertEquals(200, other.submit("may9-kz", id, body).statusCode());
      assertEquals(receipt, other.submit("may9-kz", id, body).body());
    }
  }

  @Test
  void aFileSentToBothAtOnceCountsOnce() {
    DatabaseUrl database = TestDatabase.create();
    try (Node one = Node.startThatIsTold(database, folder, TestDefs.shipped());
        Node other = Node.startThatIsTold(database, folder, TestDefs.shipped())) {
      String file = "age,region,meaning\n" + "25-34,KZ-63,both\n".repeat(3_000);
      List<Integer> statuses =
          Stream.of(one, other)
              .map(
                  node -> {
                    Person person =
                        Person.of(node, "at " + node.app().port(), Grant.global(Role.INTERVIEWER));
                    return CompletableFuture.supplyAsync(() -> bring(node, person, file));
                  })
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .sorted()
              .toList();
      assertEquals(List.of(200, 201), statuses);
      assertEquals(
          "3000",
          one.value("SELECT (SELECT count(*) FROM imported) + (SELECT count(*) FROM response)"));
    }
  }

  private static int bring(Node node, Person interviewer, String file) {
    return node.send(
            interviewer
                .api("/api/v1/surveys/may9-kz/submissions:import?collector=interviewer")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file)))
        .statusCode();
  }

  @Test
  void whatIsPausedAtOneIsPausedAtTheOtherUntilItIsResumed() {
    DatabaseUrl database = TestDatabase.create();
    try (Node one = Node.startThatIsTold(database, folder, TestDefs.shipped());
        Node other = Node.startThatIsTold(database, folder, TestDefs.shipped())) {
      Person author = Person.of(one, "aigul", Grant.of(Role.AUTHOR, "may9-kz"));
      change(one, author, "pause");
      // The ballot box decides itself; what is shown to people has to be heard.
      assertEquals(409, submit(other, 0).statusCode());
      Eventually.until("it is heard", () -> form(other).contains("This survey is paused"));
      change(one, author, "resume");
      assertEquals(201, submit(other, 0).statusCode());
      Eventually.until("it is heard", () -> !form(other).contains("This survey is paused"));
    }
  }

  private static void change(Node node, Person author, String act) {
    HttpRequest.Builder request = author.api("/api/v1/surveys/may9-kz/" + act);
    assertEquals(200, node.send(request.POST(BodyPublishers.noBody())).statusCode());
  }

  private static String form(Node node) {
    return node.get("/s/may9-kz/en").body();
  }

  private static HttpResponse<String> submit(Node node, int i) {
    return node.submit("may9-kz", respondent(i).id(), respondent(i).submission());
  }

  private static void bothServe(Node one, Node other, int least) {
    for (Node node : new Node[] {one, other}) {
      Eventually.until("release " + least, () -> release(node) >= least);
    }
    Eventually.until("the same release", () -> release(one) == release(other));
  }

  private static int release(Node node) {
    String body = node.get(BREAKDOWN).body();
    int at = body.indexOf("\"release\":");
    return at < 0 ? 0 : Integer.parseInt(body.substring(at + 10, body.indexOf(',', at)));
  }

  private static void send(Node node, int from, int to) {
    IntStream.range(from, to)
        .forEach(
            i ->
                // A broken connection is answered by 503: the same again, as any client would.
                Eventually.until("taken", () -> submit(node, i).statusCode() < 300));
  }

  private static SyntheticRespondent respondent(int i) {
    return new SyntheticRespondent(ShippedSurveys.may9(), i);
  }
}
