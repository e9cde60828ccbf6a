package org.saualnama.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.saualnama.texts.Texts;

/** Every HTML page goes out here, under headers that allow nothing but the page itself. */
public final class Pages {
  private static final String HTML = "text/html; charset=utf-8";

  /** How many bytes of blank pages are kept, about: hundreds. */
  private static final long BLANKS = 16L << 20;

  /** What a page takes with the model it is found by, as a multiple of the page alone. */
  private static final int MODEL = 3;

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Texts texts;
  private final boolean demo;
  private final Style style;
  private final Optional<String> banner;
  private final String framedBy;
  private final String scripts;
  private final SharedHeads heads = new SharedHeads();
  private final Cache<Object, GappedPage> blanks =
      Caffeine.newBuilder()
          .maximumWeight(BLANKS)
          .weigher((Object blank, GappedPage page) -> MODEL * page.size())
          .executor(Runnable::run)
          .build();

  /**
   * Pages of one look.
   *
   * @param demo whether each says that its data is synthetic
   */
  public Pages(Texts texts, boolean demo, Style style) {
    this(texts, demo, style, Optional.empty(), "'none'", "");
  }

  private Pages(
      Texts texts,
      boolean demo,
      Style style,
      Optional<String> banner,
      String framedBy,
      String scripts) {
    this.texts = texts;
    this.demo = demo;
    this.style = style;
    this.banner = banner;
    this.framedBy = framedBy;
    this.scripts = scripts;
  }

  /** The same pages, each saying the words of {@code key} at its top. */
  public Pages under(String key) {
    return new Pages(texts, demo, style, Optional.of(key), framedBy, scripts);
  }

  /** The same pages, which other pages of this server may show in a frame. */
  public Pages framed() {
    return new Pages(texts, demo, style, banner, "'self'", scripts);
  }

  /** The same pages, which pages of anybody may show in a frame. */
  public Pages embeddable() {
    return new Pages(texts, demo, style, banner, "*", scripts);
  }

  /**
   * The same pages with scripts of this server, which may draw pictures, offer them as files and
   * listen to this server.
   */
  public Pages scripted() {
    String sources = "script-src 'self'; connect-src 'self'; img-src blob:; ";
    return new Pages(texts, demo, style, banner, framedBy, sources);
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
    guard(context);
    return html(context, status, render(template, model));
  }

  private Future<Void> html(RoutingContext context, int status, byte[] page) {
    byte[] sent = Precompressed.isWantedBy(context) ? heads.gzip(page) : page;
    return Replies.bytes(context, status, HTML, sent);
  }

  /** The same of a page that differs in one thing only; such as many see are made once. */
  public Future<Void> show(RoutingContext context, int status, FilledPage page) {
    guard(context);
    GappedPage ready = page.common() ? blanks.getIfPresent(page.blank()) : null;
    if (ready == null) {
      GappedPage made = rendered(page);
      if (page.common()) {
        blanks.put(page.blank(), made);
      }
      return html(context, status, made.plain(page.fill()));
    }
    byte[] sent =
        Precompressed.isWantedBy(context) ? ready.gzip(page.fill()) : ready.plain(page.fill());
    return Replies.bytes(context, status, HTML, sent);
  }

  private GappedPage rendered(FilledPage page) {
    return GappedPage.of(render(page.template(), page.blank()));
  }

  /** Sends a page that was rendered before. */
  public Future<Void> show(RoutingContext context, Precompressed page) {
    guard(context);
    return page.send(context, 200, HTML);
  }

  /** The page of {@code model}, the template's only parameter. */
  public byte[] render(String template, Object model) {
    Utf8ByteOutput html = new Utf8ByteOutput();
    engine.render(template, model, html);
    return html.toByteArray();
  }

  private void guard(RoutingContext context) {
    context
        .response()
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src '"
                + style.hash()
                + "'; "
                + scripts
                + "form-action 'self'; base-uri 'none'; frame-ancestors "
                + framedBy)
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Content-Type-Options", "nosniff");
  }

  /** A page that only says something. */
  public Future<Void> show(RoutingContext context, int status, MessagePage page) {
    return show(context, status, MessagePage.TEMPLATE, page);
  }
}
