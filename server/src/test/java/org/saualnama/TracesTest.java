package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.access.Access;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.demo.Demo;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.http.Doors;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** A collector learns what the server is busy with, and nothing of a respondent, not even when. */
@Timeout(120)
final class TracesTest {
  private static final String AUDIT = "/api/v1/audit";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

  @TempDir private Path folder;
  private final SurveyVersion survey = ShippedSurveys.may9();
  private final Collector collector = new Collector();
  private Node node;

  @BeforeEach
  void start() {
    node = traced(collector.address());
  }

  @AfterEach
  void stop() {
    node.close();
    collector.close();
  }

  private Node traced(URI address) {
    return Node.startTraced(TestDatabase.create(), folder, TestDefs.shipped(), address);
  }

  @Test
  void whatSomebodyWithAnAccountAsksForHasASpanWithItsStatements() {
    assertEquals(200, node.send(admin("dana").api(AUDIT)).statusCode());
    Span request = arrived("GET " + AUDIT).get(0);
    assertEquals(SpanKind.SPAN_KIND_SERVER, request.getKind());
    assertTrue(request.getParentSpanId().isEmpty());
    assertEquals("200", attribute(request, "http.response.status_code"));
    List<Span> statements =
        collector.spans().stream()
            .filter(span -> span.getParentSpanId().equals(request.getSpanId()))
            .toList();
    assertTrue(
        statements.stream().anyMatch(one -> attribute(one, "db.query.text").contains("audit")),
        statements::toString);
    for (Span statement : statements) {
      assertEquals(request.getTraceId(), statement.getTraceId());
      assertEquals(SpanKind.SPAN_KIND_CLIENT, statement.getKind());
    }
  }

  @Test
  void aReleaseHasItsStepsAndNoStatement() {
    new Demo(node.uri("/"), line -> {}).send(node.app().surveys(), 200);
    Span release = arrived("release").get(0);
    List<Span> steps =
        collector.spans().stream()
            .filter(span -> span.getTraceId().equals(release.getTraceId()))
            .filter(span -> !span.equals(release))
            .toList();
    assertEquals(
        List.of("open", "write", "weights", "rows", "commit", "sweep"),
        steps.stream().map(Span::getName).toList());
    for (Span step : steps) {
      assertEquals(release.getSpanId(), step.getParentSpanId());
      assertTrue(step.getEndTimeUnixNano() >= step.getStartTimeUnixNano());
    }
  }

  @Test
  void whoeverHasNoAccountOrBringsAnswersLeavesNoTrace() {
    Person admin = admin("dana");
    Person steward = Person.of(node, "marzhan", Grant.global(Role.STEWARD));
    Person interviewer = Person.of(node, "serik", Grant.global(Role.INTERVIEWER));
    node.send(admin.api(AUDIT));
    SyntheticRespondent one = new SyntheticRespondent(survey, 7);
    String form = "/s/" + survey.code();
    // The same connection as the ones before and after, as behind a proxy.
    assertEquals(201, node.submit(survey.code(), one.id(), one.submission()).statusCode());
    assertEquals(200, node.get(form + "/kk", "traceparent", PARENT).statusCode());
    assertEquals(400, node.send(posted(form, "state=personal&consent=agree")).statusCode());
    node.get("/results/" + survey.code() + "/kk?by=region");
    node.get("/api/v1/surveys/" + survey.code() + "/breakdown?question=meaning");
    node.get("/studio/set-up/atokenofsomebody");
    assertEquals(401, node.get(AUDIT, "traceparent", PARENT).statusCode());
    assertEquals(201, bring(interviewer));
    assertEquals(200, bring(steward));
    node.send(admin.studio("/studio/audit?who=personal").header("traceparent", PARENT));
    arrived("GET /studio/audit");
    node.close();
    Set<String> requests =
        collector.spans().stream()
            .filter(span -> span.getKind() == SpanKind.SPAN_KIND_SERVER)
            .map(Span::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of("GET " + AUDIT, "GET /studio/audit"), requests);
    for (Span span : collector.spans()) {
      String sql = attribute(span, "db.query.text");
      assertFalse(sql.contains("submission") || sql.contains("receipt"), sql);
    }
  }

