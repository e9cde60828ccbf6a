package org.saualnama.studio;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.saualnama.http.Doors;
import org.saualnama.http.Languages;
import org.saualnama.http.Refusals;
import org.saualnama.http.Replies;
import org.saualnama.http.RequestIds;
import org.saualnama.refusal.Refusal;
import org.saualnama.texts.Texts;

/** Shows the studio's pages, under headers that allow what this server serves and nothing else. */
public final class StudioPage {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String LANGUAGE = "studio-language";
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Texts texts;
  private final boolean demo;
  private final Frame.Assets assets;
  private final Function<RoutingContext, String> csrf;

  /**
   * Pages of the studio.
   *
   * @param demo whether each says that its data is synthetic
   * @param csrf what a change by the sender of a request has to carry; empty for strangers
   */
  public StudioPage(
      Texts texts, boolean demo, AssetRoutes assets, Function<RoutingContext, String> csrf) {
    this.texts = texts;
    this.demo = demo;
    this.assets = assets.paths();
    this.csrf = csrf;
  }

  /** The frame of a page in the reader's language. */
  public Frame frame(RoutingContext context, String titleKey, Object... values) {
    String language = language(context);
    return new Frame(
        language,
        texts.text(language, titleKey, values),
        demo,
        Optional.ofNullable(Doors.caller(context)),
        csrf.apply(context),
        context.normalizedPath(),
        context.queryParam("done").stream().findFirst().flatMap(Notice::of),
        assets,
        texts);
  }

  /**
   * The language of the interface: the one asked for by {@code ?lang=}, which is remembered, else
   * the remembered one, else the browser's.
   */
  public String language(RoutingContext context) {
    Optional<String> asked = context.queryParam("lang").stream().filter(this::known).findFirst();
    asked.ifPresent(language -> remember(context, language));
    return asked
        .or(() -> Optional.ofNullable(context.request().getCookie(LANGUAGE)).map(Cookie::getValue))
        .filter(this::known)
        .orElseGet(() -> Languages.browsers(context, texts.languages()));
  }

  private boolean known(String language) {
    return texts.languages().contains(language);
  }

  private static void remember(RoutingContext context, String language) {
    context
        .response()
        .addCookie(
            Cookie.cookie(LANGUAGE, language)
                .setPath("/studio")
                .setMaxAge(REMEMBERED.toSeconds())
                .setHttpOnly(true)
                .setSecure(true)
                .setSameSite(CookieSameSite.STRICT));
  }

  /** Renders {@code model}, the template's only parameter: a page, or a part of one for htmx. */
  public Future<Void> show(RoutingContext context, int status, String template, Object model) {
    Utf8ByteOutput html = new Utf8ByteOutput();
    engine.render(template, model, html);
    context
        .response()
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("Cache-Control", "no-store")
        .putHeader("Vary", "Accept-Language, Cookie");
    return Replies.bytes(context, status, "text/html; charset=utf-8", html.toByteArray());
  }

  /** After a change: on to {@code path}, which says what was done. */
  public Future<Void> go(RoutingContext context, String path, Notice notice) {
    return go(context, path + "?done=" + notice.code());
  }

  /** On to {@code path}. */
  public Future<Void> go(RoutingContext context, String path) {
    return context.response().setStatusCode(303).putHeader("Location", path).end();
  }

  /** What was typed into a field of the form, without blanks around it; "" if nothing was. */
  public static String typed(RoutingContext context, String field) {
    return secret(context, field).strip();
  }

  /** The same, to the letter. */
  static String secret(RoutingContext context, String field) {
    String typed = context.request().getFormAttribute(field);
    return typed == null ? "" : typed;
  }

  /** Says on a page of its own what a failed context has failed of. */
  void failed(RoutingContext context) {
    if (context.response().ended() || context.response().headWritten()) {
      context.response().reset();
      return;
    }
    Refusal refusal = Refusals.refusal(context);
    Frame frame = frame(context, refusal == null ? "failed.title" : "studio.refused");
    String words =
        refusal == null
            ? frame.say("studio.failed") + " (" + RequestIds.of(context) + ")"
            : Faults.of(refusal, frame.words()).all().get(0).words();
    int status = refusal == null ? 500 : Refusals.status(refusal.reason());
    show(context, status, Message.TEMPLATE, new Message(frame, words)).onFailure(context::fail);
  }
}
