package org.saualnama.authoring;

import io.vertx.core.Future;
import java.util.function.Supplier;
import org.saualnama.http.Doors;
import org.saualnama.survey.Surveys;

/** The API of authors. */
public final class AuthoringRoutes {
  private final PgAuthoring authoring;
  private final DraftCheck check;
  private final Surveys surveys;
  private final Supplier<Future<Void>> refresh;

  /**
   * Routes of all surveys.
   *
   * @param refresh makes this node see at once what has changed
   */
  public AuthoringRoutes(
      PgAuthoring authoring, DraftCheck check, Surveys surveys, Supplier<Future<Void>> refresh) {
    this.authoring = authoring;
    this.check = check;
    this.surveys = surveys;
    this.refresh = refresh;
  }

  public void mount(Doors doors) {
    PgDrafts drafts = authoring.drafts();
    new DefinitionRoutes(check).mount(doors);
    new DraftRoutes(drafts).mount(doors);
    new OwnDraftsRoutes(drafts).mount(doors);
    new VersionRoutes(drafts, authoring.versions(), check, refresh).mount(doors);
    new RunningRoutes(surveys, authoring.running(), authoring.progress(), refresh).mount(doors);
    new BreakOffRoutes(surveys, authoring.breakOffs()).mount(doors);
  }
}
