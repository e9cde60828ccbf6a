package org.saualnama.survey;

/** One answer to choose, or one row of a grid: a language-neutral code and its words. */
public record Option(String code, Text text) {}
