package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.access.Access;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;

/** What every answer of every route tells browsers, to strangers and to those who may. */
final class AnswerHeadersTest {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "Cross-Origin-Opener-Policy", "same-origin");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

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
  void everyAnswerToAStrangerHasThem() {
    assertEquals(
        List.of(),
        ROUTES.stream()
            .flatMap(route -> faults(route, HttpRequest.newBuilder(node.uri(path(route)))))
            .toList());
  }

  @Test
  void everyAnswerToSomebodyWhoMayHasThemAndIsKeptNowhere() {
    Grant[] all = Stream.of(Role.values()).map(Grant::global).toArray(Grant[]::new);
    Person[] person = {Person.of(node, "aigul", all)};
    List<String> faults = new ArrayList<>();
    for (Route route : ROUTES) {
      if (Doors.access(route).filter(Access::isOpen).isPresent()) {
        continue;
      }
      if (!person[0].isSignedIn()) {
        person[0] = Person.of(node, "p" + faults.size() + ROUTES.indexOf(route), all);
      }
      String path = path(route);
      faults(route, path.startsWith("/studio") ? person[0].studio(path) : person[0].api(path))
          .forEach(faults::add);
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void whatIsNoHttpIsAnsweredWithThemToo() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.uri("/").getPort())) {
      byte[] nonsense = "GET /\u0001 HTTP/9\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
      socket.getOutputStream().write(nonsense);
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      for (Map.Entry<String, String> header : ALWAYS.entrySet()) {
        assertTrue(answer.contains(header.getKey() + ": " + header.getValue()), answer);
      }
    }
  }

  @Test
  void othersPagesMayShowWhatIsPublishedAndNothingElse() {
    assertEquals("same-origin", policy("/s/may9-kz/kk"));
    assertEquals("same-origin", policy("/api/v1/me"));
    assertEquals("cross-origin", policy("/results/may9-kz/kk/embed"));
    assertEquals("cross-origin", policy("/api/v1/surveys/may9-kz/breakdown"));
  }

  private static String policy(String path) {
    return node.get(path).headers().firstValue("Cross-Origin-Resource-Policy").orElse("none");
  }

  private static Stream<String> faults(Route route, HttpRequest.Builder request) {
    List<String> faults = new ArrayList<>();
    boolean guarded = Doors.access(route).filter(Access::isOpen).isEmpty();
    for (HttpMethod method : methods(route)) {
      HttpResponse<?> answer =
          head(request.copy().method(method.name(), BodyPublishers.noBody()).build());
      String what = method + " " + route.getPath() + " (" + answer.statusCode() + "): ";
      ALWAYS.forEach(
          (name, value) -> {
            if (!value.equals(header(answer, name))) {
              faults.add(what + name + " is " + header(answer, name));
            }
          });
      for (String banner : List.of("Server", "X-Powered-By", "Via")) {
        if (!header(answer, banner).isEmpty()) {
          faults.add(what + "tells what it runs on: " + header(answer, banner));
        }
      }
      if (!header(answer, "Content-Security-Policy").startsWith("default-src 'none'")) {
        faults.add(what + "CSP is " + header(answer, "Content-Security-Policy"));
      }
      if (!header(answer, "Permissions-Policy").contains("camera=()")) {
        faults.add(what + "no Permissions-Policy");
      }
      if (guarded && !header(answer, "Cache-Control").contains("no-store")) {
        faults.add(what + "Cache-Control is " + header(answer, "Cache-Control"));
      }
      if (!guarded && method.equals(HttpMethod.GET) && header(answer, "Cache-Control").isEmpty()) {
        faults.add(what + "no Cache-Control");
      }
    }
    return faults.stream();
  }

  /** Without what follows: one of the routes never ends. */
  private static HttpResponse<?> head(HttpRequest request) {
    try {
      HttpResponse<InputStream> answer = CLIENT.send(request, BodyHandlers.ofInputStream());
      answer.body().close();
      return answer;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(request.toString(), e);
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static Iterable<HttpMethod> methods(Route route) {
    return route.methods() == null ? List.of(HttpMethod.GET) : route.methods();
  }

  /** With something in place of every parameter: a survey that there is, and else nothing known. */
  private static String path(Route route) {
    return route
        .getPath()
        .replaceAll(":survey\\b", "may9-kz")
        .replaceAll(":lang\\b", "kk")
        .replaceAll("(?<=/):\\w+", "1");
  }
}
