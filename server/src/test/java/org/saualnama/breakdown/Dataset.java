package org.saualnama.breakdown;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.json.Json;

/** A JSON-stat dataset as a client reads it that knows the format and nothing of the server. */
public record Dataset(JsonNode tree) {

  public static Dataset of(String json) {
    return new Dataset(Json.readUntrusted(json.getBytes(StandardCharsets.UTF_8)));
  }

  public List<String> ids() {
    return texts(tree.path("id"));
  }

  public List<String> categories(String id) {
    JsonNode index = tree.at("/dimension/" + id + "/category/index");
    List<String> categories = texts(index);
    if (index.isObject()) {
      categories.clear();
      index.fieldNames().forEachRemaining(categories::add);
      categories.sort(Comparator.comparingInt(code -> index.path(code).intValue()));
    }
    return categories;
  }

  public String label(String id, String category) {
    return tree.at("/dimension/" + id + "/category/label/" + category).asText();
  }

  /** Which cell: the answer's figure of this metric in a domain of segment to category. */
  public static Map<String, String> cell(String answer, String metric, Map<String, String> domain) {
    Map<String, String> cell = new HashMap<>(domain);
    cell.put("answer", answer);
    cell.put("metric", metric);
    return cell;
  }

  /** Row-major, the last dimension fastest. */
  private int place(Map<String, String> cell) {
    int place = 0;
    for (String id : ids()) {
      List<String> categories = categories(id);
      int category = categories.size() == 1 ? 0 : categories.indexOf(cell.get(id));
      if (category < 0) {
        throw new IllegalArgumentException(cell + " names no category of " + id);
      }
      place = place * categories.size() + category;
    }
    return place;
  }

  /** The number in a cell, or null. */
  public Double number(Map<String, String> cell) {
    JsonNode value = tree.path("value").path(place(cell));
    return value.isNull() ? null : value.doubleValue();
  }

  /** The release that a figure was made in, if it is an earlier one. */
  Optional<Integer> asOf(Map<String, String> cell) {
    JsonNode asOf = tree.at("/extension/as_of").path(Integer.toString(place(cell)));
    return asOf.isInt() ? Optional.of(asOf.intValue()) : Optional.empty();
  }

  public String status(Map<String, String> cell) {
    return tree.path("status").path(Integer.toString(place(cell))).asText();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
