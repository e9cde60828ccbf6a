package org.saualnama;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.authoring.Recoding;
import org.saualnama.authoring.Templates;

/** Every answer that the contract promises to authors, asked for once. */
final class AuthoringSamples {
  private static final String SURVEYS = "/api/v1/surveys";
  private static final String SURVEY = SURVEYS + "/{survey}";
  private static final String DRAFT = SURVEY + "/draft";
  private static final String YAML = "application/yaml";
  private static final String JSON = "application/json";
  private static final String CODE = "sampled";
  private static final String EVENT =
      Recoding.as(Templates.find("event-feedback").orElseThrow().definition(), CODE);
  private static final String TOO_MUCH = "#".repeat((1 << 20) + 1);
  private static final String ERRATUM =
      "{\"text\":{\"kk\":\"Қате.\",\"ru\":\"Ошибка.\",\"en\":\"A mistake.\"}}";

  private final Node node;
  private final Samples samples;
  private final Person author;

  AuthoringSamples(Node node, Samples samples) {
    this.node = node;
    this.samples = samples;
    this.author = Person.of(node, "sampler", Grant.global(Role.AUTHOR));
  }

  void send() {
    drafts();
    versions();
    running();
    definitions();
    strangers();
  }

  private void drafts() {
    ask(201, "POST", SURVEYS, "", EVENT);
    ask(400, "POST", SURVEYS, "", "title: {}");
    ask(409, "POST", SURVEYS, "", EVENT);
    ask(413, "POST", SURVEYS, "", TOO_MUCH);
    ask(200, "GET", "/api/v1/drafts", "", "");
    ask(200, "GET", DRAFT, CODE, "");
    ask(200, "GET", DRAFT, CODE, "", "Accept", JSON);
    ask(404, "GET", DRAFT, "none", "");
    ask(200, "PUT", DRAFT, CODE, EVENT + "\n", "If-Match", "\"1\"");
    ask(400, "PUT", DRAFT, CODE, "survey: other", "If-Match", "\"2\"");
    ask(404, "PUT", DRAFT, "none", "survey: none", "If-Match", "\"2\"");
    ask(412, "PUT", DRAFT, CODE, EVENT + "\n\n", "If-Match", "\"1\"");
    ask(412, "PUT", DRAFT, CODE, EVENT + "\n\n", "If-Match", "\"9\"");
    ask(413, "PUT", DRAFT, CODE, TOO_MUCH, "If-Match", "\"2\"");
    ask(428, "PUT", DRAFT, CODE, EVENT);
    ask(409, "POST", DRAFT + "/redo", CODE, "", "If-Match", "\"2\"");
    ask(200, "POST", DRAFT + "/undo", CODE, "", "If-Match", "\"2\"");
    ask(409, "POST", DRAFT + "/undo", CODE, "", "If-Match", "\"1\"");
    ask(412, "POST", DRAFT + "/undo", CODE, "", "If-Match", "\"2\"");
    ask(200, "POST", DRAFT + "/redo", CODE, "", "If-Match", "\"1\"");
    ask(412, "POST", DRAFT + "/redo", CODE, "", "If-Match", "\"1\"");
    ask(201, "POST", SURVEY + "/duplicate", CODE, "{\"survey\":\"sampled-2\"}", type(JSON));
    ask(409, "POST", SURVEY + "/duplicate", CODE, "{\"survey\":\"Sampled-2\"}", type(JSON));
  }

  private void versions() {
    String publish = SURVEY + "/publish";
    ask(200, "GET", SURVEY + "/versions", CODE, "");
    ask(428, "POST", publish, CODE, "");
    ask(412, "POST", publish, CODE, "", "If-Match", "\"1\"");
    ask(200, "POST", publish, CODE, "", "If-Match", "\"2\"");
    ask(409, "POST", publish, CODE, "", "If-Match", "\"2\"");
    ask(200, "PUT", DRAFT, CODE, "survey: " + CODE, "If-Match", "\"2\"");
    ask(422, "POST", publish, CODE, "", "If-Match", "\"3\"");
    ask(200, "PUT", DRAFT, CODE, EVENT.replace("Online", "On line"), "If-Match", "\"3\"");
    ask(200, "POST", publish, CODE, "", "If-Match", "\"4\"");
    ask(200, "GET", SURVEY + "/versions", CODE, "");
    ask(200, "GET", SURVEY + "/versions/{version}", CODE, "");
    ask(200, "GET", SURVEY + "/versions/{version}", CODE, "", "Accept", JSON);
    ask(404, "GET", SURVEY + "/versions/{version}", "none", "");
    ask(200, "GET", SURVEY + "/versions/{version}/difference/{other}", CODE, "");
    ask(404, "GET", SURVEY + "/versions/{version}/difference/{other}", "none", "");
  }

