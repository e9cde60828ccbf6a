package org.saualnama;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;
import org.saualnama.audit.PgAudit;
import org.saualnama.authoring.PgDrafts;
import org.saualnama.form.FormRoutes;
import org.saualnama.form.StateSeal;
import org.saualnama.http.Doors;
import org.saualnama.http.Pages;
import org.saualnama.http.Style;
import org.saualnama.poster.PosterRoutes;
import org.saualnama.secret.Secret;
import org.saualnama.submission.PgIntake;
import org.saualnama.submission.Reached;
import org.saualnama.survey.Surveys;
import org.saualnama.survey.TargetFiles;
import org.saualnama.texts.Texts;
import org.saualnama.trial.PgTestBox;
import org.saualnama.trial.PgTrials;
import org.saualnama.trial.TestBoxRoutes;
import org.saualnama.trial.TrialLinkRoutes;
import org.saualnama.trial.TrialLinks;
import org.saualnama.trial.TrialRoutes;

/** The part of {@link App} with the form in it: the real one, trials of it, its link on paper. */
record FormDoors(
    Vertx vertx,
    Config config,
    Pool pool,
    Secret secret,
    Texts texts,
    Surveys surveys,
    PgAudit audit,
    boolean demo,
    Supplier<URI> publicUrl) {

  void mount(Doors doors, PgIntake intake, Reached reached) {
    StateSeal states = new StateSeal(secret, Instant::now);
    Pages form = new Pages(texts, demo, Style.of("base.css", "form.css"));
    new FormRoutes(surveys, intake, reached, states, form, config.leaveUrl()).mount(doors);
    mountTrials(doors, states, form);
    Pages poster = new Pages(texts, demo, Style.of("poster.css"));
    new PosterRoutes(surveys, poster, publicUrl).mount(doors);
  }

  private void mountTrials(Doors doors, StateSeal states, Pages form) {
    TargetFiles targets = TargetFiles.beside(config.surveyDefs().resolve("draft"));
    PgTrials trials = new PgTrials(vertx, surveys, new PgDrafts(pool, audit), targets);
    PgTestBox box = new PgTestBox(pool, audit);
    TrialLinks links = new TrialLinks(secret, Instant::now);
    new TrialRoutes(links, trials, box, states, form).mount(doors);
    new TrialLinkRoutes(trials, links, audit, publicUrl).mount(doors);
    new TestBoxRoutes(box).mount(doors);
  }
}
