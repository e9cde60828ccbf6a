package org.saualnama;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.saualnama.analysis.PgAnalysis;
import org.saualnama.audit.PgAudit;
import org.saualnama.bundle.PgBundles;
import org.saualnama.disclosure.PgBreakOffs;
import org.saualnama.disclosure.PgPastReleases;
import org.saualnama.disclosure.PgRefresh;
import org.saualnama.disclosure.PgRows;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.disclosure.ReleaseStreamRoutes;
import org.saualnama.http.Doors;
import org.saualnama.http.HttpVerticle;
import org.saualnama.http.Limits;
import org.saualnama.http.RateLimit;
import org.saualnama.identity.FrontGate;
import org.saualnama.identity.PgIdentity;
import org.saualnama.identity.PgSetUp;
import org.saualnama.identity.StudioGate;
import org.saualnama.imports.PgImports;
import org.saualnama.microdata.PgMicrodata;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.PgInstallation;
import org.saualnama.postgres.PgInstallation.Installation;
import org.saualnama.postgres.PgListener;
import org.saualnama.postgres.PgNews;
import org.saualnama.postgres.PgServerCheck;
import org.saualnama.postgres.Pools;
import org.saualnama.release.PgReleaseCut;
import org.saualnama.release.PgReleases;
import org.saualnama.release.ReleaseVerticle;
import org.saualnama.secret.Secret;
import org.saualnama.submission.BallotSeal;
import org.saualnama.submission.PgRefused;
import org.saualnama.submission.Reached;
import org.saualnama.submission.Refused;
import org.saualnama.survey.PgDefinitions;
import org.saualnama.survey.PgSurveys;
import org.saualnama.survey.Reading;
import org.saualnama.survey.Surveys;
import org.saualnama.texts.Texts;
import org.saualnama.weighting.PgWeights;
import org.saualnama.work.Turns;

/** One node, wired by hand on a migrated database. */
public final class App {
  private static final int MOST_LISTENERS = 20_000;

  /** In a minute from one address, behind which may be an office. */
  private static final int SIGN_INS = 120;

  final Config config;
  final Telemetry telemetry;
  final Vertx vertx;
  private final DatabaseUrl database;
  final Secret secret;
  private final Pace pace;
  final Pool pool;
  final Pool intakePool;
  final Pool healthPool;
  final Texts texts = new Texts();
  private final Limits limits;
  final Surveys surveys = new Surveys();
  final PublishedReleases releases = new PublishedReleases();
  final ReleaseStreamRoutes releaseStream;
  final PgAudit audit;
  final PgAnalysis analyses;
  final PgMicrodata microdata;
  final Refused refused = new Refused();
  final PgRefused pgRefused;
  final PgImports imports;
  final Reached reached = new Reached();
  final PgBreakOffs breakOffs;
  final PgIdentity identity;
  final StudioGate studioGate;
  final OidcDoors oidc;
  private final PgSurveys pgSurveys;
  final PgWeights weights;
  private final PgRows rows;
  final PgPastReleases past;
  final PgBundles bundles;
  final PgRefresh refresh;
  private final Servers servers;

  public App(Config config, DatabaseUrl database, Secret secret) {
    this(config, database, secret, Pace.of(config));
  }

  App(Config config, DatabaseUrl database, Secret secret, Pace pace) {
    this.pace = pace;
    this.config = config;
    this.telemetry = new Telemetry(config.operation());
    this.vertx = telemetry.vertx();
    this.servers = new Servers(vertx, telemetry.traffic());
    this.releaseStream = new ReleaseStreamRoutes(vertx, surveys, releases, MOST_LISTENERS);
    this.database = database;
    this.secret = secret;
    this.limits = Limits.of(config.readsPerMinute(), SIGN_INS, System::nanoTime);
    this.pool = Pools.open(vertx, database);
    this.intakePool = Pools.openForIntake(vertx, database);
    this.healthPool = Pools.openForHealth(vertx, database);
    this.audit = new PgAudit(pool, secret);
    this.analyses = new PgAnalysis(vertx, pool, audit);
    this.microdata = new PgMicrodata(vertx, pool, audit, texts);
    this.imports = new PgImports(pool, audit);
    this.identity = PgIdentity.of(vertx, pool, secret, audit, this::publicUrl);
    this.studioGate = new StudioGate(identity, secret, this::publicUrl);
    this.pgRefused = new PgRefused(pool, refused);
    this.oidc = new OidcDoors(vertx, config, identity);
    this.pgSurveys = new PgSurveys(pool);
    this.weights = new PgWeights(pool);
    this.rows = new PgRows(pool, releases, secret);
    this.past = new PgPastReleases(releases, new PgReleases(pool), rows, new Turns());
    this.bundles = new PgBundles(vertx, new PgReleases(pool), rows, weights, secret, texts);
    this.breakOffs = new PgBreakOffs(pool, reached, releases);
    this.refresh = new PgRefresh(pgSurveys, surveys, rows, breakOffs);
  }

