package org.saualnama;

import java.time.Instant;
import org.saualnama.authoring.DraftCheck;
import org.saualnama.authoring.PgDrafts;
import org.saualnama.editor.EditorRoutes;
import org.saualnama.editor.HintRoutes;
import org.saualnama.editor.PgEdits;
import org.saualnama.editor.SourceRoutes;
import org.saualnama.http.Doors;
import org.saualnama.studio.StudioPage;
import org.saualnama.survey.TargetFiles;
import org.saualnama.trial.TrialLinks;

/** The part of {@link App} in which questionnaires are written: as a form, and as their source. */
record EditorDoors(App app) {

  void mount(Doors doors, StudioPage studio) {
    DraftCheck check = new DraftCheck(TargetFiles.beside(app.config.surveyDefs().resolve("draft")));
    PgEdits edits = new PgEdits(app.vertx, new PgDrafts(app.pool, app.audit), check, app.texts);
    new EditorRoutes(studio, edits, app.surveys, new TrialLinks(app.secret, Instant::now))
        .mount(doors);
    new SourceRoutes(studio, edits).mount(doors);
    new HintRoutes(app.texts).mount(doors);
  }
}