  private void running() {
    String closes = "{\"closes\":\"2999-01-31T18:00:00+05:00\"}";
    ask(200, "PUT", SURVEY + "/closes", CODE, closes, type(JSON));
    ask(400, "PUT", SURVEY + "/closes", CODE, "{\"closes\":\"soon\"}", type(JSON));
    ask(409, "PUT", SURVEY + "/closes", "ended", closes, type(JSON));
    ask(200, "GET", SURVEY + "/state", CODE, "");
    ask(200, "GET", SURVEY + "/state", "may9-kz", "");
    ask(404, "GET", SURVEY + "/state", "none", "");
    node.query("INSERT INTO break_off VALUES ('may9-kz', 1, 1, 2, 80), ('may9-kz', 1, 1, 3, 70)");
    ask(200, "GET", SURVEY + "/break-offs", "may9-kz", "");
    ask(404, "GET", SURVEY + "/break-offs", "none", "");
    ask(200, "POST", SURVEY + "/pause", CODE, "");
    ask(404, "POST", SURVEY + "/pause", "none", "");
    ask(409, "POST", SURVEY + "/pause", CODE, "");
    ask(200, "POST", SURVEY + "/resume", CODE, "");
    ask(404, "POST", SURVEY + "/resume", "none", "");
    ask(409, "POST", SURVEY + "/resume", CODE, "");
    ask(400, "POST", SURVEY + "/close", CODE, "{}", type(JSON));
    ask(200, "POST", SURVEY + "/close", CODE, "{\"survey\":\"" + CODE + "\"}", type(JSON));
    ask(409, "POST", SURVEY + "/close", CODE, "{\"survey\":\"" + CODE + "\"}", type(JSON));
    String errata = SURVEY + "/releases/{release}/errata";
    ask(201, "POST", errata, "may9-kz", ERRATUM, type(JSON));
    ask(400, "POST", errata, "may9-kz", "{}", type(JSON));
    ask(404, "POST", errata, "none", ERRATUM, type(JSON));
    ask(200, "GET", SURVEY + "/releases", "may9-kz", "");
    ask(200, "GET", SURVEY + "/state", CODE, "");
  }

  private void definitions() {
    String check = "/api/v1/definitions/check";
    ask(200, "POST", check, "", EVENT);
    ask(200, "POST", check, "", "survey: x");
    ask(400, "POST", check, "", "{", type(JSON));
    ask(413, "POST", check, "", TOO_MUCH);
    ask(415, "POST", check, "", "survey: x", type("text/plain"));
    String hints = "/api/v1/definitions/hints";
    ask(200, "POST", hints, "", EVENT.replace("How useful", "How useful and/or new"));
    ask(400, "POST", hints, "", "{", type(JSON));
    ask(413, "POST", hints, "", TOO_MUCH);
    ask(415, "POST", hints, "", "survey: x", type("text/plain"));
    conversions();
    ask(200, "GET", "/api/v1/templates", "", "");
    ask(200, "GET", "/api/v1/templates/{template}", "event-feedback", "");
    ask(200, "GET", "/api/v1/templates/{template}", "event-feedback", "", "Accept", JSON);
    ask(404, "GET", "/api/v1/templates/{template}", "none", "");
  }

  private void conversions() {
    String convert = "/api/v1/definitions/convert";
    String form = "{\"elements\":[{\"type\":\"boolean\",\"name\":\"q 1\"},{\"type\":\"file\"}]}";
    ask(200, "POST", convert, "", form, type(JSON));
    ask(400, "POST", convert, "", "{}", type(JSON));
    ask(400, "POST", convert, "", "<a/>", type("application/xml"));
    ask(413, "POST", convert, "", TOO_MUCH + TOO_MUCH, type(JSON));
    ask(415, "POST", convert, "", "survey: x");
  }

  /** Who is nobody, and who is somebody else, at each of these doors. */
  private void strangers() {
    Person analyst = Person.of(node, "no-author", Grant.global(Role.ANALYST));
    for (String get :
        new String[] {
          "/api/v1/drafts",
          DRAFT,
          SURVEY + "/state",
          SURVEY + "/break-offs",
          SURVEY + "/versions",
          SURVEY + "/versions/{version}",
          SURVEY + "/versions/{version}/difference/{other}",
          "/api/v1/templates",
          "/api/v1/templates/{template}"
        }) {
      strangers(analyst, "GET", get);
    }
    for (String post :
        new String[] {
          SURVEYS,
          DRAFT + "/undo",
          DRAFT + "/redo",
          SURVEY + "/duplicate",
          SURVEY + "/publish",
          SURVEY + "/pause",
          SURVEY + "/resume",
          SURVEY + "/close",
          SURVEY + "/releases/{release}/errata",
          "/api/v1/definitions/check",
          "/api/v1/definitions/convert",
          "/api/v1/definitions/hints"
        }) {
      strangers(analyst, "POST", post);
    }
    strangers(analyst, "PUT", DRAFT);
    strangers(analyst, "PUT", SURVEY + "/closes");
  }

  private void strangers(Person analyst, String method, String template) {
    String path = path(template, CODE);
    String operation = method + " " + template;
    HttpRequest.Builder nobody = HttpRequest.newBuilder(node.uri(path));
    samples.add(operation, 401, "nobody", nobody.method(method, BodyPublishers.noBody()));
    HttpRequest.Builder other = analyst.api(path);
    samples.add(operation, 403, "analyst", other.method(method, BodyPublishers.noBody()));
  }

  private static String[] type(String type) {
    return new String[] {"Content-Type", type};
  }

  private void ask(
      int status, String method, String template, String of, String body, String... header) {
    HttpRequest.Builder request = author.api(path(template, of));
    request.method(method, BodyPublishers.ofString(body)).setHeader("Content-Type", YAML);
    if (header.length > 0) {
      request.setHeader(header[0], header[1]);
    }
    String what =
        of + " " + body.substring(0, Math.min(30, body.length())) + String.join(" ", header);
    samples.add(method + " " + template, status, what, request);
  }

  private static String path(String template, String of) {
    return template
        .replace("{survey}", of)
        .replace("{template}", of)
        .replace("{version}", "1")
        .replace("{other}", "2")
        .replace("{release}", "1");
  }
}
