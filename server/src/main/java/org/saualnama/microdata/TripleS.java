package org.saualnama.microdata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.saualnama.microdata.Variable.Kind;

/**
 * Microdata after "The Triple-S XML Standard" (triple-s.org): a definition of version 3.0, which
 * keeps to what 2.0 has as well, beside its data as CSV. Several choices are one variable here, a
 * string of 0 and 1.
 */
final class TripleS {
  /** The flags of one question together, any other variable alone. */
  private record Field(String name, List<Integer> places) {}

  private final Codebook codebook;
  private final List<Field> fields = new ArrayList<>();

  private TripleS(Codebook codebook) {
    this.codebook = codebook;
    Names names = new Names();
    String last = "";
    for (int i = 0; i < codebook.variables().size(); i++) {
      Variable variable = codebook.variables().get(i);
      String question = variable.is(Kind.FLAG) ? variable.question() : "";
      if (question.isEmpty() || !question.equals(last)) {
        String name = names.of(question.isEmpty() ? variable.name() : question);
        fields.add(new Field(name, new ArrayList<>()));
      }
      fields.get(fields.size() - 1).places().add(i);
      last = question;
    }
  }

  static RowWriter writer(Codebook codebook, LittleEndian out) {
    TripleS files = new TripleS(codebook);
    Map<String, String> beside = new LinkedHashMap<>();
    beside.put("notes.txt", CsvFiles.notes(codebook));
    beside.put(codebook.name() + ".sss", files.definition());
    String header = files.fields.stream().map(Field::name).collect(Collectors.joining(","));
    return new ZippedRows(codebook, out, beside, header, files::line);
  }

  private String line(double[] cells) {
    return fields.stream().map(field -> cell(field, cells)).collect(Collectors.joining(","));
  }

  private Variable first(Field field) {
    return codebook.variables().get(field.places().get(0));
  }

  private String cell(Field field, double[] cells) {
    Variable variable = first(field);
    double cell = cells[field.places().get(0)];
    if (Double.isNaN(cell)) {
      return "";
    }
    return switch (variable.kind()) {
      case CODED -> '"' + variable.value(cell).code() + '"';
      case FLAG ->
          field.places().stream()
              .map(i -> cells[i] == 1 ? "1" : "0")
              .collect(Collectors.joining("", "\"", "\""));
      case NUMBER -> Integer.toString((int) cell);
      case WEIGHT -> String.format(Locale.ROOT, "%.6f", cell);
    };
  }

  private String definition() {
    Xml xml = new Xml();
    xml.begin("sss", "version", "3.0", "languages", codebook.language())
        .leaf("date", codebook.day().toString())
        .leaf("time", "00:00")
        .leaf("origin", "Saualnama")
        .begin("survey")
        .leaf("name", codebook.survey())
        .leaf("version", Integer.toString(codebook.release()))
        .leaf("title", codebook.title())
        .begin(
            "record", "ident", "A", "href", codebook.name() + ".csv", "format", "csv", "skip", "1");
    for (int i = 0; i < fields.size(); i++) {
      variable(xml, fields.get(i), i + 1);
    }
    return xml.document();
  }

  private void variable(Xml xml, Field field, int position) {
    Variable variable = first(field);
    String ident = Integer.toString(position);
    switch (variable.kind()) {
      case CODED -> xml.begin("variable", "ident", ident, "type", "single", "format", "literal");
      case FLAG -> xml.begin("variable", "ident", ident, "type", "multiple");
      case NUMBER -> xml.begin("variable", "ident", ident, "type", "quantity");
      case WEIGHT -> xml.begin("variable", "ident", ident, "type", "quantity", "use", "weight");
    }
    xml.leaf("name", field.name()).leaf("label", label(variable));
    xml.begin("position", "start", ident).end();
    values(xml, field, variable);
    xml.end();
  }

  /** What was asked: of several choices without the option that a flag's text ends with. */
  private static String label(Variable variable) {
    String text = variable.text();
    String answer = variable.is(Kind.FLAG) ? ": " + variable.option() : "";
    return text.substring(0, text.length() - answer.length());
  }

  private void values(Xml xml, Field field, Variable variable) {
    xml.begin("values");
    switch (variable.kind()) {
      case CODED -> variable.values().forEach(v -> xml.leaf("value", v.label(), "code", v.code()));
      case FLAG -> {
        for (int i = 0; i < field.places().size(); i++) {
          String words = codebook.variables().get(field.places().get(i)).option();
          xml.leaf("value", words, "code", Integer.toString(i + 1));
        }
      }
      case NUMBER -> {
        range(xml, Integer.toString(variable.least()), Integer.toString(variable.greatest()));
        variable
            .values()
            .forEach(v -> xml.leaf("value", v.label(), "code", Integer.toString(v.number())));
      }
      case WEIGHT -> range(xml, "0.000000", "999999.999999");
    }
    xml.end();
  }

  private static void range(Xml xml, String from, String to) {
    xml.begin("range", "from", from, "to", to).end();
  }
}
