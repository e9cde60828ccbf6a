package org.saualnama.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.authoring.Draft;
import org.saualnama.authoring.DraftCheck;
import org.saualnama.authoring.PgAuthoring;
import org.saualnama.authoring.Progress;
import org.saualnama.authoring.Version;
import org.saualnama.disclosure.BreakOffs;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.release.PgReleases;
import org.saualnama.release.Release;
import org.saualnama.survey.Reading;
import org.saualnama.survey.Surveys;
import org.saualnama.trial.Trial;
import org.saualnama.trial.TrialLinks;
import org.saualnama.weighting.PgWeights;
import org.saualnama.weighting.WeighingFailure;

/** Gathers what the page of one survey shows. */
public final class OverviewPage {
  private final StudioPage pages;
  private final PgAuthoring authoring;
  private final DraftCheck check;
  private final Surveys surveys;
  private final PgReleases releases;
  private final PgWeights weights;
  private final TrialLinks links;
  private final Supplier<URI> publicUrl;

  /**
   * Pages of all surveys.
   *
   * @param publicUrl how browsers reach the server; known once it serves
   */
  public OverviewPage(
      StudioPage pages,
      PgAuthoring authoring,
      DraftCheck check,
      Surveys surveys,
      PgReleases releases,
      PgWeights weights,
      TrialLinks links,
      Supplier<URI> publicUrl) {
    this.pages = pages;
    this.authoring = authoring;
    this.check = check;
    this.surveys = surveys;
    this.releases = releases;
    this.weights = weights;
    this.links = links;
    this.publicUrl = publicUrl;
  }

  /** Shows it with what has to be mended, if anything has. */
  Future<Void> show(RoutingContext context, int status, Faults faults) {
    String survey = context.pathParam("survey");
    return draft(survey)
        .compose(
            draft ->
                reading(context, draft)
                    .compose(
                        reading ->
                            Future.all(
                                    authoring.versions().of(survey),
                                    progress(survey),
                                    releases.of(survey),
                                    weights.failures(survey),
                                    breakOffs(survey))
                                .map(
                                    all ->
                                        page(
                                            context,
                                            faults,
                                            draft,
                                            reading,
                                            all.resultAt(0),
                                            all.resultAt(1),
                                            all.resultAt(2),
                                            all.resultAt(3),
                                            all.resultAt(4)))))
        .compose(page -> pages.show(context, status, Overview.TEMPLATE, page));
  }

  private Future<Draft> draft(String survey) {
    return authoring
        .drafts()
        .find(survey)
        .map(
            found ->
                found.orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no such survey.")));
  }

  /** A long definition takes too long for an event loop. */
  Future<Reading> reading(RoutingContext context, Draft draft) {
    return context.vertx().executeBlocking(() -> check.read(draft.definition()), false);
  }

  private Future<Optional<Progress>> progress(String survey) {
    return surveys
        .find(survey)
        .map(found -> authoring.progress().of(found).map(Optional::of))
        .orElse(Future.succeededFuture(Optional.empty()));
  }

  private Future<List<BreakOffs>> breakOffs(String survey) {
    return surveys
        .find(survey)
        .map(found -> authoring.breakOffs().of(found))
        .orElse(Future.succeededFuture(List.of()));
  }

  private Overview page(
      RoutingContext context,
      Faults faults,
      Draft draft,
      Reading reading,
      List<Version> versions,
      Optional<Progress> progress,
      List<Release> past,
      List<WeighingFailure> unweighted,
      List<BreakOffs> breakOffs) {
    String language = pages.language(context);
    String title = Titles.of(reading.source().tree(), language).orElse(draft.survey());
    Frame frame = pages.frame(context, "overview.title", title);
    return new Overview(
        faults.any() ? frame.inError() : frame,
        faults,
        draft.survey(),
        title,
        draft,
        reading.problems(),
        newestFirst(versions),
        progress,
        newestFirst(past),
        unweighted,
        newestFirst(breakOffs),
        trials(draft),
        field -> faults.any() ? StudioPage.typed(context, field) : "");
  }

  private Overview.Trials trials(Draft draft) {
    String preview = trial(Trial.Kind.PREVIEW, draft);
    return new Overview.Trials(
        preview, publicUrl.get().resolve(trial(Trial.Kind.TEST, draft)).toString());
  }

  private String trial(Trial.Kind kind, Draft draft) {
    return links.to(Trial.ofDraft(kind, draft.survey(), draft.revision())).path();
  }

  private static <T> List<T> newestFirst(List<T> oldestFirst) {
    List<T> list = new ArrayList<>(oldestFirst);
    Collections.reverse(list);
    return list;
  }
}
