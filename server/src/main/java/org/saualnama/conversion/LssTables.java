package org.saualnama.conversion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** A LimeSurvey file as its tables: {@code document/questions/rows/row/title}. */
final class LssTables {
  private static final int ROWS = 50_000;
  private static final int DEEPEST = 20;

  private final Map<String, List<Map<String, String>>> tables = new HashMap<>();
  private String kind = "";
  private int rows;

  private LssTables() {}

  /**
   * The tables.
   *
   * @throws Refusal (malformed, too large) if it is no such file
   */
  static LssTables read(byte[] file) {
    LssTables tables = new LssTables();
    try {
      tables.read(StrictXml.reader(file));
    } catch (XMLStreamException | RuntimeException e) {
      throw e instanceof Refusal refusal
          ? refusal
          : Refusal.malformed("file", "not_xml", "Send XML without a DOCTYPE: this is none.");
    }
    if (!tables.kind.equals("Survey")) {
      throw Refusal.malformed(
          "file",
          "not_limesurvey",
          "Send a survey exported from LimeSurvey as .lss: this is none.");
    }
    return tables;
  }

  /** The rows of a table, each by its fields. */
  List<Map<String, String>> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    Deque<String> path = new ArrayDeque<>();
    StringBuilder text = new StringBuilder();
    Map<String, String> row = new LinkedHashMap<>();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.addLast(xml.getLocalName());
          text.setLength(0);
          if (path.size() > DEEPEST) {
            throw new XMLStreamException("too deep");
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          end(List.copyOf(path), text.toString(), row);
          path.removeLast();
          text.setLength(0);
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("a document type");
        default -> {}
      }
    }
  }

  private void end(List<String> path, String text, Map<String, String> row) {
    if (path.size() == 2 && path.get(1).equals("LimeSurveyDocType")) {
      kind = text.strip();
    } else if (path.size() == 5 && path.get(3).equals("row")) {
      row.put(path.get(4), text.strip());
    } else if (path.size() == 4 && path.get(3).equals("row")) {
      if (++rows > ROWS) {
        throw new Refusal(Reason.TOO_LARGE, "The file holds more than a questionnaire would.");
      }
      tables.computeIfAbsent(path.get(1), any -> new ArrayList<>()).add(Map.copyOf(row));
      row.clear();
    }
  }
}
