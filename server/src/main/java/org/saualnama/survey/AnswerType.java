package org.saualnama.survey;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a question is answered. */
public enum AnswerType {
  @JsonProperty("single")
  SINGLE,
  @JsonProperty("multiple")
  MULTIPLE,
  @JsonProperty("scale")
  SCALE,
  @JsonProperty("grid")
  GRID,
  @JsonProperty("number")
  NUMBER,
  @JsonProperty("text")
  TEXT
}
