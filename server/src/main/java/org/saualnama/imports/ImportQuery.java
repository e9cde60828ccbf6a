package org.saualnama.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.submission.Collector;
import org.saualnama.survey.SurveyVersion;

/** Reads what an import's address and headers ask for. */
final class ImportQuery {
  private static final List<String> KNOWN =
      List.of("collector", "wave", "language", "refused", "ignore");
  private static final List<String> REFUSED = List.of("all-or-nothing", "report");
  private static final Pattern CSV =
      Pattern.compile("(?i)text/csv\\s*(;\\s*(charset=\"?utf-8\"?|header=present)\\s*)*");
  private static final Pattern NDJSON =
      Pattern.compile("(?i)application/x-ndjson\\s*(;\\s*charset=\"?utf-8\"?\\s*)?");

  private final Map<String, List<String>> parameters;

  private ImportQuery(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  /**
   * The order that they make.
   *
   * @param parameters each with all its values
   * @param type the content type
   * @throws Refusal (malformed, unsupported type) naming what is wrong
   */
  static ImportOrder order(
      SurveyVersion version, Map<String, List<String>> parameters, String type) {
    ImportQuery query = new ImportQuery(parameters);
    for (String name : parameters.keySet()) {
      if (!KNOWN.contains(name)) {
        // A misspelt wave would put interviews where they don't belong, for good.
        throw wrong(name, "unknown_parameter", KNOWN);
      }
    }
    return new ImportOrder(
        version,
        query.collector(),
        query.one("language", version.survey().languages()),
        query.one("refused", REFUSED).equals(REFUSED.get(0)),
        query.ignored(),
        isCsv(type));
  }

  private static boolean isCsv(String type) {
    boolean csv = type != null && CSV.matcher(type).matches();
    if (!csv && (type == null || !NDJSON.matcher(type).matches())) {
      throw new Refusal(
          Reason.UNSUPPORTED_TYPE,
          "Send Content-Type: text/csv or application/x-ndjson, in UTF-8, not compressed.");
    }
    return csv;
  }

  private Collector collector() {
    List<String> kinds = Arrays.stream(Collector.Kind.values()).map(Collector.Kind::code).toList();
    if (!parameters.containsKey("collector")) {
      throw wrong("collector", "missing", kinds);
    }
    String kind = one("collector", kinds);
    String wave = value("wave", "");
    if (!wave.isEmpty() && !Collector.isWave(wave)) {
      throw Refusal.malformed(
          "wave",
          "no_name",
          "Name a wave in small letters, digits, - and _, at most 31, such as 2027-05.");
    }
    return new Collector(Collector.of(kind).kind(), wave);
  }

  private Set<String> ignored() {
    return parameters.getOrDefault("ignore", List.of()).stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  /** The first where nothing is said. */
  private String one(String name, List<String> of) {
    String value = value(name, of.get(0));
    if (!of.contains(value)) {
      throw wrong(name, "unknown_" + name, of);
    }
    return value;
  }

  private String value(String name, String otherwise) {
    List<String> values = parameters.getOrDefault(name, List.of(otherwise));
    if (values.size() > 1) {
      throw Refusal.malformed(name, "repeated", "Send " + name + " once.");
    }
    return values.get(0);
  }

  private static Refusal wrong(String name, String code, List<String> of) {
    return Refusal.malformed(name, code, "Use one of " + String.join(", ", of) + ".");
  }
}
