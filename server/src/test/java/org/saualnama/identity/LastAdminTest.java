package org.saualnama.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.json.Json;

final class LastAdminTest {
  private static final Map<String, ?> NOTHING = Map.of("roles", List.of(), "disabled", true);

  @Test
  void twoAdminsWhoRemoveEachOtherAtOnceLeaveOne(@TempDir Path folder) {
    try (Node node = Node.start(folder, TestDefs.shipped(), false)) {
      Person a = Person.of(node, "a1", Grant.global(Role.ADMIN));
      Person b = Person.of(node, "b1", Grant.global(Role.ADMIN));
      // Neither counts: one only for a survey, one who has no password yet.
      Person.of(node, "c1", Grant.of(Role.ADMIN, "may9-kz"));
      Map<String, ?> invited = Map.of("name", "d1", "roles", List.of(Map.of("role", "admin")));
      assertEquals(201, status(node, a.api("/api/v1/accounts"), "POST", invited));
      CompletableFuture<Integer> removal =
          CompletableFuture.supplyAsync(() -> status(node, a.api(one(node, "b1")), "DELETE", null));
      int disabling = status(node, b.api(one(node, "a1")), "PUT", NOTHING);
      List<Integer> both = List.of(removal.join(), disabling);
      assertEquals(1, both.stream().filter(status -> status < 300).count(), both::toString);
      assertEquals(
          "1",
          node.value(
              "SELECT count(*) FROM account JOIN account_grant USING (account)"
                  + " WHERE name IN ('a1', 'b1') AND NOT disabled"));
      List<List<String>> lines = node.query("SELECT line FROM audit_entry");
      assertTrue(lines.toString().contains("account.create"), lines::toString);
    }
  }

  private static String one(Node node, String name) {
    return "/api/v1/accounts/"
        + node.value("SELECT account FROM account WHERE name = '" + name + "'");
  }

  private static int status(Node node, HttpRequest.Builder request, String method, Object body) {
    return node.send(
            request
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(Json.write(body))))
        .statusCode();
  }
}
