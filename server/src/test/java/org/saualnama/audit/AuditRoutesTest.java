package org.saualnama.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.json.Json;

/** The audit log from outside: exported and checked by README's own lines, and judged here. */
final class AuditRoutesTest {
  private static final Pattern README_LINES =
      Pattern.compile("```sh\n(previous=.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;
  private Node node;
  private Person admin;

  @BeforeEach
  void start() throws Exception {
    node = Node.start(folder, TestDefs.shipped(), false);
    admin = Person.of(node, "aigul", Grant.global(Role.ADMIN));
    for (int i = 0; i < 600; i++) {
      node.app()
          .audit()
          .append(
              new AuditEntry("aigul", "survey.pause", Optional.of("a"), Map.of("i", "ә\"\\" + i)))
          .await(1, TimeUnit.MINUTES);
    }
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void anExportHoldsByReadmesLines() throws Exception {
    assertEquals(verdict().path("head").asText(), checkedByReadme(export()));
  }

  @Test
  void aChangedLineOfAnExportShowsByReadmesLines() throws Exception {
    String told = checkedByReadme(export().replace("ә\\\"\\\\555", "ә\\\"\\\\556"));
    assertTrue(told.contains("Broken"), told);
  }

  @Test
  void tamperingWithOneRowIsFound() {
    assertTrue(verdict().path("holds").asBoolean());
    node.query(
        "ALTER TABLE audit_entry DISABLE TRIGGER ALL;"
            + " UPDATE audit_entry SET line = replace(line, 'pause', 'close') WHERE number = 300;"
            + " ALTER TABLE audit_entry ENABLE TRIGGER ALL");
    JsonNode verdict = verdict();
    assertEquals("entry 300 was not written by this server", verdict.path("broken").asText());
    assertEquals(299, verdict.path("entries").asInt());
    HttpResponse<String> page = node.send(admin.studio("/studio/audit/verdict?lang=en"));
    assertTrue(page.body().contains("entry 300 was not written by this server"), page.body());
  }

  @Test
  void thePageIsNewestFirstAndLeadsToOlderOnes() {
    String page = node.send(admin.studio("/studio/audit?lang=en&survey=a")).body();
    long newest = Long.parseLong(node.value("SELECT max(number) FROM audit_entry"));
    assertTrue(page.contains("<td>" + newest + "</td>"), page);
    assertTrue(page.contains("before=" + (newest - 49) + "&amp;survey=a"), page);
    String older = node.send(admin.studio("/studio/audit?survey=a&before=" + (newest - 49))).body();
    assertTrue(older.contains("<td>" + (newest - 50) + "</td>"), older);
  }

  @Test
  void itIsForAdminsOnly() {
    Person author = Person.of(node, "author", Grant.global(Role.AUTHOR));
    assertEquals(403, node.send(author.api("/api/v1/audit")).statusCode());
    assertEquals(403, node.send(author.studio("/studio/audit/export")).statusCode());
    assertEquals(403, node.send(author.studio("/studio/audit")).statusCode());
  }

  private JsonNode verdict() {
    String json = node.send(admin.api("/api/v1/audit/verdict")).body();
    return Json.readUntrusted(json.getBytes(StandardCharsets.UTF_8));
  }

  private String export() {
    String api = node.send(admin.api("/api/v1/audit")).body();
    assertEquals(api, node.send(admin.studio("/studio/audit/export")).body());
    return api;
  }

  /** The last line that README's own lines print. */
  private String checkedByReadme(String export) throws IOException, InterruptedException {
    Matcher lines = README_LINES.matcher(Files.readString(Path.of("../README.md")));
    assertTrue(lines.find());
    Files.writeString(folder.resolve("audit.jsonl"), export);
    Process shell =
        new ProcessBuilder("sh", "-c", lines.group(1))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor(), told);
    return told.strip();
  }
}
