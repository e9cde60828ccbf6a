package org.saualnama.authoring;

import org.saualnama.survey.Text;

/**
 * A definition to start from.
 *
 * @param code its name in addresses, and the survey's code until another is given
 */
public record Template(String code, Text title, String definition) {}
