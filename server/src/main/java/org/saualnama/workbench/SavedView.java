package org.saualnama.workbench;

/**
 * A view somebody keeps under a name of their own.
 *
 * @param query as the page's address has it
 * @param exact whether it looks through the exact door
 */
public record SavedView(String name, String query, boolean exact) {
  static final int LONGEST_NAME = 80;

  /** Whether a name has something to see and nothing that is unseen, and fits. */
  static boolean isName(String name) {
    return !name.isBlank()
        && name.codePointCount(0, name.length()) <= LONGEST_NAME
        && name.codePoints()
            .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }
}
