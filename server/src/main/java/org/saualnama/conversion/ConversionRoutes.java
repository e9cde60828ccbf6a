package org.saualnama.conversion;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.authoring.DefinitionRoutes;
import org.saualnama.authoring.DraftCheck;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.texts.Texts;
import org.saualnama.texts.Words;

/**
 * {@code POST /api/v1/definitions/convert}: a questionnaire from elsewhere as a definition, with
 * the report of what was lost. Nothing is kept: a draft begins with {@code POST /api/v1/surveys}.
 */
public final class ConversionRoutes {
  private final Conversion conversion;
  private final DraftCheck check;
  private final Texts texts;

  public ConversionRoutes(Conversion conversion, DraftCheck check, Texts texts) {
    this.conversion = conversion;
    this.check = check;
    this.texts = texts;
  }

  public void mount(Doors doors) {
    doors
        .at(
            HttpMethod.POST,
            "/api/v1/definitions/convert",
            Access.somewhere(Role.AUTHOR),
            Conversion.LONGEST)
        .handler(this::convert);
  }

  private void convert(RoutingContext context) {
    String language = language(context);
    Format format = format(context);
    byte[] file =
        context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
    Replies.answer(
        context,
        DefinitionRoutes.slowly(
                context,
                () -> view(conversion.of(file, format, Optional.empty(), language), language))
            .compose(view -> Replies.json(context, 200, view)));
  }

  private String language(RoutingContext context) {
    String asked = context.queryParam("lang").stream().findFirst().orElse("en");
    if (!texts.languages().contains(asked)) {
      String known = String.join(", ", texts.languages());
      throw Refusal.malformed("lang", "unknown_language", "Use one of " + known + ".");
    }
    return asked;
  }

  private static Format format(RoutingContext context) {
    return Optional.ofNullable(context.request().getHeader("Content-Type"))
        .flatMap(Format::of)
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.UNSUPPORTED_TYPE,
                    "Send an XLSForm as application/vnd.openxmlformats-officedocument"
                        + ".spreadsheetml.sheet, LimeSurvey's .lss as application/xml, or SurveyJS"
                        + " as application/json."));
  }

  private Map<String, Object> view(ConvertedQuestionnaire converted, String language) {
    Words words = new Words(texts, language);
    List<Map<String, Object>> notes =
        converted.notes().stream()
            .map(
                note ->
                    Json.object(
                        "where", note.where(), "code", note.loss().code(), "note", note.in(words)))
            .toList();
    Map<String, Object> view = Json.object("definition", converted.definition(), "notes", notes);
    view.putAll(DefinitionRoutes.view(check.read(DefinitionYaml.text(converted.definition()))));
    return view;
  }
}
