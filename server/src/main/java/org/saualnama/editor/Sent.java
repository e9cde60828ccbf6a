package org.saualnama.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fields that a form of the editor sent. */
record Sent(Map<String, List<String>> fields) {
  Sent {
    // In an order of its own, so that the same form always makes the same edits.
    fields = new TreeMap<>(fields);
  }

  /** Blank where there is none. */
  String one(String name) {
    return find(name).orElse("");
  }

  Optional<String> find(String name) {
    return all(name).stream().findFirst();
  }

  List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** A revision; -1, which no draft has, where there is none. */
  int revision(String name) {
    String digits = one(name);
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
  }

  /** What a button asked for beside saving: a word, and what it is about. */
  List<String> act() {
    return List.of(one("act").split(" ", -1));
  }

  /** The part of the form that was changed: {@code survey}, {@code page:code} or a question. */
  String part() {
    return one("part");
  }

  /** The code of a page if the part is one. */
  Optional<String> page() {
    return part().startsWith("page:")
        ? Optional.of(part().substring("page:".length()))
        : Optional.empty();
  }
}
