package org.saualnama.bundle;

import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.release.PgReleases;
import org.saualnama.secret.Digest;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.Surveys;

/**
 * {@code GET /api/v1/surveys/{survey}/releases/{release}/bundle}, and the key that it is signed by.
 */
public final class BundleRoutes {
  private final Surveys surveys;
  private final PgBundles bundles;
  private final String epoch;

  /**
   * Hands out what {@code bundles} makes.
   *
   * @param epoch of the installation: sets its ETags apart from those of a restored backup
   */
  public BundleRoutes(Surveys surveys, PgBundles bundles, String epoch) {
    this.surveys = surveys;
    this.bundles = bundles;
    this.epoch = epoch;
  }

  public void mount(Doors doors) {
    doors.published("/api/v1/surveys/:survey/releases/:release/bundle").handler(this::get);
    doors.published("/api/v1/release-key.pem").handler(this::key);
  }

  private void get(RoutingContext context) {
    PublishedSurvey published = SurveyRoutes.survey(context, surveys);
    int number = PgReleases.number(context.pathParam("release"));
    Replies.answer(
        context,
        bundles
            .of(published, number, Replies.notice(context))
            .compose(
                bundle -> {
                  String hash = HexFormat.of().formatHex(Digest.sha256(bundle), 0, 8);
                  context
                      .response()
                      .putHeader("ETag", "\"%s.%d.%s\"".formatted(epoch, number, hash))
                      .putHeader("Cache-Control", "public, max-age=3600")
                      // It is compressed as it is.
                      .putHeader("Content-Encoding", "identity")
                      .putHeader(
                          "Content-Disposition",
                          "attachment; filename=\"%s-release-%d.zip\""
                              .formatted(published.latest().code(), number));
                  return context.isFresh()
                      ? context.response().setStatusCode(304).end()
                      : Replies.bytes(context, 200, "application/zip", bundle);
                }));
  }

  private void key(RoutingContext context) {
    context.response().putHeader("Cache-Control", "public, max-age=3600");
    Replies.answer(
        context, Replies.bytes(context, 200, "application/x-pem-file", bundles.publicKey()));
  }
}
