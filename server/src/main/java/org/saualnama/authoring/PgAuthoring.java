package org.saualnama.authoring;

import io.vertx.sqlclient.Pool;
import java.util.function.UnaryOperator;
import org.saualnama.audit.PgAudit;
import org.saualnama.disclosure.PgBreakOffs;
import org.saualnama.submission.PgRefused;
import org.saualnama.survey.ReleasePolicy;

/** All that authors can do, for the API and the studio alike. */
public record PgAuthoring(
    PgDrafts drafts,
    PgVersions versions,
    PgRunning running,
    PgProgress progress,
    PgBreakOffs breakOffs) {

  /**
   * On one database.
   *
   * @param pacing the policy that releases follow for the one a survey asks for
   */
  public static PgAuthoring of(
      Pool pool,
      PgAudit audit,
      PgRefused refused,
      PgBreakOffs breakOffs,
      UnaryOperator<ReleasePolicy> pacing) {
    return new PgAuthoring(
        new PgDrafts(pool, audit),
        new PgVersions(pool, audit),
        new PgRunning(pool, audit),
        new PgProgress(pool, refused, pacing),
        breakOffs);
  }
}
