package org.saualnama.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.SurveyFolder;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/** The life of a survey by the API, over real HTTP. */
final class AuthoringRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENT = Templates.find("event-feedback").orElseThrow().definition();
  private static final String SURVEYS = "/api/v1/surveys";

  @TempDir static Path folder;
  private static Node node;
  private static Person author;
  private static Person other;
  private static int surveys;
  private String code;
  private String path;

  @BeforeAll
  static void start() {
    node = Node.start(folder, SurveyFolder.in(folder).folder(), true);
    author = Person.of(node, "aigul", Grant.global(Role.AUTHOR));
    other = Person.of(node, "bolat", Grant.global(Role.AUTHOR));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void create() {
    code = "survey-" + surveys++;
    path = SURVEYS + "/" + code;
    assertEquals(201, send("POST", SURVEYS, Recoding.as(EVENT, code)).statusCode());
  }

  @Test
  void aSurveyIsAuthoredPublishedAnsweredPausedResumedAndClosed() {
    assertEquals(404, node.get(path).statusCode());
    assertEquals(200, send("POST", path + "/publish", "", "If-Match", "\"1\"").statusCode());
    assertEquals(200, node.get(path).statusCode());
    UUID counted = UUID.randomUUID();
    assertEquals(201, submit(counted));
    assertEquals(200, json("POST", "/pause", "{}").statusCode());
    HttpResponse<String> refused = node.submit(code, UUID.randomUUID(), answers());
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("The survey is paused"), refused::body);
    assertEquals(200, submit(counted), "a known key is still known");
    assertTrue(node.get("/s/" + code + "/en").body().contains("This survey is paused"));
    assertEquals(200, json("POST", "/resume", "{}").statusCode());
    assertEquals(201, submit(UUID.randomUUID()));
    assertEquals(400, json("POST", "/close", "{\"survey\":\"another\"}").statusCode());
    assertEquals(200, json("POST", "/close", "{\"survey\":\"" + code + "\"}").statusCode());
    assertEquals(409, submit(UUID.randomUUID()));
    assertEquals(409, json("POST", "/resume", "{}").statusCode());
    Eventually.until("it is closed", () -> state().path("state").asText().equals("closed"));
    assertEquals("paused", state().at("/refused/1/kind").asText());
  }

  @Test
  void closingWhileManySubmitStrandsNothingThatWasAcknowledged() {
    send("POST", path + "/publish", "", "If-Match", "\"1\"");
    IntStream.range(0, 20).forEach(i -> assertEquals(201, submit(UUID.randomUUID())));
    List<CompletableFuture<Integer>> sent = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      sent.add(CompletableFuture.supplyAsync(() -> submit(UUID.randomUUID())));
    }
    assertEquals(200, json("POST", "/close", "{\"survey\":\"" + code + "\"}").statusCode());
    long counted = 20 + sent.stream().map(CompletableFuture::join).filter(s -> s == 201).count();
    Eventually.until("it is closed", () -> state().path("state").asText().equals("closed"));
    String responses = "SELECT count(*) FROM response WHERE survey = '" + code + "'";
    assertEquals(counted, Long.parseLong(node.value(responses)));
  }

  @Test
  void aDraftIsGivenBackAsItWasTypedOrAsJson() {
    HttpResponse<String> yaml = send("GET", path + "/draft", "");
    assertEquals(Recoding.as(EVENT, code), yaml.body());
    assertEquals("\"1\"", yaml.headers().firstValue("ETag").orElseThrow());
    HttpResponse<String> json = send("GET", path + "/draft", "", "Accept", "application/json");
    assertEquals(code, tree(json).path("survey").asText());
    HttpResponse<String> back = json("PUT", "/draft", json.body(), "If-Match", "\"1\"");
    assertEquals(2, tree(back).path("revision").asInt());
    HttpResponse<String> again = send("GET", path + "/draft", "", "Accept", "application/json");
    assertEquals(tree(json), tree(again));
    assertEquals(
        1,
        tree(send("POST", path + "/draft/undo", "", "If-Match", "\"2\"")).path("revision").asInt());
    assertEquals(
        2,
        tree(send("POST", path + "/draft/redo", "", "If-Match", "\"1\"")).path("revision").asInt());
  }

  @Test
  void twoAuthorsCantOverwriteEachOther() {
    String changed = Recoding.as(EVENT, code).replace("Something else", "Anything else");
    assertEquals(200, as(other, "PUT", path + "/draft", changed, "If-Match", "\"1\"").statusCode());
    HttpResponse<String> late =
        send(
            "PUT",
            path + "/draft",
            EVENT.replace("survey: event-feedback", "survey: " + code),
            "If-Match",
            "\"1\"");
    assertEquals(412, late.statusCode());
    assertTrue(late.body().contains("by bolat; it is at revision 2"), late::body);
    assertTrue(late.body().contains("Is now: Anything else"), late::body);
    assertEquals(428, send("PUT", path + "/draft", changed).statusCode());
    assertEquals(400, send("PUT", path + "/draft", changed, "If-Match", "*").statusCode());
    assertEquals(412, send("POST", path + "/publish", "", "If-Match", "\"1\"").statusCode());
  }

  @Test
  void whatTwoPublishAtOnceIsOneVersion() {
    List<Integer> statuses =
        Stream.of(author, other)
            .map(
                who ->
                    CompletableFuture.supplyAsync(
                        () ->
                            as(who, "POST", path + "/publish", "", "If-Match", "\"1\"")
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(List.of(200, 409), statuses);
  }

  @Test
  void versionsAreListedComparedAndExportedForTheSameSurvey() {
    send("POST", path + "/publish", "", "If-Match", "\"1\"");
    String changed = Recoding.as(EVENT, code).replace("Something else", "Anything else");
    send("PUT", path + "/draft", changed, "If-Match", "\"1\"");
    assertEquals(200, send("POST", path + "/publish", "", "If-Match", "\"2\"").statusCode());
    assertEquals(2, tree(send("GET", path + "/versions", "")).path("versions").size());
    JsonNode difference = tree(send("GET", path + "/versions/1/difference/2", ""));
    assertEquals(1, difference.path("difference").size());
    assertEquals("Anything else", difference.at("/difference/0/after").asText());
    String export = send("GET", path + "/versions/2", "").body();
    send("PUT", path + "/draft", export, "If-Match", "\"2\"");
    HttpResponse<String> same = send("POST", path + "/publish", "", "If-Match", "\"3\"");
    assertEquals(409, same.statusCode(), "an export says what its version says");
    assertEquals(404, send("GET", path + "/versions/3", "").statusCode());
    assertEquals(404, send("GET", path + "/versions/1%2F..", "").statusCode());
  }

  @Test
  void aDefinitionIsCheckedWithoutBeingKept() {
    String wrong = EVENT.replace("core: usefulness", "core: nothing");
    JsonNode checked = tree(send("POST", "/api/v1/definitions/check", wrong));
    assertEquals(1, checked.path("problems").size(), checked::toString);
    assertTrue(checked.at("/problems/0/line").asInt() > 1);
    assertEquals(0, tree(send("POST", "/api/v1/definitions/check", EVENT)).path("problems").size());
    HttpResponse<String> refused = send("POST", path + "/publish", "", "If-Match", "\"1\"");
    assertEquals(200, refused.statusCode(), "the draft itself is fine");
  }

  @Test
  void aPollAboutAnElectionNamesEachItemThatItsLawAsksFor() {
    String poll = Recoding.as(EVENT, code) + "\nelection_related: true\n";
    send("PUT", path + "/draft", poll, "If-Match", "\"1\"");
    HttpResponse<String> refused = send("POST", path + "/publish", "", "If-Match", "\"2\"");
    assertEquals(422, refused.statusCode());
    for (String item : List.of("legal_entity", "experience", "notification", "error", "silence")) {
      assertTrue(refused.body().contains("'disclosure_items." + item + "' is missing"), item);
    }
  }

  @Test
  void whatIsNoDefinitionIsRefusedAndNothingKept() {
    String bomb =
        "survey: "
            + code
            + "\na: &a [x,x,x,x,x,x,x,x,x]\n"
            + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
            + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
            + "f: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n";
    JsonNode bombed = tree(send("POST", "/api/v1/definitions/check", bomb));
    assertTrue(bombed.toString().contains("aliases repeat too much"), bombed::toString);
    String deep = "a: " + "[".repeat(5_000) + "]".repeat(5_000);
    assertEquals(1, tree(send("POST", "/api/v1/definitions/check", deep)).path("problems").size());
    String json = "{\"a\":".repeat(500) + "1" + "}".repeat(500);
    assertEquals(400, json("PUT", "/draft", json, "If-Match", "\"1\"").statusCode());
    assertEquals(400, json("PUT", "/draft", "[]", "If-Match", "\"1\"").statusCode());
    assertEquals(400, send("PUT", path + "/draft", "a: \u0000", "If-Match", "\"1\"").statusCode());
    assertEquals(400, send("PUT", path + "/draft", "survey: x", "If-Match", "\"1\"").statusCode());
    String large = "#".repeat(1 << 20);
    assertEquals(200, send("PUT", path + "/draft", large, "If-Match", "\"1\"").statusCode());
    HttpResponse<String> larger = send("PUT", path + "/draft", large + "#", "If-Match", "\"2\"");
    assertEquals(413, larger.statusCode());
    assertTrue(larger.body().contains("1 MiB for a definition"), larger::body);
  }

  @Test
  void noCodeLeadsAnywhereElse() {
    for (String bad :
        List.of("../x", "a/b", "a b", "'; DROP TABLE survey; --", "x".repeat(41), "%2e%2e", "")) {
      String definition = "survey: \"" + bad + "\"\n";
      assertEquals(400, send("POST", SURVEYS, definition).statusCode(), bad);
    }
    assertEquals(400, send("POST", SURVEYS, "title: none").statusCode());
    assertEquals(
        409, send("POST", SURVEYS, "survey: " + code.toUpperCase(Locale.ROOT)).statusCode());
    assertEquals(404, send("GET", SURVEYS + "/..%2f..%2fetc/draft", "").statusCode());
    assertEquals(404, send("GET", SURVEYS + "/none'--/draft", "").statusCode());
  }

  @Test
  void anAuthorOfOneSurveyMayNotBeginOrDuplicateAny() {
    Person own = Person.of(node, "of-" + code, Grant.of(Role.AUTHOR, code));
    assertEquals(200, as(own, "GET", path + "/draft", "").statusCode());
    assertEquals(403, as(own, "POST", SURVEYS, "survey: mine").statusCode());
    String body = "{\"survey\":\"copy-of-" + code + "\"}";
    String type = "application/json";
    assertEquals(
        403, as(own, "POST", path + "/duplicate", body, "Content-Type", type).statusCode());
    HttpResponse<String> copy = json("POST", "/duplicate", body);
    assertEquals(201, copy.statusCode(), copy::body);
    assertEquals(
        "/api/v1/surveys/copy-of-" + code + "/draft",
        copy.headers().firstValue("Location").orElseThrow());
    assertFalse(node.get(SURVEYS).body().contains("copy-of-" + code), "it is not published");
    assertEquals(403, as(own, "GET", SURVEYS + "/copy-of-" + code + "/draft", "").statusCode());
  }

  @Test
  void anAuthorFindsTheDraftsThatAreHisOwnBeforeTheyArePublished() {
    JsonNode all = tree(send("GET", "/api/v1/drafts", "")).path("drafts");
    assertTrue(all.findValuesAsText("survey").contains(code), all::toString);
    Person own = Person.of(node, "only-" + code, Grant.of(Role.AUTHOR, code));
    JsonNode list = tree(as(own, "GET", "/api/v1/drafts", "")).path("drafts");
    assertEquals(List.of(code), list.findValuesAsText("survey"));
    assertEquals(1, list.at("/0/revision").asInt());
    assertEquals("aigul", list.at("/0/changed_by").asText());
    assertFalse(node.get(SURVEYS).body().contains(code));
  }

  @Test
  void anErratumStandsBesideItsReleaseForGood() {
    send("POST", path + "/publish", "", "If-Match", "\"1\"");
    IntStream.range(0, 12).forEach(i -> submit(UUID.randomUUID()));
    json("POST", "/close", "{\"survey\":\"" + code + "\"}");
    String releases = path + "/releases";
    Eventually.until("a release", () -> node.get(releases).body().contains("\"release\":1"));
    String text = "{\"text\":{\"kk\":\"Қате.\",\"ru\":\"Ошибка.\",\"en\":\"A mistake.\"}}";
    assertEquals(400, json("POST", "/releases/1/errata", "{\"text\":{\"en\":\"A\"}}").statusCode());
    assertEquals(404, json("POST", "/releases/2/errata", text).statusCode());
    assertEquals(201, json("POST", "/releases/1/errata", text).statusCode());
    assertTrue(node.get(releases).body().contains("A mistake."));
    String breakdown = path + "/breakdown?question=usefulness&lang=en";
    assertTrue(node.get(breakdown).body().contains("A mistake."));
    assertTrue(node.get("/results/" + code + "/en").body().contains("A mistake."));
  }

  private JsonNode state() {
    return tree(send("GET", path + "/state", ""));
  }

  private int submit(UUID id) {
    return node.submit(code, id, answers()).statusCode();
  }

  private static Map<String, Object> answers() {
    return Node.submission(Map.of("usefulness", 5));
  }

  private HttpResponse<String> json(String method, String at, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
    all.addAll(List.of(headers));
    return send(method, path + at, body, all.toArray(String[]::new));
  }

  private static HttpResponse<String> send(
      String method, String at, String body, String... headers) {
    return as(author, method, at, body, headers);
  }

  private static HttpResponse<String> as(
      Person person, String method, String at, String body, String... headers) {
    var request = person.api(at).method(method, BodyPublishers.ofString(body));
    request.setHeader("Content-Type", "application/yaml");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return node.send(request);
  }

  private static JsonNode tree(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(response.body(), e);
    }
  }
}
