package org.saualnama.results;

import java.util.ArrayList;
import java.util.List;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;

/**
 * Which colour each answer of a question has. Answers in an order from one end to another have the
 * tones of two ends, what lies between or beside them a neutral one; answers without an order have
 * one colour each.
 */
public final class Tones {
  /** So many colours can be told apart, also by those who see few. */
  static final int COLOURS = 6;

  private static final int SHADES = 3;

  private final Question question;
  private final List<String> scale;

  public Tones(Item item) {
    this.question = item.question();
    this.scale = question.scale() != null ? question.scale().codes() : question.order().flip();
  }

  /** Whether its answers have an order with two ends, which the form may show from either. */
  public boolean isOrdered() {
    return scale.size() > 1;
  }

  /** Of an answer. */
  public String of(String code) {
    int residual = question.residuals().indexOf(code);
    if (residual >= 0) {
      return "r" + (1 + residual % SHADES);
    }
    if (!isOrdered()) {
      return "c" + (1 + own().indexOf(code) % COLOURS);
    }
    int place = scale.indexOf(code);
    if (place < 0) {
      return "n2";
    }
    int half = scale.size() / 2;
    if (scale.size() % 2 == 1 && place == half) {
      return "n1";
    }
    return place < half ? "a" + shade(place, half) : "b" + shade(scale.size() - 1 - place, half);
  }

  /** 1 at the end, paler towards the middle. */
  private static int shade(int fromEnd, int half) {
    return half == 1 ? 1 : 1 + fromEnd * (SHADES - 1) / (half - 1);
  }

  private List<String> own() {
    List<String> own = new ArrayList<>(question.codes());
    own.removeAll(question.residuals());
    return own;
  }

  /** Whether each answer has a colour of its own. */
  public boolean areDistinct() {
    return isOrdered() || own().size() <= COLOURS;
  }
}
