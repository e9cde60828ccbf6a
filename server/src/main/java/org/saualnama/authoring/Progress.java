package org.saualnama.authoring;

import java.util.Map;
import java.util.Optional;
import org.saualnama.release.Release;
import org.saualnama.survey.PublishedSurvey;

/**
 * What authors may know of a survey that runs.
 *
 * @param waiting about how many submissions wait in the ballot box
 * @param refused about how many were refused, by kind
 * @param setAside how many releases could not open or understand, and did not count
 * @param last the newest release
 */
public record Progress(
    PublishedSurvey survey,
    Roughly waiting,
    Map<String, Roughly> refused,
    int setAside,
    Optional<Release> last,
    NextRelease next) {}
