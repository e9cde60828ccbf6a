package org.saualnama.survey;

/** What the author asks of disclosure control beyond its floors. */
public record Disclosure(Integer minBase) {}
