package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.access.Access;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.demo.Demo;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.http.Doors;
import org.saualnama.json.Json;
import org.saualnama.submission.AnswerProblem;
import org.saualnama.survey.SurveyVersion;

/** Holds routes and contract to each other both ways, and real answers to the schemas. */
final class ContractTest {
  private static final String SURVEYS = "/api/v1/surveys";
  private static final String MAY9 = SURVEYS + "/may9-kz";
  private static final String ONE = "GET /api/v1/surveys/{survey}";
  private static final String SUBMIT = "POST /api/v1/surveys/{survey}/submissions";
  private static final String RELEASES = "GET /api/v1/surveys/{survey}/releases";
  private static final String STREAM = RELEASES + "/stream";
  private static final String BREAKDOWN = "GET /api/v1/surveys/{survey}/breakdown";
  private static final String JSON = "application/json";

  @TempDir static Path folder;
  private static Node node;
  private static Contract contract;
  private static Samples samples;

  @BeforeAll
  static void start() {
    SurveyFolder defs =
        SurveyFolder.in(folder)
            .with("may9-kz.yaml", "may9-kz.yaml", ContractTest::strict)
            .with("event-feedback.yaml", "event-feedback.yaml", text -> text)
            .with("event-feedback.yaml", "ended.yaml", ContractTest::ended);
    node = Node.start(folder, defs.folder(), true);
    contract = new Contract(node.get("/api/v1/openapi.yaml").body());
    samples = new Samples(node);
    sampleSurveys();
    sampleSubmissions();
    sampleNoResults();
    sampleResults();
    sampleExact();
    sampleWeighting();
    sampleBundle();
    new TableSamples(samples).take();
    new MicrodataSamples(node, samples).take();
    sampleAudit();
    new IdentitySamples(node, samples).take();
    new TrialSamples(node, samples).take();
    new ImportSamples(node, samples).send();
    new AuthoringSamples(node, samples).send();
  }

  /** With one question more of a kind that is not shipped. */
  private static String strict(String text) {
    return text.replace(
        "- question: forms_public\n", "- question: forms_public\n        strict: true\n");
  }

