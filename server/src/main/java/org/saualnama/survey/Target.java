package org.saualnama.survey;

/**
 * A category's share of the population, from an official source.
 *
 * @param category its code; in a cross margin the codes joined by ':'
 * @param share of the population, 0 to 1
 * @param computed "no" if the source prints the share, else "yes" or "yes: " and how it was made
 * @param referenceDate the day, month or year it holds for, ISO 8601
 * @param source where it comes from
 */
public record Target(
    String category, double share, String computed, String referenceDate, String source) {}
