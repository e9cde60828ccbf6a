package org.saualnama.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.TestDefs;

/** Over a plain socket, for a proper client refuses to send most of this. */
final class BadRequestsTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  @TempDir static Path folder;
  private static Node node;

  @BeforeAll
  static void start() {
    node = Node.start(folder, TestDefs.shipped(), false);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void anAddressThatCannotBeDecodedIsMalformed() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String target :
        List.of(
            "/?lang=%zz",
            "/?x=%zz",
            "/?%zz=x",
            "/?x=%",
            "/%zz",
            "/%00",
            "/studio/audit?survey=%00",
            "/api/v1/surveys/a%00b/draft",
            "/%",
            "/nothing/%4",
            "/s/%zz",
            "/s/event-feedback/%zz",
            "/s/event-feedback?lang=%zz",
            "/s/event-feedback/en?x=%zz",
            "/s/no-such?x=%zz",
            "/leave?x=%zz",
            "/results/%zz",
            "/results/event-feedback?lang=%zz",
            "/results/event-feedback?x=%zz",
            "/api/v1/surveys?x=%zz",
            "/api/v1/surveys/%zz",
            "/api/v1/surveys/event-feedback?x=%zz",
            "/api/v1/surveys/event-feedback/breakdown?by=%zz",
            "/api/v1/openapi.yaml?x=%zz")) {
      for (String method : List.of("GET", "HEAD", "POST", "DELETE")) {
        String answer = send(method + " " + target + " HTTP/1.1");
        boolean fine =
            answer.startsWith("HTTP/1.1 400")
                && answer.contains("application/problem+json")
                && answer.contains("nosniff");
        if (!fine) {
          wrong.add(method + " " + target + "\n" + answer);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void whatIsWrittenWronglyIsRefusedAsTheClientsFault() throws Exception {
    String form = "POST /s/event-feedback HTTP/1.1";
    List<String> wrong = new ArrayList<>();
    for (List<String> request :
        List.of(
            List.of("nonsense"),
            List.of("GET"),
            List.of("GET / HTTP/x"),
            List.of("GET /" + "x".repeat(10_000) + " HTTP/1.1"),
            List.of("GET / HTTP/1.1", "X: " + "x".repeat(20_000)),
            List.of("GET no-slash HTTP/1.1"),
            List.of("OPTIONS * HTTP/1.1"),
            List.of("POST / HTTP/1.1", "Content-Length: x"),
            List.of("POST / HTTP/1.1", "Content-Length: -1"),
            List.of(form, FORM, "Content-Length: 5", "", "a=%zz"),
            List.of(form, FORM, "Content-Length: 3", "", "%=a"),
            List.of(form, FORM, "Content-Length: 1998", "", "a&".repeat(999)),
            List.of(form, FORM, "Content-Length: 99999999"),
            List.of(form, "Content-Type: multipart/form-data", "Content-Length: 1", "", "a"),
            List.of(form, "Content-Type: multipart/form-data; boundary=", "Content-Length: 0"),
            List.of(form, "Content-Type: ;;=", "Content-Length: 1", "", "a"))) {
      String answer = send(request.toArray(String[]::new));
      if (!answer.startsWith("HTTP/1.1 4") && !answer.startsWith("HTTP/1.0 4")) {
        wrong.add(request.toString().substring(0, Math.min(90, request.toString().length())));
        wrong.add(answer.substring(0, Math.min(400, answer.length())));
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void aPreferenceThatCannotBeReadIsNone() throws Exception {
    for (String header :
        List.of(
            "Accept-Language: -;q=",
            "Accept-Language: ;q=abc,,;;=,ru;q=NaN,",
            "Accept-Language: ,",
            "Accept-Language: *",
            "Accept-Language: " + "-".repeat(5_000),
            "Accept: ;q=abc,,/;;=,text/csv;q=NaN,",
            "Accept-Encoding: ;q=x,,",
            "Cookie: =;;",
            "If-None-Match: \"",
            "If-Modified-Since: yesterday")) {
      for (String target : List.of("/", "/s/event-feedback", "/results/event-feedback")) {
        String answer = send("GET " + target + " HTTP/1.1", header);
        assertTrue(answer.startsWith("HTTP/1.1 200"), header + "\n" + answer);
      }
      for (String target : List.of("/s/none", "/api/v1/surveys/event-feedback/breakdown")) {
        String answer = send("GET " + target + " HTTP/1.1", header);
        assertTrue(answer.startsWith("HTTP/1.1 4"), header + "\n" + answer);
      }
    }
  }

  @Test
  void whatCanBeGotAnswersHeadWithoutABody() throws Exception {
    for (String target :
        List.of(
            "/", "/s/event-feedback/en", "/results/event-feedback?lang=en", "/api/v1/surveys")) {
      String answer = send("HEAD " + target + " HTTP/1.1");
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }
  }

  /** Sends these lines as they are and reads until the server hangs up, or has refused a body. */
  private static String send(String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.app().port())) {
      socket.setSoTimeout(30_000);
      String head = lines[0] + "\r\nHost: localhost\r\nConnection: close\r\n";
      List<String> rest = List.of(lines).subList(1, lines.length);
      String end = rest.contains("") ? "" : "\r\n\r\n";
      String text = head + String.join("\r\n", rest) + (rest.isEmpty() ? "\r\n" : end);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      boolean whole = !lines[0].startsWith("POST /s/event-feedback HTTP");
      byte[] answer =
          whole ? socket.getInputStream().readAllBytes() : socket.getInputStream().readNBytes(12);
      return new String(answer, StandardCharsets.UTF_8);
    }
  }
}
