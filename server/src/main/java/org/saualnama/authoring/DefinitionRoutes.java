package org.saualnama.authoring;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionProblem;
import org.saualnama.survey.Reading;

/** What is not of one survey: {@code /api/v1/definitions/check} and {@code /api/v1/templates}. */
public final class DefinitionRoutes {
  /** A definition may be so long, in bytes. */
  public static final int BODY_LIMIT = 1 << 20;

  private static final String YAML = "application/yaml";

  private final DraftCheck check;

  public DefinitionRoutes(DraftCheck check) {
    this.check = check;
  }

  public void mount(Doors doors) {
    Access authors = Access.somewhere(Role.AUTHOR);
    doors
        .at(HttpMethod.POST, "/api/v1/definitions/check", authors, BODY_LIMIT)
        .handler(this::check);
    doors.get("/api/v1/templates", authors).handler(DefinitionRoutes::templates);
    doors.get("/api/v1/templates/:template", authors).handler(DefinitionRoutes::template);
  }

  private void check(RoutingContext context) {
    Replies.answer(
        context,
        yaml(context)
            .compose(yaml -> slowly(context, () -> check.read(yaml)))
            .compose(reading -> Replies.json(context, 200, view(reading))));
  }

  /** The problems of a definition, and what is worth knowing beyond them. */
  public static Map<String, Object> view(Reading reading) {
    Map<String, Object> view =
        Json.object(
            "problems", reading.problems().stream().map(DefinitionRoutes::problem).toList());
    DraftCheck.notice(reading).ifPresent(notice -> view.put("outlook", notice));
    return view;
  }

  private static Map<String, Object> problem(DefinitionProblem problem) {
    return Json.object(
        "file", problem.file(),
        "line", problem.line(),
        "message", problem.message(),
        "mend", problem.mend());
  }

  private static void templates(RoutingContext context) {
    List<Map<String, Object>> list =
        Templates.all().stream()
            .map(t -> Json.object("template", t.code(), "title", t.title().byLanguage()))
            .toList();
    Replies.answer(context, Replies.json(context, 200, Json.object("templates", list)));
  }

  private static void template(RoutingContext context) {
    Template template =
        Templates.find(context.pathParam("template"))
            .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no such template."));
    Replies.answer(context, show(context, template.definition()));
  }

  /** The definition that was sent, as YAML. */
  public static Future<String> yaml(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    byte[] body =
        context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
    return slowly(context, () -> SentDefinition.yaml(type, body));
  }

  /** Shows a definition as YAML or, where that is preferred, as JSON. */
  static Future<Void> show(RoutingContext context, String yaml) {
    context.response().putHeader("Vary", "Accept");
    return prefersJson(context)
        ? slowly(context, () -> SentDefinition.json(yaml))
            .compose(json -> Replies.bytes(context, 200, "application/json", json))
        : Replies.bytes(context, 200, YAML, yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean prefersJson(RoutingContext context) {
    return context.parsedHeaders().accept().stream()
        .filter(type -> type.weight() > 0)
        .map(MIMEHeader::subComponent)
        .filter(type -> List.of("json", "yaml", "x-yaml", "*").contains(type))
        .findFirst()
        .filter("json"::equals)
        .isPresent();
  }

  /** Reading a long definition would hold up everybody on the event loop. */
  public static <T> Future<T> slowly(RoutingContext context, Callable<T> work) {
    return context.vertx().executeBlocking(work, false);
  }
}
