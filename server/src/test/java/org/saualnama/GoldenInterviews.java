package org.saualnama;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The synthetic microdata of golden/ as files that its survey takes in by the front door. */
public final class GoldenInterviews {
  public static final String SURVEY = "golden";

  /** {@code source} in the microdata, and the kind of collector it came by. */
  public static final Map<String, String> COLLECTORS =
      Map.of("optin", "open", "invited", "invited");

  private static final String FORMS = "q_forms_";

  private final List<Map<String, String>> rows;

  public GoldenInterviews() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open("microdata.csv"), StandardCharsets.UTF_8))) {
      List<String> head = List.of(in.readLine().split(",", -1));
      rows = in.lines().map(line -> row(head, line.split(",", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return GoldenInterviews.class.getResourceAsStream("/golden/" + name);
  }

  /** Columns as an import names them, answers as the survey codes them. */
  private static Map<String, String> row(List<String> head, String[] cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      String column = head.get(i);
      row.put(
          column.startsWith(FORMS) ? "q_forms." + column.substring(FORMS.length()) : column,
          cells[i].equals("65+") ? "65plus" : cells[i]);
    }
    List<String> forms =
        row.entrySet().stream()
            .filter(cell -> cell.getKey().startsWith("q_forms."))
            .map(Map.Entry::getValue)
            .toList();
    String nothing = forms.contains("1") ? "0" : forms.contains("0") ? "1" : "";
    row.put("q_forms.nothing_marked", nothing);
    return row;
  }

  /** A folder in {@code parent} with the definition alone. */
  public static Path definitions(Path parent) {
    Path folder = parent.resolve("golden-defs");
    try (InputStream definition = open("survey.yaml")) {
      Files.createDirectories(folder);
      Files.copy(definition, folder.resolve("golden.yaml"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Respondents of one source, or of all if it is empty. */
  public List<Map<String, String>> rows(String source) {
    return rows.stream()
        .filter(row -> source.isEmpty() || row.get("source").equals(source))
        .toList();
  }

  /** CSV with all columns, {@code id} and {@code source} too: an import has to ignore those. */
  public String csv(String source) {
    String head = String.join(",", rows.get(0).keySet());
    return rows(source).stream()
        .map(row -> String.join(",", row.values()))
        .collect(Collectors.joining("\n", head + "\n", "\n"));
  }
}
