package org.saualnama.conversion;

import java.util.Locale;

/** What can happen to a part of a questionnaire that a definition has no place for. */
public enum Loss {
  CONDITION_LEFT_OUT,
  CONSTRAINT_LEFT_OUT,
  CORE_CHOSEN,
  LANGUAGE_ASSUMED,
  LANGUAGE_LEFT_OUT,
  LANGUAGE_REPLACED,
  LEFT_OUT,
  MARKUP_REMOVED,
  MORE,
  NOT_KEPT,
  NOTE_LEFT_OUT,
  NOTE_MOVED,
  PAGE_SPLIT,
  PART_LEFT_OUT,
  PIPING,
  RENAMED,
  REPEAT,
  SHORTENED,
  TEXT_MISSING,
  TYPE_CHANGED;

  /** As it is written in the API, and the key of its words. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
