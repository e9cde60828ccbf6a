package org.saualnama;

import org.saualnama.http.Doors;
import org.saualnama.http.Pages;
import org.saualnama.http.Style;
import org.saualnama.studio.StudioPage;
import org.saualnama.workbench.DeskRoutes;
import org.saualnama.workbench.PgLooks;
import org.saualnama.workbench.PgSavedViews;
import org.saualnama.workbench.WorkbenchRoutes;

/** The part of {@link App} at which analysts work, before and behind the studio's door. */
record WorkbenchDoors(App app, boolean demo) {

  void mount(Doors doors, StudioPage studio) {
    PgLooks looks = new PgLooks(app.past, app.analyses);
    Pages pages = new Pages(app.texts, demo, Style.of("base.css", "results.css", "workbench.css"));
    WorkbenchRoutes bench =
        new WorkbenchRoutes(app.surveys, app.releases, looks, pages, app::publicUrl);
    bench.mount(doors);
    new DeskRoutes(
            app.surveys,
            looks,
            new PgSavedViews(app.pool),
            bench,
            pages,
            studio,
            app.secret,
            app.studioGate::csrf)
        .mount(doors);
  }
}
