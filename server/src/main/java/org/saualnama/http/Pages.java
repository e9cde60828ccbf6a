package org.saualnama.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import org.saualnama.texts.Texts;

/** Every HTML page goes out here, under headers that allow nothing but the page itself. */
public final class Pages {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Texts texts;
  private final boolean demo;
  private final Style style;

  /**
   * Pages of one look.
   *
   * @param demo whether each says that its data is synthetic
   */
  public Pages(Texts texts, boolean demo, Style style) {
    this.texts = texts;
    this.demo = demo;
    this.style = style;
  }

  public Texts texts() {
    return texts;
  }

  public PageView view(String language, String title) {
    return new PageView(language, title, demo, style, texts);
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
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Content-Type-Options", "nosniff");
    return Replies.bytes(context, status, "text/html; charset=utf-8", html.toByteArray());
  }

  /** A page that only says something. */
  public Future<Void> show(RoutingContext context, int status, MessagePage page) {
    return show(context, status, MessagePage.TEMPLATE, page);
  }
}
