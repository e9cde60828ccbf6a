package org.saualnama.survey;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An answer that earlier answers already give, so that the question is not asked. */
public record SetIf(String code, @JsonProperty("if") Condition condition) {}
