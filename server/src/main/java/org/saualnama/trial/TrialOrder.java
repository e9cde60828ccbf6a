package org.saualnama.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.saualnama.refusal.Refusal;
import org.saualnama.trial.Trial.Kind;

/**
 * The link an author asks for.
 *
 * @param version that was published
 * @param revision of the draft; empty with {@code version} for what is newest
 * @param language that the form begins in; empty for the browser's
 */
record TrialOrder(
    Kind kind, Optional<Integer> version, Optional<Integer> revision, Optional<String> language) {

  /** Reads the members of a request; a {@link Refusal} (malformed) names the one that is wrong. */
  static TrialOrder of(
      String kind, JsonNode version, JsonNode revision, Optional<String> language) {
    if (!version.isMissingNode() && !revision.isMissingNode()) {
      throw wrong("version", "left out where 'revision' says what to try");
    }
    if (language.isPresent() && !language.get().matches("[a-z]{2,3}")) {
      throw wrong("language", "the code of one of the survey's languages");
    }
    return new TrialOrder(
        kind(kind), number("version", version), number("revision", revision), language);
  }

  private static Kind kind(String sent) {
    return Stream.of(Kind.values())
        .filter(kind -> kind.code().equals(sent))
        .findFirst()
        .orElseThrow(() -> wrong("kind", "\"preview\" or \"test\""));
  }

  private static Optional<Integer> number(String member, JsonNode sent) {
    if (sent.isMissingNode()) {
      return Optional.empty();
    }
    if (!sent.isIntegralNumber() || !sent.canConvertToInt() || sent.intValue() < 0) {
      throw wrong(member, "a number as the server told it");
    }
    return Optional.of(sent.intValue());
  }

  private static Refusal wrong(String member, String wanted) {
    return Refusal.malformed(member, "wrong_shape", "'" + member + "' must be " + wanted + ".");
  }
}
