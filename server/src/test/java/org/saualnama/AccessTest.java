package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.access.Access;
import org.saualnama.access.Caller;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;

/**
 * Sends every route of the server a request from nobody, from every role for all surveys, for the
 * survey of the path and for another one, and holds what happens to the route's rule.
 */
final class AccessTest {
  private static final String SURVEY = "event-feedback";
  private static final String OTHER = "may9-kz";

  @TempDir static Path folder;
  private static Node node;
  private static final List<Route> ROUTES = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    node = Node.start(folder, TestDefs.shipped(), false);
    ROUTES.addAll(MountedRoutes.of(node, folder, false));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void everyRouteHasARule() {
    assertTrue(ROUTES.size() > 20, () -> ROUTES.size() + " routes");
    for (Route route : ROUTES) {
      assertTrue(Doors.access(route).isPresent(), route::getPath);
    }
  }

  @Test
  void nobodyPassesWhereTheRuleAsksForSomebody() {
    for (Route route : guarded()) {
      for (HttpMethod method : route.methods()) {
        String what = method + " " + route.getPath();
        int expected = isStudio(route) ? 303 : 401;
        assertEquals(expected, status(request(route), method), what);
      }
    }
  }

  @Test
  void aRolePassesExactlyWhereTheRuleSaysSo() {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.values()) {
      for (Grant grant :
          List.of(Grant.global(role), Grant.of(role, SURVEY), Grant.of(role, OTHER))) {
        wrong.addAll(surprises(grant));
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Routes that let {@code grant} pass against their rule, or refuse it against their rule. */
  private static List<String> surprises(Grant grant) {
    List<String> wrong = new ArrayList<>();
    // What a route does to whoever passes (ends the session) must not spoil the next request.
    Person person = null;
    for (Route route : guarded()) {
      for (HttpMethod method : route.methods()) {
        if (person == null || !person.isSignedIn()) {
          person = Person.of(node, "p" + UUID.randomUUID(), grant);
        }
        HttpRequest.Builder request =
            isStudio(route) ? person.studio(path(route)) : person.api(path(route));
        int status = status(request, method);
        if (mayPass(route, grant) == isRefused(status)) {
          wrong.add(grant.code() + " at " + method + " " + route.getPath() + ": " + status);
        }
      }
    }
    return wrong;
  }

  private static boolean mayPass(Route route, Grant grant) {
    Optional<String> survey =
        route.getPath().contains("/:survey") ? Optional.of(SURVEY) : Optional.empty();
    Caller caller = new Caller(UUID.randomUUID(), "somebody", Set.of(grant));
    return rule(route).admits(caller, survey);
  }

  private static boolean isRefused(int status) {
    return status == 401 || status == 403;
  }

  private static List<Route> guarded() {
    return ROUTES.stream().filter(route -> !rule(route).isOpen()).toList();
  }

  private static Access rule(Route route) {
    return Doors.access(route).orElseThrow();
  }

  private static boolean isStudio(Route route) {
    return route.getPath().startsWith("/studio");
  }

  /** With something in place of every parameter: a survey that there is, and else nothing known. */
  private static String path(Route route) {
    return route.getPath().replace(":survey", SURVEY).replaceAll("/:\\w+", "/x").replace("*", "x");
  }

  private static HttpRequest.Builder request(Route route) {
    return HttpRequest.newBuilder(node.uri(path(route)));
  }

  private static int status(HttpRequest.Builder request, HttpMethod method) {
    return node.send(request.method(method.name(), BodyPublishers.noBody())).statusCode();
  }
}
