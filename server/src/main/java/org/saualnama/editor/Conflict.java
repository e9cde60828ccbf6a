package org.saualnama.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saualnama.authoring.Draft;
import org.saualnama.refusal.Refusal.Problem;
import org.saualnama.studio.Frame;

/**
 * Somebody else saved meanwhile: what they changed, and the author's own change, to keep either.
 *
 * @param action where the change was sent
 * @param now the draft as it is
 * @param changes what is different from what the author saw
 */
public record Conflict(Frame frame, String action, Draft now, Sent sent, List<Problem> changes) {
  static final String TEMPLATE = "editor/conflict.jte";
  static final String PAGE = "editor/conflictpage.jte";

  /** A field of the author's own change. */
  public record Field(String name, String value) {}

  /** All of them, on the newest revision, and told which one the author saw. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    String seen = sent.find("seen").orElse(sent.one("revision"));
    fields.add(new Field("revision", "" + now.revision()));
    fields.add(new Field("seen", seen));
    for (Map.Entry<String, List<String>> entry : sent.fields().entrySet()) {
      if (!List.of("revision", "seen", "csrf").contains(entry.getKey())) {
        entry.getValue().forEach(value -> fields.add(new Field(entry.getKey(), value)));
      }
    }
    return fields;
  }

  public String say(String key, Object... values) {
    return frame.say("edit." + key, values);
  }
}
