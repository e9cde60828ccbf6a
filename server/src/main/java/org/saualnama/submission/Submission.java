package org.saualnama.submission;

import org.saualnama.survey.SurveyVersion;

/** What a respondent sent, checked: every rule of the version holds for it. */
public record Submission(
    SurveyVersion version, String language, Collector collector, Answers answers, Shown shown) {}
