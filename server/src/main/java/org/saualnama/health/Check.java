package org.saualnama.health;

import java.util.Map;
import org.saualnama.json.Json;

/**
 * One thing that a node needs to be of use.
 *
 * @param detail what is wrong, in words that say nothing of the inside; null for nothing
 */
record Check(String name, String detail) {
  static Check of(String name, boolean holds, String otherwise) {
    return new Check(name, holds ? null : otherwise);
  }

  boolean holds() {
    return detail == null;
  }

  Map<String, Object> view() {
    return holds()
        ? Json.object("check", name, "holds", true)
        : Json.object("check", name, "holds", false, "detail", detail);
  }
}
