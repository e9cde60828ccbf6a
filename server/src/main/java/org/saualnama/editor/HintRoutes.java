package org.saualnama.editor;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.authoring.DefinitionRoutes;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.texts.Texts;
import org.saualnama.texts.Words;

/** {@code POST /api/v1/definitions/hints}: what the form view says beside a question. */
public final class HintRoutes {
  private final Texts texts;

  public HintRoutes(Texts texts) {
    this.texts = texts;
  }

  public void mount(Doors doors) {
    doors
        .at(
            HttpMethod.POST,
            "/api/v1/definitions/hints",
            Access.somewhere(Role.AUTHOR),
            DefinitionRoutes.BODY_LIMIT)
        .handler(this::hints);
  }

  private void hints(RoutingContext context) {
    Words words = new Words(texts, language(context));
    Replies.answer(
        context,
        DefinitionRoutes.yaml(context)
            .compose(yaml -> DefinitionRoutes.slowly(context, () -> hints(yaml)))
            .map(hints -> hints.stream().map(hint -> view(hint, words)).toList())
            .compose(list -> Replies.json(context, 200, Json.object("hints", list))));
  }

  private String language(RoutingContext context) {
    String asked = context.queryParam("lang").stream().findFirst().orElse("en");
    if (!texts.languages().contains(asked)) {
      String known = String.join(", ", texts.languages());
      throw Refusal.malformed("lang", "unknown_language", "Use one of " + known + ".");
    }
    return asked;
  }

  private static List<Hint> hints(String yaml) {
    return Hints.of(DefinitionSource.of("definition.yaml", yaml).tree());
  }

  private static Map<String, Object> view(Hint hint, Words words) {
    String key = "hint." + hint.kind();
    Map<String, Object> view =
        Json.object(
            "kind", hint.kind(),
            "message", words.say(key, hint.values().toArray()),
            "mend", words.say(key + ".mend"));
    if (!hint.question().isEmpty()) {
      view.put("question", hint.question());
    }
    return view;
  }
}
