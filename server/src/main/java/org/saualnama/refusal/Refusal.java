package org.saualnama.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/** The one way to refuse a request: why, what is wrong, and how to mend it. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why a request is refused; {@code http} maps each to a status. */
  public enum Reason {
    NOT_FOUND,
    NOT_ALLOWED,
    MALFORMED,
    NOT_SIGNED_IN,
    FORBIDDEN,
    TOO_MANY,
    INVALID_SUBMISSION,
    INVALID_DEFINITION,
    CONFLICT,
    CHANGED_MEANWHILE,
    NO_PRECONDITION,
    UNSUPPORTED_TYPE,
    TOO_LARGE,
    PAUSED,
    CLOSED,
    BUSY;

    /** As it is written in the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param line where in a file of many; null if there is only one thing it can be in
   * @param field the question, parameter or header
   * @param code a word for programs, such as {@code unknown_code}
   * @param detail a sentence for people, with the way to mend it
   */
  public record Problem(
      @JsonInclude(JsonInclude.Include.NON_NULL) Long line,
      String field,
      String code,
      String detail) {
    public Problem(String field, String code, String detail) {
      this(null, field, code, detail);
    }

    /** The same, found on this line. */
    public Problem at(long where) {
      return new Problem(where, field, code, detail);
    }
  }

  private final Reason reason;
  private final transient List<Problem> problems;
  private final long retryAfter;

  public Refusal(Reason reason, String detail, List<Problem> problems) {
    this(reason, detail, problems, 0);
  }

  private Refusal(Reason reason, String detail, List<Problem> problems, long retryAfter) {
    super(detail, null, false, false);
    this.reason = reason;
    this.problems = List.copyOf(problems);
    this.retryAfter = retryAfter;
  }

  public Refusal(Reason reason, String detail) {
    this(reason, detail, List.of());
  }

  /** A request that can't be understood, because of one field. */
  public static Refusal malformed(String field, String code, String detail) {
    return new Refusal(Reason.MALFORMED, detail, List.of(new Problem(field, code, detail)));
  }

  /** A request that is fine, but not in the state that things are in. */
  public static Refusal conflict(String field, String code, String detail) {
    return new Refusal(Reason.CONFLICT, detail, List.of(new Problem(field, code, detail)));
  }

  /** Too many tries; the next one may come after {@code seconds}. */
  public static Refusal tooMany(String detail, long seconds) {
    return new Refusal(Reason.TOO_MANY, detail, List.of(), seconds);
  }

  /** After how many seconds the same may go through; 0 where that isn't known. */
  public long retryAfter() {
    return retryAfter;
  }

  public Reason reason() {
    return reason;
  }

  public List<Problem> problems() {
    return problems;
  }
}
