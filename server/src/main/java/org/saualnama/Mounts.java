package org.saualnama;

import org.saualnama.analysis.AnalysisRoutes;
import org.saualnama.analysis.ConfigRoutes;
import org.saualnama.audit.AuditRoutes;
import org.saualnama.authoring.AuthoringRoutes;
import org.saualnama.authoring.DraftCheck;
import org.saualnama.authoring.PgAuthoring;
import org.saualnama.breakdown.BreakdownRoutes;
import org.saualnama.bundle.BundleRoutes;
import org.saualnama.conversion.Conversion;
import org.saualnama.conversion.ConversionRoutes;
import org.saualnama.disclosure.ReleaseRoutes;
import org.saualnama.disclosure.WeightingRoutes;
import org.saualnama.health.HealthRoutes;
import org.saualnama.health.PgSchema;
import org.saualnama.http.Doors;
import org.saualnama.http.OpenApiRoutes;
import org.saualnama.http.Pages;
import org.saualnama.http.Style;
import org.saualnama.identity.AccountRoutes;
import org.saualnama.identity.JwksRoutes;
import org.saualnama.identity.MeRoutes;
import org.saualnama.identity.SessionRoutes;
import org.saualnama.imports.ImportRoutes;
import org.saualnama.manual.ManualRoutes;
import org.saualnama.microdata.MicrodataRoutes;
import org.saualnama.postgres.Migrations;
import org.saualnama.postgres.PgInstallation.Installation;
import org.saualnama.release.PgReleases;
import org.saualnama.results.HomeRoutes;
import org.saualnama.results.ResultsRoutes;
import org.saualnama.submission.BallotSeal;
import org.saualnama.submission.PgBallotBox;
import org.saualnama.submission.PgIntake;
import org.saualnama.submission.Receipt;
import org.saualnama.submission.SubmissionRoutes;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.TargetFiles;
import org.saualnama.tables.TableRoutes;
import org.saualnama.weighting.ExactWeightingRoutes;
import org.saualnama.work.Workroom;

/** The routes of one event loop, put together by hand. */
final class Mounts {
  private static final int QUEUE = 5_000;

  /** For a workbook or a page: each is made within a tenth of a second. */
  private static final int MOST_WAITING = 30;

  private final App app;
  private final Installation installation;
  private final Workroom workbooks;
  private final Workroom renderings;

  Mounts(App app, Installation installation) {
    this.app = app;
    this.installation = installation;
    this.workbooks = new Workroom(app.vertx, "workbooks", 1, MOST_WAITING);
    this.renderings = new Workroom(app.vertx, "renderings", 1, MOST_WAITING);
  }

  /** All of them. */
  void mount(Doors doors, BallotSeal seal) {
    app.telemetry.watchLoop(app.vertx);
    PgIntake intake =
        new PgIntake(
            new PgBallotBox(app.intakePool, QUEUE, app.telemetry),
            new Receipt.Maker(app.secret),
            seal,
            app.refused);
    // The router tries one route after the other: those that crowds come to are the first.
    mountForm(doors, intake);
    new SubmissionRoutes(app.surveys, intake).mount(doors);
    new BreakdownRoutes(
            app.surveys,
            app.releases,
            app.past,
            installation.epoch(),
            app.texts,
            app::publicUrl,
            workbooks)
        .mount(doors);
    PgSchema schema = new PgSchema(app.healthPool, System::nanoTime);
    new HealthRoutes(schema, Migrations.newest(), app.refresh::age, app.telemetry.traffic())
        .mount(doors);
    new SurveyRoutes(app.surveys).mount(doors);
    new ImportRoutes(app.surveys, app.imports, seal, app.secret).mount(doors);
    new ReleaseRoutes(app.surveys, new PgReleases(app.pool)).mount(doors);
    app.releaseStream.mount(doors);
    new WeightingRoutes(app.surveys, new PgReleases(app.pool), app.weights).mount(doors);
    new ExactWeightingRoutes(app.surveys, app.weights, app.audit).mount(doors);
    new TableRoutes(
            app.surveys,
            app.releases,
            app.texts,
            app::publicUrl,
            app.config.readsPerMinute(),
            workbooks)
        .mount(doors);
    new BundleRoutes(app.surveys, app.bundles, installation.epoch()).mount(doors);
    new AnalysisRoutes(app.surveys, app.analyses, app.texts).mount(doors);
    new MicrodataRoutes(app.surveys, app.microdata).mount(doors);
    new ConfigRoutes().mount(doors);
    new OpenApiRoutes().mount(doors);
    Style plain = Style.of("base.css", "manual.css");
    new ManualRoutes(new Pages(app.texts, installation.demo(), plain), app::publicUrl).mount(doors);
    new AuditRoutes(app.audit).mount(doors);
    new SessionRoutes(app.identity).mount(doors);
    new MeRoutes(app.identity).mount(doors);
    new AccountRoutes(app.identity, app::publicUrl).mount(doors);
    new JwksRoutes(app.identity.signingKeys()).mount(doors);
    Style look = Style.of("base.css", "results.css");
    Pages results = new Pages(app.texts, installation.demo(), look);
    new HomeRoutes(app.surveys, results).mount(doors);
    new ResultsRoutes(app.surveys, app.releases, app.past, results, app::publicUrl, renderings)
        .mount(doors);
    mountAuthoring(doors);
  }

  private void mountForm(Doors doors, PgIntake intake) {
    new FormDoors(
            app.vertx,
            app.config,
            app.pool,
            app.secret,
            app.texts,
            app.surveys,
            app.audit,
            installation.demo(),
            app::publicUrl)
        .mount(doors, intake, app.reached);
  }

  private void mountAuthoring(Doors doors) {
    DraftCheck check =
        new DraftCheck(TargetFiles.beside(app.config.surveyDefs().resolve("definition.yaml")));
    PgAuthoring authoring =
        PgAuthoring.of(
            app.pool, app.audit, app.pgRefused, app.breakOffs, Pace.ofReleases(installation));
    new AuthoringRoutes(authoring, check, app.surveys, app.refresh::now).mount(doors);
    new ConversionRoutes(new Conversion(app.texts), check, app.texts).mount(doors);
    new StudioDoors(app, installation, authoring, check).mount(doors);
  }
}
