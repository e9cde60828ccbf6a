package org.saualnama;

import java.time.Instant;
import org.saualnama.authoring.DraftCheck;
import org.saualnama.authoring.PgAuthoring;
import org.saualnama.conversion.Conversion;
import org.saualnama.http.Doors;
import org.saualnama.microdata.MicrodataRoutes;
import org.saualnama.postgres.PgInstallation.Installation;
import org.saualnama.release.PgReleases;
import org.saualnama.studio.AccountsRoutes;
import org.saualnama.studio.AssetRoutes;
import org.saualnama.studio.BringRoutes;
import org.saualnama.studio.DifferenceRoutes;
import org.saualnama.studio.LogRoutes;
import org.saualnama.studio.MicrodataPageRoutes;
import org.saualnama.studio.NewSurveyRoutes;
import org.saualnama.studio.OverviewPage;
import org.saualnama.studio.OverviewRoutes;
import org.saualnama.studio.OwnAccountRoutes;
import org.saualnama.studio.SignInRoutes;
import org.saualnama.studio.StudioPage;
import org.saualnama.studio.StudioRoutes;
import org.saualnama.trial.TrialLinks;

/** The pages of the studio, put together by hand. */
final class StudioDoors {
  private final App app;
  private final Installation installation;
  private final PgAuthoring authoring;
  private final DraftCheck check;

  StudioDoors(App app, Installation installation, PgAuthoring authoring, DraftCheck check) {
    this.app = app;
    this.installation = installation;
    this.authoring = authoring;
    this.check = check;
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
    new StudioRoutes(pages, authoring, app.surveys, app.releases).mount(doors);
    new SignInRoutes(pages, app.studioGate, app.identity.setUp(), app.oidc.any()).mount(doors);
    app.oidc.mount(doors, app, installation.demo());
    new OwnAccountRoutes(pages, app.studioGate, app.identity.keys()).mount(doors);
    new AccountsRoutes(pages, app.identity, app::publicUrl).mount(doors);
    new LogRoutes(pages, app.audit).mount(doors);
    mountSurveys(doors, pages);
    MicrodataRoutes files = new MicrodataRoutes(app.surveys, app.microdata);
    new MicrodataPageRoutes(pages, app.surveys, app.microdata, files).mount(doors);
    new EditorDoors(app).mount(doors, pages);
    new WorkbenchDoors(app, installation.demo()).mount(doors, pages);
  }

  private void mountSurveys(Doors doors, StudioPage pages) {
    OverviewPage overview =
        new OverviewPage(
            pages,
            authoring,
            check,
            app.surveys,
            new PgReleases(app.pool),
            app.weights,
            new TrialLinks(app.secret, Instant::now),
            app::publicUrl);
    new NewSurveyRoutes(pages, authoring, app.texts).mount(doors);
    new BringRoutes(pages, authoring.drafts(), new Conversion(app.texts)).mount(doors);
    new OverviewRoutes(pages, overview, authoring, app.surveys, app.refresh::now).mount(doors);
    new DifferenceRoutes(pages, authoring.versions()).mount(doors);
  }
}
