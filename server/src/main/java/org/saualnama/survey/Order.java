package org.saualnama.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How options move from respondent to respondent; at most one of the four is given, and options it
 * does not name keep their places.
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Order(
    List<String> shuffle,
    List<String> flip,
    List<String> rotate,
    @JsonProperty("by_name") boolean byName) {

  static final Order FIXED = new Order();

  public Order {
    shuffle = shuffle == null ? List.of() : List.copyOf(shuffle);
    flip = flip == null ? List.of() : List.copyOf(flip);
    rotate = rotate == null ? List.of() : List.copyOf(rotate);
  }

  /** As printed. */
  Order() {
    this(List.of(), List.of(), List.of(), false);
  }

  /** The codes that move. */
  public List<String> moving() {
    return !shuffle.isEmpty() ? shuffle : !flip.isEmpty() ? flip : rotate;
  }

  /**
   * The codes of which the one shown first is kept with the answer. A shuffle keeps none: the order
   * of eight options would be a fingerprint.
   */
  public List<String> keepsFirstOf() {
    return !flip.isEmpty() ? flip : rotate;
  }

  /** The moving codes in an order drawn from {@code random}. */
  public List<String> draw(Random random) {
    List<String> drawn = new ArrayList<>(moving());
    if (!shuffle.isEmpty()) {
      Collections.shuffle(drawn, random);
    } else if (!flip.isEmpty() && random.nextBoolean()) {
      Collections.reverse(drawn);
    } else if (!rotate.isEmpty()) {
      Collections.rotate(drawn, random.nextInt(drawn.size()));
    }
    return drawn;
  }
}
