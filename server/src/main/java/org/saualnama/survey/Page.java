package org.saualnama.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Questions shown together. */
public record Page(@JsonProperty("page") String code, Text title, List<Question> questions) {
  public Page {
    questions = List.copyOf(questions);
  }

  /** Whether there is no way back once it is answered. */
  public boolean locks() {
    return questions.stream().anyMatch(Question::lock);
  }

  /** Whether something is asked here whatever was answered before. */
  boolean isForAll() {
    return questions.stream().anyMatch(Question::isForAll);
  }

  /** Whether an answer here can end the form. */
  boolean screensOut() {
    return questions.stream().anyMatch(question -> !question.screenOut().isEmpty());
  }
}