  private static String ended(String text) {
    return text.replace("survey: event-feedback", "survey: ended")
        .replace("sensitivity: ordinary", "sensitivity: ordinary\ncloses: 2020-01-01T00:00:00Z");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void everyRouteIsInTheContractWithItsRuleAndTheContractHasNoOther() throws Exception {
    Map<String, Set<String>> rules = new TreeMap<>();
    MountedRoutes.of(node, folder, true).stream()
        .filter(route -> route.getPath().matches("/api/.*|/livez|/readyz"))
        .forEach(route -> operations(route).forEach(name -> rules.put(name, security(route))));
    assertEquals(rules.keySet(), contract.operations());
    rules.forEach((name, rule) -> assertEquals(rule, contract.security(name), name));
  }

  /** Empty for anybody, "*" for any account, or the roles of which one is needed. */
  private static Set<String> security(Route route) {
    Access access = Doors.access(route).orElseThrow();
    if (access.equals(Access.SIGNED_IN)) {
      return Set.of("*");
    }
    return access.roles().stream().map(Role::code).collect(Collectors.toSet());
  }

  private static Stream<String> operations(Route route) {
    String path = route.getPath().replaceAll("/:(\\w+)", "/{$1}");
    assertTrue(route.methods() != null, () -> "a route for any method is no contract: " + path);
    // OPTIONS is for browsers: whether a script in another's page may ask.
    return route.methods().stream()
        .filter(method -> !method.equals(HttpMethod.OPTIONS))
        .map(method -> method.name() + " " + path);
  }

  @TestFactory
  Stream<DynamicTest> aRealAnswerIsAsTheContractSays() {
    return samples.all().stream()
        .map(
            sample ->
                dynamicTest(
                    sample.request() + " " + sample.status(),
                    () -> {
                      assertEquals(
                          sample.status(), sample.response().statusCode(), sample.response()::body);
                      assertEquals(
                          List.of(),
                          contract.problems(sample.operation(), sample.response()),
                          sample.response()::body);
                    }));
  }

  @Test
  void everyAnswerOfTheContractHasBeenSeen() {
    Set<String> unseen = contract.answers();
    samples.all().forEach(sample -> unseen.remove(sample.answer()));
    // Would need a full queue; BUSY is tested with the ballot box, and a server unfit in
    // HealthTest.
    assertEquals(
        Set.of(SUBMIT + " 503 application/problem+json", "GET /readyz 503 application/json"),
        unseen);
  }

  @Test
  void everyExampleFitsItsSchema() {
    assertTrue(contract.examples().size() > 10);
    contract
        .examples()
        .forEach(
            (example, schema) ->
                assertEquals(
                    List.of(),
                    contract.problems(schema, example.toString()),
                    example::toPrettyString));
  }

  @Test
  void yamlCutsNoSentenceShort() {
    assertEquals(List.of(), contract.blanks());
  }

  @Test
  void everyProblemOfASubmissionHasItsCodeInTheContract() {
    Set<String> codes = new TreeSet<>();
    contract
        .schemas()
        .at("/InvalidSubmission/properties/problems/items/properties/code/enum")
        .forEach(code -> codes.add(code.asText().toUpperCase(Locale.ROOT)));
    Set<String> kinds = new TreeSet<>();
    for (AnswerProblem.Kind kind : AnswerProblem.Kind.values()) {
      kinds.add(kind.name());
    }
    assertEquals(kinds, codes);
  }

  private static void sampleSurveys() {
    get("GET /livez", 200, "/livez");
    get("GET /readyz", 200, "/readyz");
    get("GET /api/v1/openapi.yaml", 200, "/api/v1/openapi.yaml");
    get("GET /api/v1/surveys", 200, SURVEYS);
    add("GET /api/v1/surveys", 405, "PUT", request(SURVEYS).PUT(BodyPublishers.noBody()));
    for (String survey : List.of("may9-kz", "event-feedback", "ended")) {
      for (String language : List.of("kk", "ru", "en")) {
        get(ONE, 200, SURVEYS + "/" + survey + "?lang=" + language);
      }
    }
    String qr = "GET /api/v1/surveys/{survey}/qr.svg";
    get(qr, 200, MAY9 + "/qr.svg?lang=kk");
    get(qr, 400, MAY9 + "/qr.svg?lang=fr");
    get(qr, 404, SURVEYS + "/none/qr.svg");
    get(ONE, 400, MAY9 + "?lang=fr");
    get(ONE, 404, SURVEYS + "/none");
  }

  private static void sampleSubmissions() {
    SurveyVersion version = node.app().surveys().find("may9-kz").orElseThrow().latest();
    SyntheticRespondent someone = new SyntheticRespondent(version, 1_000_001);
    byte[] good = Json.write(someone.submission());
    submit(201, "may9-kz", someone.id().toString(), JSON, good);
    submit(200, "may9-kz", someone.id().toString(), JSON, good);
    String fresh = UUID.randomUUID().toString();
    submit(400, "may9-kz", "42", JSON, good);
    submit(400, "may9-kz", fresh, JSON, new byte[] {'{'});
    submit(400, "may9-kz", fresh, JSON, Json.write(Map.of("version", 99, "language", "en")));
    submit(400, "may9-kz", fresh, JSON, Json.write(Map.of("answer", 1)));
    submit(404, "none", fresh, JSON, good);
    submit(409, "ended", fresh, JSON, Json.write(Node.submission(Map.of("usefulness", 5))));
    submit(413, "may9-kz", fresh, JSON, new byte[70_000]);
    submit(415, "may9-kz", fresh, "text/plain", good);
    Map<String, Object> wrong = Map.of("meaning", "party", "done", List.of("nothing", "parade"));
    submit(422, "may9-kz", fresh, JSON, Json.write(Node.submission(wrong)));
  }

  private static void sampleNoResults() {
    get(RELEASES, 200, MAY9 + "/releases");
    get(STREAM, 404, SURVEYS + "/none/releases/stream");
    samples.event(STREAM, MAY9 + "/releases/stream");
    get(BREAKDOWN, 404, SURVEYS + "/ended/breakdown?question=usefulness");
    get(BREAKDOWN, 404, SURVEYS + "/none/breakdown?question=meaning");
    get(RELEASES, 404, SURVEYS + "/none/releases");
  }

  private static void sampleResults() {
    new Demo(node.uri("/"), line -> {}).send(node.app().surveys(), 150);
    for (String path : List.of("/may9-kz/breakdown?question=meaning", "/event-feedback/releases")) {
      Eventually.until(
          "there is a release: " + path,
          () -> node.get(SURVEYS + path).body().contains("\"release\":1"));
    }
    get(RELEASES, 200, MAY9 + "/releases");
    get(BREAKDOWN, 200, MAY9 + "/breakdown?question=meaning&by=region&by=gender&lang=en");
    get(BREAKDOWN, 200, MAY9 + "/breakdown?question=done&where.gender=woman&lang=ru");
    get(BREAKDOWN, 200, MAY9 + "/breakdown?question=forms_public.parade");
    get(BREAKDOWN, 200, SURVEYS + "/event-feedback/breakdown?question=usefulness&by=attendance");
    get(BREAKDOWN, 200, MAY9 + "/breakdown?question=meaning&by=region,gender&collector=open");
    get(BREAKDOWN, 400, MAY9 + "/breakdown?question=nonsense");
    get(BREAKDOWN, 400, MAY9 + "/breakdown?question=meaning&by=shoe_size");
    String table = MAY9 + "/breakdown?question=meaning&by=age";
    add(BREAKDOWN, 200, "CSV", request(table).header("Accept", "text/csv"));
    get(BREAKDOWN, 200, table + "&format=xlsx");
    String etag = node.get(table).headers().firstValue("ETag").orElseThrow();
    add(BREAKDOWN, 304, "If-None-Match", request(table).header("If-None-Match", etag));
  }

  private static void sampleExact() {
    get("GET /api/v1/config", 200, "/api/v1/config");
    Person steward = Person.of(node, "exact", Grant.global(Role.STEWARD));
    Person author = Person.of(node, "inexact", Grant.global(Role.AUTHOR));
    String operation = ONE + "/analysis";
    String query = "question=meaning&reason=for%20the%20contract";
    String table = MAY9 + "/analysis?" + query;
    get(operation, 401, table);
    add(operation, 403, "author", author.api(table));
    add(operation, 400, "no reason", steward.api(MAY9 + "/analysis?question=meaning"));
    add(operation, 404, "none", steward.api(SURVEYS + "/none/analysis?" + query));
    add(operation, 200, "table", steward.api(table + "&by=age&weights=none&compare=pairwise"));
    add(operation, 200, "test", steward.api(table + "&by=age&test=rao-scott&weights=none"));
    String parade = "question=forms_public.parade&weights=none&reason=for%20the%20contract";
    add(operation, 200, "strict", steward.api(MAY9 + "/analysis?" + parade + "&by=age"));
    add(operation, 400, "by a strict one", steward.api(table + "&by=forms_public.parade"));
    // So few respondents can't have the margins of twenty regions.
    add(operation, 409, "weights", steward.api(table + "&weights=calibrated"));
    add(operation, 200, "CSV", steward.api(table + "&by=done&weights=none&format=csv"));
  }

  private static void sampleWeighting() {
    String report = RELEASES + "/{release}/weighting";
    String path = MAY9 + "/releases/1/weighting";
    get(report, 200, path);
    get(report, 200, SURVEYS + "/event-feedback/releases/1/weighting");
    get(report, 404, MAY9 + "/releases/999/weighting");
    Person steward = Person.of(node, "weigher", Grant.global(Role.STEWARD));
    Person author = Person.of(node, "no-weigher", Grant.global(Role.AUTHOR));
    String exact = path + "/exact?reason=To+hold+it+to+the+contract";
    for (String scheme : List.of("raked", "calibrated", "trimmed")) {
      String question = exact + "&scheme=" + scheme;
      add(report + "/exact", 200, scheme, steward.api(question));
    }
    get(report + "/exact", 401, exact);
    add(report + "/exact", 403, "author", author.api(exact));
    add(report + "/exact", 400, "no reason", steward.api(path + "/exact"));
    String none = exact.replace("/releases/1/", "/releases/999/");
    add(report + "/exact", 404, "no release", steward.api(none));
  }

  private static void sampleBundle() {
    String bundle = RELEASES + "/{release}/bundle";
    String path = MAY9 + "/releases/1/bundle";
    get(bundle, 200, path);
    String etag = node.get(path).headers().firstValue("ETag").orElseThrow();
    add(bundle, 304, "If-None-Match", request(path).header("If-None-Match", etag));
    get(bundle, 404, MAY9 + "/releases/999/bundle");
    get("GET /api/v1/release-key.pem", 200, "/api/v1/release-key.pem");
  }

  private static void sampleAudit() {
    Person admin = Person.of(node, "auditor", Grant.global(Role.ADMIN));
    Person author = Person.of(node, "no-auditor", Grant.global(Role.AUTHOR));
    for (String path : List.of("/api/v1/audit", "/api/v1/audit/verdict")) {
      get("GET " + path, 401, path);
      add("GET " + path, 403, "author", author.api(path));
      add("GET " + path, 200, "admin", admin.api(path));
    }
  }

  private static HttpRequest.Builder request(String path) {
    return samples.request(path);
  }

  private static void get(String operation, int status, String path) {
    samples.get(operation, status, path);
  }

  private static void submit(int status, String survey, String key, String type, byte[] body) {
    HttpRequest.Builder request =
        request(SURVEYS + "/" + survey + "/submissions")
            .header("Content-Type", type)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(body));
    add(SUBMIT, status, survey + " " + body.length + " bytes of " + type, request);
  }

  private static void add(
      String operation, int status, String request, HttpRequest.Builder builder) {
    samples.add(operation, status, request, builder);
  }
}