  /**
   * Serves once it succeeds.
   *
   * @param definitions to publish first
   */
  public Future<App> start(CompletionStage<List<Reading>> definitions) {
    return PgServerCheck.run(pool)
        .compose(fine -> PgInstallation.join(pool, secret, config.isDemo()))
        .compose(
            installation ->
                identity
                    .signingKeys()
                    .prepare()
                    .compose(ready -> Future.fromCompletionStage(definitions))
                    .compose(new PgDefinitions(pgSurveys)::publish)
                    .compose(published -> refresh.now())
                    .compose(current -> serve(installation)))
        .map(this);
  }

  private Future<Void> serve(Installation installation) {
    Optional<String> notice =
        installation.demo() ? Optional.of("synthetic demonstration data") : Optional.empty();
    BallotSeal seal = new BallotSeal(secret);
    PgReleaseCut cut =
        new PgReleaseCut(
            pool, seal, telemetry.publishing(weights, rows), audit, Pace.ofReleases(installation));
    PgListener.listen(vertx, database, PgNews.CHANNEL, refresh::quietly);
    refresh.poll(vertx, pace.pollMillis());
    pgRefused.flush(vertx, pace.pollMillis());
    vertx.setPeriodic(RateLimit.WINDOW.toMillis(), timer -> limits.forget());
    return vertx
        .deployVerticle(
            new ReleaseVerticle(surveys, pgSurveys, cut, pace.lookMillis(), telemetry),
            new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER))
        .compose(deployed -> telemetry.listen(this))
        .compose(told -> listen(installation, notice, seal));
  }

  private Future<Void> listen(Installation installation, Optional<String> notice, BallotSeal seal) {
    return servers.listen(
        () ->
            new HttpVerticle(
                config.bind(),
                config.port(),
                notice,
                new FrontGate(identity, studioGate, oidc::caller),
                limits,
                telemetry.traffic(),
                config.doorway(),
                doors -> mount(doors, installation, seal)));
  }

  /** All routes of the node. */
  void mount(Doors doors, Installation installation, BallotSeal seal) {
    new Mounts(this, installation).mount(doors, seal);
  }

  /** Where it serves. */
  public int port() {
    return servers.port();
  }

  /** How browsers and programs reach it. */
  public URI publicUrl() {
    return config.publicUrl(port());
  }

  /** Where the first admin sets a name and a password, while nobody can sign in. */
  public Future<Optional<URI>> setUpLink() {
    return identity
        .setUp()
        .forFirstAdmin()
        .map(token -> token.map(text -> PgSetUp.link(publicUrl(), text)));
  }

  /** Who may sign in, and how. */
  public PgIdentity identity() {
    return identity;
  }

  /** Who did what. */
  public PgAudit audit() {
    return audit;
  }

  /** Who takes single responses away. */
  public PgMicrodata microdata() {
    return microdata;
  }

  /** Before the studio. */
  public StudioGate studioGate() {
    return studioGate;
  }

  /** The surveys it serves. */
  public Surveys surveys() {
    return surveys;
  }

  /** Stops in order: no new connections, an answer to whoever waits for one, and no longer. */
  public Future<Void> drain() {
    releaseStream.end();
    return servers
        .leave()
        .eventually(() -> pgRefused.flush().timeout(1, TimeUnit.SECONDS))
        .eventually(this::stop);
  }

  public Future<Void> stop() {
    return vertx.close().onComplete(closed -> telemetry.close());
  }
}
