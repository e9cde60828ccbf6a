package org.saualnama.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A description as the contract writes it: paragraphs, lists, code and strong words. */
public record Prose(List<Block> blocks) {
  private static final Pattern MARK = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*");

  /** A paragraph of one item, or a list. */
  public record Block(boolean list, List<List<Span>> items) {}

  /** Words of one kind. */
  public record Span(Kind kind, String text) {}

  /** What words are. */
  public enum Kind {
    PLAIN,
    CODE,
    STRONG
  }

  static Prose of(String markdown) {
    List<Block> blocks = new ArrayList<>();
    for (String part : markdown.strip().split("\\n\\s*\\n", -1)) {
      if (part.isBlank()) {
        continue;
      }
      boolean list = part.startsWith("- ");
      List<List<Span>> items = new ArrayList<>();
      for (String item : list ? part.substring(2).split("\\n- ", -1) : new String[] {part}) {
        items.add(spans(item.replaceAll("\\s+", " ")));
      }
      blocks.add(new Block(list, items));
    }
    return new Prose(blocks);
  }

  private static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher mark = MARK.matcher(text);
    int from = 0;
    while (mark.find()) {
      spans.add(new Span(Kind.PLAIN, text.substring(from, mark.start())));
      spans.add(
          mark.group(1) == null
              ? new Span(Kind.STRONG, mark.group(2))
              : new Span(Kind.CODE, mark.group(1)));
      from = mark.end();
    }
    spans.add(new Span(Kind.PLAIN, text.substring(from)));
    return spans;
  }
}
