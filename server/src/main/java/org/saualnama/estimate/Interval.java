package org.saualnama.estimate;

/** A confidence interval of a share, within 0 and 1. */
public record Interval(double lower, double upper) {}
