package org.saualnama.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/** The editor's pages over real HTTP, as plain forms and as htmx asks for them. */
final class EditorTest {
  private static final String EDIT = "/studio/surveys/event-feedback/edit";
  private static final String YAML = "/studio/surveys/event-feedback/yaml";
  private static final Pattern REVISION =
      Pattern.compile("name=\"revision\"[^>]* value=\"(\\d+)\"");

  @TempDir private static Path folder;
  private static Node node;
  private static Person aigul;
  private static Person boris;

  @BeforeAll
  static void start() {
    node = Node.start(folder, TestDefs.shipped(), false);
    aigul = Person.of(node, "aigul", Grant.global(Role.AUTHOR));
    boris = Person.of(node, "boris", Grant.of(Role.AUTHOR, "event-feedback"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpResponse<String> get(Person person, String path) {
    return node.send(person.studio(path).header("Cookie", "studio-language=en").GET());
  }

  /** Posts fields, given as name, value, name, value. */
  private static HttpResponse<String> post(
      Person person, boolean htmx, String path, String... fields) {
    StringBuilder body = new StringBuilder("x=");
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
    }
    HttpRequest.Builder request =
        person
            .studio(path)
            .header("Cookie", "studio-language=en")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()));
    return node.send(htmx ? request.header("HX-Request", "true") : request);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String revision() {
    Matcher matcher = REVISION.matcher(get(aigul, EDIT).body());
    assertTrue(matcher.find());
    return matcher.group(1);
  }

  private static String source() {
    return node.send(aigul.studio(YAML).GET()).body();
  }

  @Test
  void theFormShowsEveryQuestionWithItsLanguagesAndItsPreview() {
    HttpResponse<String> page = get(aigul, EDIT);
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("id=\"q-usefulness-t-text-kk\""), page.body());
    assertTrue(page.body().contains("name=\"t.options.talks.text.ru\""));
    assertTrue(page.body().contains("src=\"/trial/"));
  }

  @Test
  void aStrangerAndAnAuthorOfAnotherSurveyDontPass() {
    assertEquals(303, node.get(EDIT).statusCode());
    Person other = Person.of(node, "other", Grant.of(Role.AUTHOR, "may9-kz"));
    for (String path : List.of(EDIT, YAML)) {
      assertEquals(403, get(other, path).statusCode());
      assertEquals(403, post(other, true, path, "revision", "0").statusCode());
    }
    assertEquals(403, post(other, true, EDIT + "/undo", "revision", "0").statusCode());
  }

  @Test
  void theSourceOfOneSurveyNeverBecomesAnothers() {
    String before = revision();
    String others =
        node.send(aigul.api("/api/v1/surveys/may9-kz/draft").GET())
            .body()
            .replace("9 May", "10 May");
    HttpResponse<String> saved = post(boris, false, YAML, "revision", before, "source", others);
    assertEquals(400, saved.statusCode(), saved.body());
    assertTrue(saved.body().contains("A survey keeps its code"), saved.body());
    assertEquals(before, revision());
  }

