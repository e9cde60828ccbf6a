package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.Set;
import org.saualnama.authoring.Draft;
import org.saualnama.authoring.DraftCheck;
import org.saualnama.authoring.PgDrafts;
import org.saualnama.authoring.Recoding;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.texts.Texts;

/** Makes each edit of a draft a revision of its own. */
public final class PgEdits {
  private final Vertx vertx;
  private final PgDrafts drafts;
  private final DraftCheck check;
  private final Texts texts;

  public PgEdits(Vertx vertx, PgDrafts drafts, DraftCheck check, Texts texts) {
    this.vertx = vertx;
    this.drafts = drafts;
    this.check = check;
    this.texts = texts;
  }

  /** The drafts themselves. */
  PgDrafts drafts() {
    return drafts;
  }

  /** The draft of a survey; fails with a {@link Refusal} (not found) if there is none. */
  Future<Draft> draft(String survey) {
    return drafts
        .find(survey)
        .compose(
            found ->
                found
                    .map(Future::succeededFuture)
                    .orElseGet(
                        () ->
                            Future.failedFuture(
                                new Refusal(Reason.NOT_FOUND, "There is no such survey."))));
  }

  /** The draft looked over. */
  Future<Look> look(String definition) {
    return vertx.executeBlocking(() -> Look.of(check.read(definition)), false);
  }

  /** What was there and what is there now. */
  record Change(JsonNode before, JsonNode after, Draft draft) {}

  /**
   * Saves what a form asks for.
   *
   * @param frozen questions that are published, whose codes stay
   * @return fails with a {@link Refusal} if the draft has changed meanwhile, or the edit can't be
   */
  Future<Change> apply(String survey, Sent sent, Set<String> frozen, String who) {
    int expected = sent.revision("revision");
    return draft(survey)
        .compose(
            draft ->
                draft.revision() == expected
                    ? seen(draft, sent)
                        .compose(
                            seen ->
                                vertx.executeBlocking(
                                    () -> edited(draft, seen, sent, frozen), false))
                        .compose(change -> save(change, expected, who))
                    : drafts
                        .replace(survey, draft.definition(), expected, who)
                        .map(same -> new Change(tree(same), tree(same), same)));
  }

  /** What the form was made from, if that is known; else what is there. */
  private Future<String> seen(Draft draft, Sent sent) {
    int revision = sent.revision("seen");
    return revision < 0 || revision == draft.revision()
        ? Future.succeededFuture(draft.definition())
        : drafts.revision(draft.survey(), revision).map(old -> old.orElse(draft.definition()));
  }

  private Change edited(Draft draft, String seen, Sent sent, Set<String> frozen) {
    JsonNode before = tree(draft);
    JsonNode old = DefinitionSource.of("seen", seen).tree();
    ObjectNode after = EditForm.of(old, sent, frozen, texts).applied(before);
    return new Change(before, after, draft);
  }

  /** What changes nothing is no revision: the author's own way of writing it stays. */
  private Future<Change> save(Change change, int expected, String who) {
    if (change.after().equals(change.before())) {
      return Future.succeededFuture(change);
    }
    return drafts
        .replace(change.draft().survey(), DefinitionYaml.text(change.after()), expected, who)
        .map(saved -> new Change(change.before(), change.after(), saved));
  }

  private static JsonNode tree(Draft draft) {
    return DefinitionSource.of("draft", draft.definition()).tree();
  }

  /** Saves a definition as it was typed, whatever it says but for another survey's code. */
  Future<Draft> source(String survey, String text, int expected, String who) {
    String typed = text.replace("\r\n", "\n");
    return vertx
        .executeBlocking(() -> keeping(survey, typed), false)
        .compose(kept -> drafts.replace(survey, kept, expected, who));
  }

  private static String keeping(String survey, String typed) {
    Recoding.keepsCode(survey, typed);
    return typed;
  }

  /** The definition that a revision had, if it is kept. */
  Future<Optional<String>> revision(String survey, int revision) {
    return drafts.revision(survey, revision);
  }
}
