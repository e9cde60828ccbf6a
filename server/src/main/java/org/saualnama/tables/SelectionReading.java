package org.saualnama.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.refusal.Refusal;
import org.saualnama.tables.Selection.Chosen;

/** Reads a selection from a query, {@code valuecodes[region]=KZ-75}, or from a JSON body. */
final class SelectionReading {
  private static final Pattern OF_VARIABLE =
      Pattern.compile("(?i)(valuecodes|codelist)\\[([^\\[\\]]+)]");
  private static final List<String> OTHERS =
      List.of("lang", "outputformat", "outputformatparams", "heading", "stub");

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Map<String, String> codelists = new TreeMap<>();
  private final List<String> heading = new ArrayList<>();
  private final List<String> stub = new ArrayList<>();

  private SelectionReading() {}

  /**
   * By the parameters of a query.
   *
   * @throws Refusal (malformed) for one that there isn't
   */
  static Selection of(Map<String, List<String>> parameters) {
    SelectionReading reading = new SelectionReading();
    parameters.forEach(reading::add);
    return reading.selection();
  }

  /**
   * By a body.
   *
   * @throws Refusal (malformed) if it isn't as it should be
   */
  static Selection of(JsonNode body) {
    SelectionReading reading = new SelectionReading();
    for (JsonNode one : array(body, "selection")) {
      String variable = one.path("variableCode").asText();
      reading.values.put(variable, texts(one, "valueCodes"));
      JsonNode codelist = one.path("codelist");
      if (codelist.isTextual() && !codelist.textValue().isEmpty()) {
        reading.codelists.put(variable, codelist.textValue());
      }
    }
    reading.heading.addAll(texts(body.path("placement"), "heading"));
    reading.stub.addAll(texts(body.path("placement"), "stub"));
    return reading.selection();
  }

  private void add(String name, List<String> given) {
    Matcher matcher = OF_VARIABLE.matcher(name);
    String lower = name.toLowerCase(Locale.ROOT);
    if (matcher.matches()) {
      if (lower.startsWith("valuecodes")) {
        given.forEach(
            list ->
                values
                    .computeIfAbsent(matcher.group(2), v -> new ArrayList<>())
                    .addAll(ValueCodes.split(list)));
      } else {
        codelists.put(matcher.group(2), given.get(0));
      }
    } else if (lower.equals("heading")) {
      given.forEach(list -> heading.addAll(ValueCodes.split(list)));
    } else if (lower.equals("stub")) {
      given.forEach(list -> stub.addAll(ValueCodes.split(list)));
    } else if (!OTHERS.contains(lower)) {
      throw Refusal.malformed(
          name,
          "unknown_parameter",
          "There is no such parameter. Use valuecodes[..], codelist[..], lang, outputFormat,"
              + " outputFormatParams, heading, stub.");
    }
  }

  private static JsonNode array(JsonNode body, String member) {
    JsonNode array = body.path(member);
    if (!array.isArray() && !array.isMissingNode() && !array.isNull()) {
      throw Refusal.malformed(member, "wrong_shape", "'" + member + "' must be an array.");
    }
    return array;
  }

  private static List<String> texts(JsonNode holder, String member) {
    List<String> texts = new ArrayList<>();
    array(holder, member).forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private Selection selection() {
    Map<String, Chosen> variables = new LinkedHashMap<>();
    codelists.keySet().forEach(variable -> variables.put(variable, chosen(variable)));
    values.keySet().forEach(variable -> variables.put(variable, chosen(variable)));
    return new Selection(variables, heading, stub);
  }

  private Chosen chosen(String variable) {
    List<String> given = values.getOrDefault(variable, List.of());
    return new Chosen(
        Optional.ofNullable(codelists.get(variable)),
        given.stream().filter(value -> !value.isEmpty()).toList());
  }
}
