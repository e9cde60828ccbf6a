package org.saualnama.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.json.Json;
import org.saualnama.survey.Split;

/** A grouping of a segment as PxWebApi writes a codelist. */
final class CodelistView {
  private CodelistView() {}

  /** As a variable names it. */
  static Map<String, Object> brief(String id, Split grouping, Links links) {
    return Json.object(
        "id",
        id,
        "label",
        grouping.label().in(links.language()),
        "type",
        "Aggregation",
        "links",
        List.of(links.toCodelist("metadata", id)));
  }

  /** With its values, each with the codes of the segment that it stands for. */
  static Map<String, Object> whole(String id, Split grouping, Links links, List<String> languages) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", id);
    view.put("label", grouping.label().in(links.language()));
    view.put("language", links.language());
    view.put("languages", languages);
    view.put("elimination", true);
    view.put("type", "Aggregation");
    view.put(
        "values", grouping.codes().stream().map(code -> value(grouping, code, links)).toList());
    view.put("links", List.of(links.toCodelist("self", id)));
    return view;
  }

  private static Map<String, Object> value(Split grouping, String code, Links links) {
    return Json.object(
        "code", code,
        "label", grouping.label(code, links.language()),
        "valueMap", grouping.categories().get(code));
  }
}
