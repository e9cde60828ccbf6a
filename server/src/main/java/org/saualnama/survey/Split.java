package org.saualnama.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What published results may be split by: a segment, or a grouping of one.
 *
 * @param code of the segment's question, or of the grouping
 * @param label what tables call it
 * @param segment the place of the segment in a profile
 * @param categories by code, the segment's codes that it stands for, in the order of tables
 * @param words what each category is called
 */
public record Split(
    String code,
    Text label,
    int segment,
    Map<String, List<String>> categories,
    Map<String, Text> words) {
  public Split {
    categories = Definitions.inOrder(categories);
    words = Definitions.inOrder(words);
  }

  /** By code, segments first, each in the survey's order. */
  static Map<String, Split> of(Survey survey) {
    Map<String, Split> splits = new LinkedHashMap<>();
    for (String segment : survey.segments()) {
      survey.question(segment).ifPresent(question -> splits.put(segment, of(survey, question)));
    }
    for (Grouping grouping : survey.groupings()) {
      splits.put(grouping.code(), of(survey, grouping));
    }
    return splits;
  }

  private static Split of(Survey survey, Question segment) {
    Map<String, List<String>> categories = new LinkedHashMap<>();
    Map<String, Text> words = new LinkedHashMap<>();
    for (String code : segment.codes()) {
      if (!segment.screenOut().contains(code)) {
        categories.put(code, List.of(code));
        words.put(code, survey.text(segment, code));
      }
    }
    int place = survey.segments().indexOf(segment.code());
    return new Split(segment.code(), segment.label(), place, categories, words);
  }

  private static Split of(Survey survey, Grouping grouping) {
    Map<String, List<String>> categories = new LinkedHashMap<>();
    Map<String, Text> words = new LinkedHashMap<>();
    for (Grouping.Group group : grouping.groups()) {
      categories.put(group.code(), group.codes());
      words.put(group.code(), group.text());
    }
    int place = survey.segments().indexOf(grouping.segment());
    return new Split(grouping.code(), grouping.text(), place, categories, words);
  }

  /** Codes of its categories. */
  public List<String> codes() {
    return new ArrayList<>(categories.keySet());
  }

  /** What a category is called; a point of a scale by its number. */
  public String label(String category, String language) {
    Text text = words.get(category);
    return text == null ? category : text.in(language);
  }

  /** Whether it splits by the same answers as {@code other}: both at once would say nothing. */
  public boolean isOfSameSegment(Split other) {
    return segment == other.segment;
  }
}
