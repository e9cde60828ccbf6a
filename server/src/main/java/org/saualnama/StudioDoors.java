package org.saualnama;

import org.saualnama.http.Doors;
import org.saualnama.postgres.PgInstallation.Installation;
import org.saualnama.studio.AccountsRoutes;
import org.saualnama.studio.AssetRoutes;
import org.saualnama.studio.LogRoutes;
import org.saualnama.studio.OwnAccountRoutes;
import org.saualnama.studio.SignInRoutes;
import org.saualnama.studio.StudioPage;
import org.saualnama.studio.StudioRoutes;

/** The pages of the studio, put together by hand. */
final class StudioDoors {
  private final App app;
  private final Installation installation;

  StudioDoors(App app, Installation installation) {
    this.app = app;
    this.installation = installation;
  }

  /** All of them. */
  void mount(Doors doors) {
    AssetRoutes assets = new AssetRoutes();
    assets.mount(doors);
    StudioPage pages =
        new StudioPage(
            app.texts,
            installation.demo(),
            assets,
            context -> Doors.caller(context) == null ? "" : app.studioGate.csrf(context));
    new StudioRoutes(pages).mount(doors);
    new SignInRoutes(pages, app.studioGate, app.identity.setUp()).mount(doors);
    new OwnAccountRoutes(pages, app.studioGate, app.identity.keys()).mount(doors);
    new AccountsRoutes(pages, app.identity, app::publicUrl).mount(doors);
    new LogRoutes(pages, app.audit).mount(doors);
    new EditorDoors(app).mount(doors, pages);
  }
}
