package org.saualnama.release;

import java.time.LocalDate;
import org.saualnama.survey.Text;

/**
 * What turned out to be wrong with a release, which itself never changes.
 *
 * @param day when it was added
 */
public record Erratum(LocalDate day, Text text) {}