  @Test
  void noRouteOfRespondentsOrReadersCanBeTraced() throws Exception {
    Pattern theirs =
        Pattern.compile(
            "/(s|trial|results|leave|readyz|livez)\\b.*|/api/v2\\b.*|/studio/(set-up|sign-in)\\b.*"
                + "|/api/v1/surveys/:survey/(submissions|breakdown|releases/stream)\\b.*");
    List<Access> rules =
        MountedRoutes.of(node, folder, true).stream()
            .filter(route -> route.getPath() != null && theirs.matcher(route.getPath()).matches())
            .map(route -> Doors.access(route).orElseThrow())
            .toList();
    assertTrue(rules.size() > 20, rules::toString);
    assertTrue(rules.stream().noneMatch(Access::isForStaff), rules::toString);
  }

  @Test
  void nothingOfWhoAsksOrForWhatIsSent() {
    Person steward = Person.of(node, "marzhan", Grant.global(Role.STEWARD));
    new Demo(node.uri("/"), line -> {}).send(node.app().surveys(), 200);
    Eventually.until(
        "a release is there", () -> node.app().releases.newest(survey.code()).isPresent());
    String look =
        "/analysis?question=meaning&by=region&reason=curiosity-of-many&weights=none&where.gender=woman";
    HttpRequest.Builder asked =
        steward
            .api("/api/v1/surveys/" + survey.code() + look)
            .header("traceparent", PARENT)
            .header("X-Forwarded-For", "203.0.113.7");
    HttpResponse<String> figures = node.send(asked);
    assertEquals(200, figures.statusCode(), figures::body);
    node.send(steward.studio("/studio"));
    node.send(
        steward
            .studio("/studio/account/password")
            .POST(BodyPublishers.ofString("current=pw-typed")));
    arrived("GET /api/v1/surveys/:survey/analysis");
    arrived("GET /studio");
    node.close();
    Set<String> resources =
        collector.resources().stream().map(KeyValue::getKey).collect(Collectors.toSet());
    assertEquals(Set.of("service.name", "service.instance.id"), resources);
    assertEquals(
        Set.of(
            "db.query.text",
            "db.system.name",
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "saualnama.request",
            "saualnama.survey"),
        keys());
    String all = collector.everything();
    String address = node.app().publicUrl().getAuthority();
    for (String forbidden :
        List.of(
            steward.token(),
            steward.cookie(),
            steward.csrf(),
            steward.name(),
            address,
            "127.0.0.1",
            "203.0.113.7",
            TRACE,
            "Java-http-client/17",
            "curiosity",
            "gender",
            "woman",
            "region",
            "meaning",
            "celebration",
            "KZ-",
            "pw-typed")) {
      assertFalse(all.contains(forbidden), forbidden);
    }
  }

  @Test
  void aCollectorThatIsAwayOrNeverAnswersHindersNobody() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int port : new int[] {mute.getLocalPort(), closed()}) {
        try (Node other = traced(URI.create("http://127.0.0.1:" + port))) {
          Person admin = Person.of(other, "dana", Grant.global(Role.ADMIN));
          for (int i = 0; i < 50; i++) {
            assertEquals(200, other.send(admin.api(AUDIT)).statusCode());
          }
        }
      }
    }
  }

  private static int closed() throws IOException {
    try (ServerSocket one = new ServerSocket(0)) {
      return one.getLocalPort();
    }
  }

  private Person admin(String name) {
    return Person.of(node, name, Grant.global(Role.ADMIN));
  }

  private HttpRequest.Builder posted(String path, String fields) {
    return HttpRequest.newBuilder(node.uri(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(fields));
  }

  private int bring(Person who) {
    String path = "/api/v1/surveys/may9-kz/submissions:import?collector=interviewer";
    return node.send(
            who.api(path)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("age,region,meaning\n25-34,KZ-63,both\n")))
        .statusCode();
  }

  /** The spans of this name, once one is there. */
  private List<Span> arrived(String name) {
    Eventually.until(name + " arrives", () -> !collector.spans(name).isEmpty());
    return collector.spans(name);
  }

  private Set<String> keys() {
    return collector.spans().stream()
        .flatMap(span -> span.getAttributesList().stream())
        .map(KeyValue::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String attribute(Span span, String key) {
    return span.getAttributesList().stream()
        .filter(one -> one.getKey().equals(key))
        .map(one -> one.getValue())
        .map(v -> v.hasIntValue() ? String.valueOf(v.getIntValue()) : v.getStringValue())
        .findFirst()
        .orElse("");
  }
}
