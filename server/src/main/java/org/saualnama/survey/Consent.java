package org.saualnama.survey;

/** What a respondent agrees to before the first question. */
public record Consent(Text text, Text agree, Text decline) {}
