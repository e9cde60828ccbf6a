package org.saualnama.editor;

/**
 * Something said beside a part of the form.
 *
 * @param problem whether it keeps the survey from being published
 * @param line where it stands in the source; 0 if it is about no line
 */
public record Note(boolean problem, int line, String words, String mend) {}
