package org.saualnama.studio;

import java.util.List;
import org.saualnama.conversion.ConversionNote;

/**
 * A draft made of a questionnaire from elsewhere, with the report of what was lost.
 *
 * @param survey its code
 */
public record Brought(Frame frame, String survey, List<ConversionNote> notes) {
  static final String TEMPLATE = "studio/brought.jte";

  public Brought {
    notes = List.copyOf(notes);
  }
}
