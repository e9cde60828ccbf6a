package org.saualnama.studio;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.http.Style;

/** {@code /studio/assets}: the studio's style and its two scripts, all from this server. */
public final class AssetRoutes {
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private final Asset style =
      Asset.of(
          "studio",
          "css",
          "text/css; charset=utf-8",
          Style.of("base.css", "studio.css", "editor.css").css().getBytes(StandardCharsets.UTF_8));
  private final Asset htmx = Asset.of("htmx", "js", SCRIPT, resource(HTMX));
  private final Asset script = Asset.of("studio", "js", SCRIPT, resource("studio.js"));

  public void mount(Doors doors) {
    for (Asset asset : List.of(style, htmx, script)) {
      doors.get(asset.path(), Access.ANYBODY).handler(context -> send(context, asset));
    }
  }

  /** Where pages find them. */
  Frame.Assets paths() {
    return new Frame.Assets(style.path(), htmx.path(), script.path());
  }

  private static void send(RoutingContext context, Asset asset) {
    context.response().putHeader("Cache-Control", "public, max-age=31536000, immutable");
    Replies.bytes(context, 200, asset.type(), asset.bytes()).onFailure(context::fail);
  }

  private static byte[] resource(String name) {
    try (InputStream in = AssetRoutes.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
