package org.saualnama.survey;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The surveys this node serves: one reference, swapped whole when the database has news. */
public final class Surveys {
  private volatile Map<String, PublishedSurvey> byCode = Map.of();

  /** All surveys by code. */
  public Map<String, PublishedSurvey> all() {
    return byCode;
  }

  public Optional<PublishedSurvey> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  public void replace(Map<String, PublishedSurvey> surveys) {
    byCode = new TreeMap<>(surveys);
  }
}
