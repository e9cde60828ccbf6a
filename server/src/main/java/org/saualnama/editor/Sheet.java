package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saualnama.authoring.Draft;
import org.saualnama.studio.Frame;

/**
 * A draft as the form view shows it.
 *
 * @param frozen the questions of the published version, whose codes stay
 * @param at the part that is open: a question, {@code page:code} or {@code survey}
 * @param focus the id of what has just been made, to go on there; null for nothing
 * @param preview where the real form can be seen
 */
public record Sheet(
    Frame frame,
    Draft draft,
    Look look,
    Notes notes,
    Set<String> frozen,
    String at,
    String focus,
    String preview) {

  static final String TEMPLATE = "editor/editor.jte";

  /** Where the survey's editor is. */
  public static String address(String survey) {
    return "/studio/surveys/" + survey + "/edit";
  }

  public String address() {
    return address(draft.survey());
  }

  public String say(String key, Object... values) {
    return frame.say("edit." + key, values);
  }

  JsonNode tree() {
    return look.tree();
  }

  /** The survey's languages; while it has none, the reader's own. */
  public List<String> languages() {
    List<String> languages = new ArrayList<>(Parts.strings(tree().path("languages")));
    languages.retainAll(frame.languages());
    return languages.isEmpty() ? List.of(frame.language()) : languages;
  }

  /** In which a survey's first words are written. */
  public String first() {
    return languages().get(0);
  }

  public String title() {
    return Choices.in(tree().path("title"), frame.language(), draft.survey());
  }

  public List<PageSheet> pages() {
    List<PageSheet> pages = new ArrayList<>();
    int number = 1;
    for (JsonNode page : tree().path("pages")) {
      PageSheet sheet = new PageSheet(this, page, pages.size() + 1, number);
      number += sheet.questions().size();
      pages.add(sheet);
    }
    return pages;
  }

  public List<QuestionSheet> questions() {
    return pages().stream().flatMap(page -> page.questions().stream()).toList();
  }

  public SurveySheet survey() {
    return new SurveySheet(this);
  }

  public List<String> types() {
    return TypeEdit.TYPES;
  }

  public long problems() {
    return notes.problems();
  }

  public long hints() {
    return notes.hints();
  }

  /** How many texts are missing, by language, in the whole definition. */
  public Map<String, Integer> missing() {
    return Missing.in(tree(), languages());
  }

  /** What focus goes to: null, which a template leaves out, for all else. */
  public String focus(String id) {
    return id.equals(focus) ? "" : null;
  }

  Optional<Parts.Spot> question(String code) {
    return Parts.find(tree(), code);
  }
}
