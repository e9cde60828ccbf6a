package org.saualnama.workbench;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.microdata.Program;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/**
 * The workbench over HTTP, and the programs that it has ready, run by what they are written for.
 */
final class WorkbenchTest {
  private static final String PUBLIC = "/workbench/may9-kz/en";
  private static final String DESK = "/studio/surveys/may9-kz/workbench";
  private static final String REASON = "comparing two ways of weighting";

  @TempDir private static Path folder;
  private static Node node;
  private static Person steward;
  private static Person analyst;

  @BeforeAll
  static void start() {
    node = Node.start(folder, TestDefs.shipped(), true);
    SurveyVersion may9 = ShippedSurveys.may9();
    IntStream.range(0, 600)
        .parallel()
        .mapToObj(i -> new SyntheticRespondent(may9, i))
        .forEach(r -> node.submit("may9-kz", r.id(), r.submission()));
    Eventually.until("figures", () -> node.get(PUBLIC).body().contains("All who answered"));
    steward = Person.of(node, "dana", Grant.of(Role.STEWARD, "may9-kz"));
    analyst = Person.of(node, "aigul", Grant.of(Role.ANALYST, "may9-kz"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static String block(String page, String id) {
    Matcher found =
        Pattern.compile("<pre id=\"" + id + "\"><code>(.*?)</code>", Pattern.DOTALL).matcher(page);
    assertTrue(found.find(), page);
    return found
        .group(1)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static List<String> shares(String page) {
    return Pattern.compile("data-value=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String api(String page) {
    String address = block(page, "call").replace("GET ", "");
    return address.substring(address.indexOf("/api/"));
  }

  @Test
  void thePageShowsWhatItsAddressInTheApiTells() {
    String page = node.get(PUBLIC + "?question=meaning&by=gender&filter=").body();
    String csv = node.get(api(page) + "&format=csv").body();
    List<String> shown = shares(page);
    assertTrue(shown.size() > 3, page);
    for (String share : shown) {
      assertTrue(
          csv.contains("," + share.replaceAll("\\.0$", "") + ","), () -> share + " in " + csv);
    }
  }

  @Test
  void aFilterNarrowsTheFiguresAndIsSaid() {
    String page = node.get(PUBLIC + "?question=meaning&filter=gender:woman").body();
    assertTrue(page.contains("(only "), page);
    assertTrue(api(page).contains("where.gender=woman"), page);
  }

  @Test
  void anEarlierReleaseStaysWhereItWas() {
    String page = node.get(PUBLIC + "?question=meaning&release=1").body();
    assertTrue(page.contains("Release 1 of"), page);
    assertTrue(api(page).contains("release=1"), page);
    assertEquals(200, node.get(api(page)).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "'by=age&by=gender&filter=region:KZ-75', by, Two segments at once",
    "'by=nonsense', by, There is no such segment",
    "'by=gender&filter=gender:woman', by, This says the same twice",
    "'filter=gender:x', filter, This segment has no such category",
    "'collector=interviewer', collector, There are no figures of answers",
    "'release=x', release, Give the number",
    "'release=99', release, There is no such release",
    "'question=nonsense', question, no such question"
  })
  void whatCantBeIsSaidInWordsAtItsField(String query, String field, String words) {
    HttpResponse<String> answer = node.get(PUBLIC + "?" + query);
    assertEquals(400, answer.statusCode());
    String at = "<span class=\"fault\" id=\"" + field + "-fault\">";
    assertTrue(answer.body().contains(at), answer::body);
    String said = answer.body().substring(answer.body().indexOf(at));
    assertTrue(said.substring(0, said.indexOf("</span>")).contains(words), said);
  }

  @Test
  void theCodeForAShellRuns() throws IOException {
    String page = node.get(PUBLIC + "?question=meaning&by=gender").body();
    assertTrue(run("bash", "curl", page, "sh", Map.of()).contains("\"version\":\"2.0\""));
  }

  @Test
  void theCodeForRRuns() throws IOException {
    String page = node.get("/workbench/may9-kz/kk?question=meaning&by=gender").body();
    String said = run("Rscript", "r", page, "R", Map.of());
    assertTrue(said.contains("answer_label") && said.contains("woman"), said);
  }

  @Test
  void theCodeForPythonRuns() throws IOException {
    String page = node.get("/workbench/may9-kz/kk?question=meaning&by=gender").body();
    String said = run("python3", "python", page, "py", Map.of());
    assertTrue(said.contains("'gender': 'woman'") && said.contains("Әйел"), said);
  }

  private static String run(
      String program, String block, String page, String ext, Map<String, String> environment)
      throws IOException {
    Path script = Files.writeString(folder.resolve("pasted." + ext), block(page, block) + "\n");
    return Program.run(program, List.of(script.toString()), environment);
  }

  @Test
  void theExactDoorAsksWhyOnceAndThenEveryLookIsLogged() throws IOException {
    String path = DESK + "/exact?lang=en&question=meaning&by=gender&weights=none";
    String asked = node.send(steward.studio(path)).body();
    assertTrue(asked.contains("name=\"reason\"") && asked.contains("EXACT"), asked);
    assertFalse(asked.contains("data-value"), "nothing is told before");
    assertEquals("0", looks());

    assertEquals(400, post(steward, DESK + "/exact", "reason=short").statusCode());
    HttpResponse<String> given =
        post(steward, DESK + "/exact", "question=meaning&reason=" + encoded(REASON));
    assertEquals(303, given.statusCode());
    String cookie = given.headers().firstValue("Set-Cookie").orElseThrow();
    String kept = cookie.substring(0, cookie.indexOf(';'));
    String page = exact(steward, path, kept).body();
    assertTrue(shares(page).size() > 3, page);
    assertTrue(page.contains("SE "), page);
    exact(steward, path + "&filter=age:25-34", kept);
    assertEquals("2", looks());

    Map<String, String> token = Map.of("TOKEN", steward.token());
    assertTrue(run("bash", "curl", page, "sh", token).contains("\"version\":\"2.0\""));
    assertTrue(run("python3", "python", page, "py", token).contains("'gender': 'woman'"));
    assertTrue(run("Rscript", "r", page, "R", token).contains("woman"));
    assertEquals("5", looks());

    Person other = Person.of(node, "marat", Grant.of(Role.STEWARD, "may9-kz"));
    assertFalse(exact(other, path, kept).body().contains("data-value"), "another's reason");
  }

  private static HttpResponse<String> exact(Person person, String path, String kept) {
    HttpRequest.Builder request = person.studio(path);
    return node.send(
        request.setHeader("Cookie", "__Host-session=" + person.cookie() + "; " + kept));
  }

  private static String looks() {
    return node.value(
        "SELECT count(*) FROM audit_entry WHERE line LIKE '%\"who\":\"dana\",\"act\":\"figures.exact\"%"
            + REASON
            + "%'");
  }

  private static HttpResponse<String> post(Person person, String path, String form) {
    return node.send(
        person
            .studio(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void viewsAreKeptByNameAndAreNobodyElses() {
    String form = "question=meaning&by=age&filter=gender:woman&name=" + encoded("Women <by> age");
    assertEquals(303, post(analyst, DESK + "/views", form).statusCode());
    String page = node.send(analyst.studio(DESK)).body();
    assertTrue(page.contains("Women &lt;by&gt; age"), page);
    assertTrue(page.contains("filter=gender%3Awoman"), page);
    assertFalse(node.send(steward.studio(DESK)).body().contains("Women &lt;by"), "somebody else's");
    assertFalse(page.contains("/workbench/exact?"), "an analyst has no exact door");
    assertEquals(400, post(analyst, DESK + "/views", "name=" + "x".repeat(81)).statusCode());
    assertEquals(
        303,
        post(analyst, DESK + "/views/delete", "saved=" + encoded("Women <by> age")).statusCode());
    assertFalse(node.send(analyst.studio(DESK)).body().contains("Women &lt;by"), "removed");
  }

  @Test
  void everyLanguageHasEveryWordOfThePage() {
    String all =
        Stream.of("kk", "ru", "en")
            .map(language -> node.get("/workbench/may9-kz/" + language).body())
            .collect(joining());
    assertFalse(all.contains("workbench."), "a key instead of words");
  }
}
