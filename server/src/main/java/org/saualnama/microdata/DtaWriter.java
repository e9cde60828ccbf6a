package org.saualnama.microdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A Stata data set (.dta) of format 118: UTF-8, value labels, residuals as extended missing values.
 *
 * <p>After StataCorp's "dta — File formats .dta" for format 118; there is no kept library for
 * writing it in Java.
 */
final class DtaWriter implements RowWriter {
  private static final int NAME = 129;
  private static final int FORMAT = 57;
  private static final int LABEL = 321;
  private static final int LABEL_CHARACTERS = 80;

  private final Codebook codebook;
  private final List<Variable> variables;
  private final List<DtaType> types;
  private final LittleEndian out;

  DtaWriter(Codebook codebook, LittleEndian out) {
    this.codebook = codebook;
    this.variables = codebook.variables();
    this.types = variables.stream().map(DtaType::of).toList();
    this.out = out;
  }

  @Override
  public void begin() {
    String title = codePoints(codebook.title());
    out.text("<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>")
        .i16(variables.size())
        .text("</K><N>")
        .i64(codebook.rows())
        .text("</N><label>")
        .i16(LittleEndian.length(title))
        .text(title)
        .text("</label><timestamp>")
        .i8(0)
        .text("</timestamp></header>");
    map();
    out.bytes(descriptions());
    out.text("<data>");
  }

  /** Where each part begins; all is known before the first row. */
  private void map() {
    long map = out.position();
    long parts = map + "<map></map>".length() + 14 * 8;
    List<Long> places = new ArrayList<>(List.of(0L, map));
    String descriptions = new String(descriptions(), StandardCharsets.ISO_8859_1);
    for (String part :
        List.of(
            "variable_types",
            "varnames",
            "sortlist",
            "formats",
            "value_label_names",
            "variable_labels",
            "characteristics")) {
      places.add(parts + descriptions.indexOf("<" + part + ">"));
    }
    long data = parts + descriptions.length();
    long width = types.stream().mapToLong(type -> type.size).sum();
    long strings = data + "<data></data>".length() + width * codebook.rows();
    long labels = strings + "<strls></strls>".length();
    long end = labels + valueLabels().length;
    Collections.addAll(places, data, strings, labels, end, end + "</stata_dta>".length());
    out.text("<map>");
    places.forEach(out::i64);
    out.text("</map>");
  }

  private byte[] descriptions() {
    LittleEndian part = new LittleEndian();
    part.text("<variable_types>");
    types.forEach(type -> part.i16(type.code));
    part.text("</variable_types><varnames>");
    variables.forEach(variable -> part.field(variable.name(), NAME, '\0'));
    part.text("</varnames><sortlist>").bytes(new byte[2 * (variables.size() + 1)]);
    part.text("</sortlist><formats>");
    variables.forEach(
        v -> part.field(v.is(Variable.Kind.WEIGHT) ? "%10.6f" : "%9.0g", FORMAT, '\0'));
    part.text("</formats><value_label_names>");
    variables.forEach(v -> part.field(v.values().isEmpty() ? "" : v.name(), NAME, '\0'));
    part.text("</value_label_names><variable_labels>");
    variables.forEach(v -> part.field(label(v), LABEL, '\0'));
    part.text("</variable_labels><characteristics>");
    characteristics(part);
    return part.text("</characteristics>").take();
  }

  private static String label(Variable variable) {
    return variable.text().codePointCount(0, variable.text().length()) <= LABEL_CHARACTERS
        ? variable.text()
        : codePoints(variable.label());
  }

  private static String codePoints(String text) {
    return text.codePointCount(0, text.length()) <= LABEL_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LABEL_CHARACTERS - 1)) + "…";
  }

  /** Stata's notes of the data set: how many there are, then each. */
  private void characteristics(LittleEndian part) {
    List<String> notes = codebook.notes();
    characteristic(part, "note0", Integer.toString(notes.size()));
    for (int i = 0; i < notes.size(); i++) {
      characteristic(part, "note" + (i + 1), notes.get(i));
    }
  }

  private static void characteristic(LittleEndian part, String name, String text) {
    part.text("<ch>")
        .i32(2 * NAME + LittleEndian.length(text) + 1)
        .field("_dta", NAME, '\0')
        .field(name, NAME, '\0')
        .text(text)
        .i8(0)
        .text("</ch>");
  }

  @Override
  public void row(double[] cells) {
    for (int i = 0; i < cells.length; i++) {
      types.get(i).write(out, variables.get(i), cells[i]);
    }
  }

  @Override
  public void end() {
    out.text("</data><strls></strls>").bytes(valueLabels()).text("</stata_dta>");
  }

  private byte[] valueLabels() {
    LittleEndian part = new LittleEndian();
    part.text("<value_labels>");
    variables.stream().filter(v -> !v.values().isEmpty()).forEach(v -> valueLabels(part, v));
    return part.text("</value_labels>").take();
  }

  private static void valueLabels(LittleEndian part, Variable variable) {
    LittleEndian texts = new LittleEndian();
    LittleEndian offsets = new LittleEndian();
    LittleEndian numbers = new LittleEndian();
    List<Value> residuals = variable.residuals();
    for (Value value : variable.values()) {
      int residual = residuals.indexOf(value);
      if (residual < DtaType.MOST_RESIDUALS) {
        offsets.i32((int) texts.position());
        numbers.i32(residual < 0 ? value.number() : DtaType.MISSING_A + residual);
        texts.text(value.label()).i8(0);
      }
    }
    int count = (int) offsets.position() / 4;
    int length = (int) texts.position();
    part.text("<lbl>").i32(8 + 8 * count + length).field(variable.name(), NAME, '\0');
    part.bytes(new byte[3]).i32(count).i32(length);
    part.bytes(offsets.take()).bytes(numbers.take()).bytes(texts.take()).text("</lbl>");
  }
}
