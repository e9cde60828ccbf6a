package org.saualnama.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.saualnama.texts.Texts;

/** Every HTML page goes out here, under headers that allow nothing but the page itself. */
public final class Pages {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Texts texts;
  private final boolean demo;
  private final Style style;
  private final Optional<String> banner;
  private final String framedBy;

  /**
   * Pages of one look.
   *
   * @param demo whether each says that its data is synthetic
   */
  public Pages(Texts texts, boolean demo, Style style) {
    this(texts, demo, style, Optional.empty(), "'none'");
  }

  private Pages(Texts texts, boolean demo, Style style, Optional<String> banner, String framedBy) {
    this.texts = texts;
    this.demo = demo;
    this.style = style;
    this.banner = banner;
    this.framedBy = framedBy;
  }

  /** The same pages, each saying the words of {@code key} at its top. */
  public Pages under(String key) {
    return new Pages(texts, demo, style, Optional.of(key), framedBy);
  }

  /** The same pages, which other pages of this server may show in a frame. */
  public Pages framed() {
    return new Pages(texts, demo, style, banner, "'self'");
  }

  /** The key of what each says at its top, if they do. */
  public Optional<String> banner() {
    return banner;
  }

  public Texts texts() {
    return texts;
  }

  public PageView view(String language, String title) {
    return new PageView(language, title, demo, banner.orElse(null), style, texts);
  }

  /** Renders {@code model}, the template's only parameter; the caller says what may be cached. */
  public Future<Void> show(RoutingContext context, int status, String template, Object model) {
    Utf8ByteOutput html = new Utf8ByteOutput();
    engine.render(template, model, html);
    context
        .response()
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src '"
                + style.hash()
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors "
                + framedBy)
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Content-Type-Options", "nosniff");
    return Replies.bytes(context, status, "text/html; charset=utf-8", html.toByteArray());
  }

  /** A page that only says something. */
  public Future<Void> show(RoutingContext context, int status, MessagePage page) {
    return show(context, status, MessagePage.TEMPLATE, page);
  }
}