  @Test
  void aChangeWithoutItsProofIsRefused() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.uri(EDIT))
            .header("Cookie", "__Host-session=" + aigul.cookie())
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.noBody());
    assertEquals(403, node.send(request).statusCode());
  }

  @Test
  void aWordIsSavedAndOnlyWhatIsSaidAboutItComesBack() {
    HttpResponse<String> saved =
        post(
            aigul,
            true,
            EDIT,
            "revision",
            revision(),
            "part",
            "comment",
            "t.text.en",
            "Anything else?");
    assertEquals(200, saved.statusCode(), saved.body());
    assertEquals("none", saved.headers().firstValue("HX-Reswap").orElse(""));
    assertTrue(saved.body().contains("Saved, revision " + revision()), saved.body());
    assertFalse(saved.body().contains("<form method=\"post\" action=\"" + EDIT + "\""));
    assertTrue(source().contains("Anything else?"));
  }

  @Test
  void whatChangesNothingIsNoRevision() {
    String before = revision();
    post(aigul, true, EDIT, "revision", before, "part", "usefulness", "has.required", "1");
    assertEquals(before, revision());
  }

  @Test
  void aPlainFormLeadsBackToItsQuestion() {
    HttpResponse<String> moved =
        post(aigul, false, EDIT, "revision", revision(), "part", "attendance", "act", "duplicate");
    assertEquals(303, moved.statusCode(), moved.body());
    assertEquals(
        EDIT + "?at=attendance_2#q-attendance_2",
        moved.headers().firstValue("Location").orElse(""));
    HttpResponse<String> undone = post(aigul, false, EDIT + "/undo", "revision", revision());
    assertEquals(303, undone.statusCode());
    assertFalse(source().contains("attendance_2"));
    post(aigul, false, EDIT + "/redo", "revision", revision());
    assertTrue(source().contains("attendance_2"));
    post(aigul, false, EDIT, "revision", revision(), "part", "attendance_2", "act", "remove");
    assertFalse(source().contains("attendance_2"));
  }

  @Test
  void anUndoBringsBackEveryByte() {
    String typed = "# A comment of mine\nsurvey: event-feedback\nlanguages:   [en]\npages: []\n";
    String before = revision();
    post(aigul, false, YAML, "revision", before, "source", typed);
    assertTrue(source().contains("# A comment of mine"), source());
    HttpResponse<String> added =
        post(aigul, true, EDIT, "revision", revision(), "part", "", "act", "add");
    assertEquals(200, added.statusCode(), added.body());
    assertFalse(source().contains("# A comment"));
    post(aigul, false, EDIT + "/undo", "revision", revision(), "view", "source");
    assertTrue(source().contains("languages:   [en]"));
    post(aigul, false, EDIT + "/undo", "revision", revision());
    assertTrue(get(aigul, EDIT).body().contains("q-usefulness"));
  }

  @Test
  void ofTwoAuthorsTheSecondIsToldWhatChangedAndKeepsEither() {
    String seen = revision();
    post(boris, true, EDIT, "revision", seen, "part", "comment", "t.short.en", "Remark");
    HttpResponse<String> conflict =
        post(aigul, true, EDIT, "revision", seen, "part", "usefulness", "t.short.en", "Use");
    assertEquals(412, conflict.statusCode(), conflict.body());
    assertEquals("#said", conflict.headers().firstValue("HX-Retarget").orElse(""));
    assertTrue(conflict.body().contains("boris changed it last"), conflict.body());
    assertTrue(conflict.body().contains("Remark"), conflict.body());
    assertTrue(conflict.body().contains("name=\"seen\" value=\"" + seen + "\""), conflict.body());
    HttpResponse<String> mine =
        post(
            aigul,
            false,
            EDIT,
            "revision",
            revision(),
            "seen",
            seen,
            "part",
            "usefulness",
            "t.short.en",
            "Use");
    assertEquals(303, mine.statusCode(), mine.body());
    assertTrue(source().contains("Remark") && source().contains("Use"), source());
  }

  @Test
  void whyAnEditWasNotMadeIsSaidInTheReadersWords() {
    post(
        aigul,
        true,
        EDIT,
        "revision",
        revision(),
        "part",
        "page:last",
        "act",
        "question",
        "type",
        "text",
        "language",
        "en",
        "words",
        "Which talk?");
    post(
        aigul,
        true,
        EDIT,
        "revision",
        revision(),
        "part",
        "which_talk",
        "act",
        "condition.add",
        "condition.part",
        "ask_if",
        "condition.choice",
        "liked talks");
    HttpResponse<String> refused =
        post(
            aigul,
            true,
            EDIT,
            "revision",
            revision(),
            "part",
            "liked",
            "act",
            "options.remove talks");
    assertEquals(422, refused.statusCode(), refused.body());
    assertTrue(
        refused.body().contains("The condition of question “which_talk” needs it"), refused.body());
  }

  @Test
  void theSourceMarksEachProblemAtItsLine() {
    String before = revision();
    String typed = "survey: event-feedback\nlanguages: [en]\ncolour: red\n";
    assertEquals(303, post(aigul, false, YAML, "revision", before, "source", typed).statusCode());
    String page = source();
    assertTrue(page.contains("id=\"line-3\""), page);
    assertTrue(page.contains("colour"), page);
    assertEquals(412, post(aigul, false, YAML, "revision", before, "source", "x").statusCode());
    String unread = "pages: x";
    post(aigul, false, YAML, "revision", sourceRevision(), "source", unread);
    assertEquals(303, get(aigul, EDIT).statusCode(), "what can't be shown leads to the source");
    post(aigul, false, EDIT + "/undo", "revision", sourceRevision(), "view", "source");
    post(aigul, false, EDIT + "/undo", "revision", sourceRevision(), "view", "source");
    assertEquals(200, get(aigul, EDIT).statusCode());
  }

  private static String sourceRevision() {
    Matcher matcher = REVISION.matcher(source());
    assertTrue(matcher.find());
    return matcher.group(1);
  }

  @Test
  void aLongLineOfFiguresIsUnreadAndKeepsNobodyWaiting() {
    String line = "a" + ",1".repeat(5_000) + " ".repeat(5_000) + "x";
    HttpResponse<String> said =
        post(aigul, true, EDIT + "/figures/attendance", "m.table.attendance", line);
    assertTrue(said.body().contains("is no category with a number"), said.body());
  }

  @Test
  void aZeroCharacterIsRefusedAndNotKept() {
    String before = revision();
    assertEquals(400, post(aigul, false, YAML, "revision", before, "source", "a: \0").statusCode());
    assertEquals(before, revision());
  }

  @Test
  void figuresAreCheckedWhileTheyAreTyped() {
    String path = EDIT + "/figures/attendance";
    String said =
        post(aigul, true, path, "m.table.attendance", "In person\t60 %\nOnline\t30 %").body();
    assertTrue(said.contains("The sum is neither 1 nor 100: 90"), said);
    said = post(aigul, true, path, "m.table.attendance", "In person\t1 200\n").body();
    assertTrue(said.contains("online"), said);
    said = post(aigul, true, path, "m.table.attendance", "Очно;1 200\nОнлайн;800").body();
    assertTrue(said.contains("sum 2000") && said.contains("shares will be computed"), said);
    assertFalse(said.contains("error"), said);
  }
}
