package org.saualnama.survey;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.CUSTOM;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;

/** One question as authored; which parts are filled depends on its type. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Question(
    @JsonProperty("question") String code,
    AnswerType type,
    Text text,
    Text hint,
    @JsonProperty("short") Text shortText,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean required,
    List<Option> options,
    List<Option> rows,
    ScalePoints scale,
    Integer min,
    Integer max,
    Integer maxLength,
    List<String> residuals,
    List<String> exclusive,
    List<String> open,
    List<String> screenOut,
    @JsonInclude(value = CUSTOM, valueFilter = Order.class) Order order,
    @JsonInclude(value = CUSTOM, valueFilter = Order.class) Order rowOrder,
    List<Wording> wordings,
    Condition askIf,
    Condition askUnless,
    List<SetIf> setIf,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean lock,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean strict) {

  /**
   * With this chance the answer to a strict question is kept as it was given; else one of its codes
   * is drawn in its place.
   */
  public static final double KEPT = 0.5;

  /** A text field takes this many characters where the definition does not say. */
  public static final int DEFAULT_MAX_LENGTH = 500;

  public Question {
    options = listOf(options);
    rows = listOf(rows);
    residuals = listOf(residuals);
    exclusive = listOf(exclusive);
    open = listOf(open);
    screenOut = listOf(screenOut);
    wordings = listOf(wordings);
    setIf = listOf(setIf);
    order = order == null ? Order.FIXED : order;
    rowOrder = rowOrder == null ? Order.FIXED : rowOrder;
  }

  private static <T> List<T> listOf(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** What can be chosen: options or scale points, then residuals; empty for numbers and texts. */
  @JsonIgnore
  public List<String> codes() {
    Stream<String> own =
        scale == null ? options.stream().map(Option::code) : scale.codes().stream();
    return Stream.concat(own, residuals.stream()).toList();
  }

  /** What is answered and counted: the question itself, or each row of a grid. */
  @JsonIgnore
  public List<Item> items() {
    List<String> codes = codes();
    return type == AnswerType.GRID
        ? rows.stream().map(row -> new Item(code + "." + row.code(), this, codes)).toList()
        : List.of(new Item(code, this, codes));
  }

  /** Whether choosing {@code option} excludes every other. */
  public boolean isExclusive(String option) {
    return exclusive.contains(option) || residuals.contains(option);
  }

  /** Whether it is asked whatever was answered before. */
  @JsonIgnore
  boolean isForAll() {
    return askIf == null && askUnless == null && setIf.isEmpty();
  }

  /** The longest text it takes, in characters. */
  public int longestText() {
    return maxLength == null ? DEFAULT_MAX_LENGTH : maxLength;
  }

  /** The name of a few words used in tables. */
  public Text label() {
    return shortText == null ? text : shortText;
  }
}
