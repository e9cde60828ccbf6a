package org.saualnama.telemetry;

import java.time.Instant;

/** What a release was busy with, and when. */
public record CutStep(String name, Instant begin, Instant end) {}
