package org.saualnama.studio;

import java.util.List;
import java.util.Optional;
import org.saualnama.refusal.Refusal;
import org.saualnama.texts.Words;

/**
 * What has to be mended in a form: above it as a list with links, and once more at each field.
 *
 * @param all in the order of the fields
 */
public record Faults(List<Fault> all) {
  /** Nothing is wrong. */
  public static final Faults NONE = new Faults(List.of());

  /**
   * One thing to mend.
   *
   * @param field the id of the field that it is about; empty for the form as a whole
   */
  public record Fault(String field, String words) {}

  public Faults {
    all = List.copyOf(all);
  }

  /** One fault only. */
  public static Faults of(String field, String words) {
    return new Faults(List.of(new Fault(field, words)));
  }

  /** In the reader's language where there are words for the problem's code. */
  public static Faults of(Refusal refusal, Words words) {
    if (refusal.problems().isEmpty()) {
      String said = inWords(refusal.reason().name(), refusal.getMessage(), words);
      return of("", said.replace("{0}", Long.toString(refusal.retryAfter())));
    }
    return new Faults(
        refusal.problems().stream()
            .map(p -> new Fault(p.field(), inWords(p.code(), p.detail(), words)))
            .toList());
  }

  private static String inWords(String code, String otherwise, Words words) {
    return words.find("fault." + code).orElse(otherwise);
  }

  public boolean any() {
    return !all.isEmpty();
  }

  /** What is wrong with {@code field}; null, which a template leaves out, if nothing is. */
  public String at(String field) {
    return Optional.of(field)
        .flatMap(f -> all.stream().filter(fault -> fault.field().equals(f)).findFirst())
        .map(Fault::words)
        .orElse(null);
  }
}
