package org.saualnama.studio;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.saualnama.http.Asset;
import org.saualnama.http.Doors;
import org.saualnama.http.Style;

/** {@code /studio/assets}: the studio's style and its two scripts, all from this server. */
public final class AssetRoutes {
  private static final String FOLDER = "/studio/assets";
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  private static final Asset STYLE =
      Asset.of(
          FOLDER,
          "studio",
          "css",
          "text/css; charset=utf-8",
          Style.of("base.css", "studio.css", "editor.css").css().getBytes(StandardCharsets.UTF_8));
  private static final Asset HTMX_SCRIPT = script("htmx", HTMX);
  private static final Asset SCRIPT = script("studio", "studio.js");

  private static Asset script(String name, String resource) {
    byte[] bytes = Asset.resource(AssetRoutes.class, resource);
    return Asset.of(FOLDER, name, "js", Asset.SCRIPT, bytes);
  }

  public void mount(Doors doors) {
    List.of(STYLE, HTMX_SCRIPT, SCRIPT).forEach(asset -> asset.mount(doors));
  }

  /** Where pages find them. */
  Frame.Assets paths() {
    return new Frame.Assets(STYLE.path(), HTMX_SCRIPT.path(), SCRIPT.path());
  }
}
