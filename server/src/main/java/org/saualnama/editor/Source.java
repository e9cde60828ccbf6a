package org.saualnama.editor;

import java.util.List;
import org.saualnama.authoring.Draft;
import org.saualnama.studio.Frame;

/**
 * A draft as it is written, line by line, with what is wrong beside its line.
 *
 * @param text what stands in the field: the draft, or what was typed and could not be saved
 */
public record Source(Frame frame, Draft draft, String text, List<Note> notes) {
  static final String TEMPLATE = "editor/source.jte";

  /** One line, and what is wrong with it. */
  public record Line(int number, String text, List<Note> notes) {}

  public String say(String key, Object... values) {
    return frame.say("edit." + key, values);
  }

  public String edit() {
    return Sheet.address(draft.survey());
  }

  /** Where a survey's source is. */
  public static String address(String survey) {
    return "/studio/surveys/" + survey + "/yaml";
  }

  public String address() {
    return address(draft.survey());
  }

  /** Only the lines that something is wrong with. */
  public List<Line> wrong() {
    List<String> lines = text.lines().toList();
    return notes.stream()
        .map(Note::line)
        .distinct()
        .sorted()
        .map(n -> new Line(n, n > 0 && n <= lines.size() ? lines.get(n - 1) : "", at(n)))
        .toList();
  }

  private List<Note> at(int line) {
    return notes.stream().filter(note -> note.line() == line).toList();
  }
}
