package org.saualnama.survey;

/**
 * One thing that is wrong with a definition, where it stands and what to do about it.
 *
 * @param file the name of the file
 * @param line the line in it, counted from 1
 * @param message what is wrong, naming the field
 * @param mend how to mend it
 */
public record DefinitionProblem(String file, int line, String message, String mend) {

  /** As compilers print it, so that editors can jump there. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + message + ": " + mend;
  }
}
