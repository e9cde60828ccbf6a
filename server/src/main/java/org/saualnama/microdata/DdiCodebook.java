package org.saualnama.microdata;

import java.util.List;
import org.saualnama.microdata.Variable.Kind;

/**
 * The codebook alone, after DDI-Codebook 2.5 (ddialliance.org): what an archive wants beside the
 * file. Values are the numbers of the SPSS and Stata files, each with the definition's own code.
 */
final class DdiCodebook implements RowWriter {
  private final Codebook codebook;
  private final LittleEndian out;

  DdiCodebook(Codebook codebook, LittleEndian out) {
    this.codebook = codebook;
    this.out = out;
  }

  @Override
  public void begin() {
    Xml xml = new Xml();
    xml.begin(
        "codeBook", "xmlns", "ddi:codebook:2_5", "version", "2.5", "xml:lang", codebook.language());
    study(xml);
    file(xml);
    xml.begin("dataDscr");
    for (Variable variable : codebook.variables()) {
      variable(xml, variable);
    }
    out.text(xml.document());
  }

  /** Nothing: a codebook has no rows. */
  @Override
  public void row(double[] cells) {}

  @Override
  public void end() {}

  private void study(Xml xml) {
    xml.begin("stdyDscr")
        .begin("citation")
        .begin("titlStmt")
        .leaf("titl", codebook.title())
        .leaf("IDNo", codebook.survey())
        .end()
        .begin("verStmt")
        .leaf(
            "version",
            Integer.toString(codebook.release()),
            "date",
            codebook.day().toString(),
            "type",
            "release")
        .end()
        .end();
    codebook.notes().forEach(note -> xml.leaf("notes", note));
    xml.end();
  }

  private void file(Xml xml) {
    xml.begin("fileDscr", "ID", "F1")
        .begin("fileTxt")
        .leaf("fileName", codebook.name())
        .begin("dimensns")
        .leaf("caseQnty", Long.toString(codebook.rows()))
        .leaf("varQnty", Integer.toString(codebook.variables().size()))
        .end()
        .end()
        .end();
  }

  private static void variable(Xml xml, Variable variable) {
    boolean number = variable.is(Kind.NUMBER) || variable.is(Kind.WEIGHT);
    xml.begin(
        "var",
        "ID",
        "V_" + variable.name(),
        "name",
        variable.name(),
        "files",
        "F1",
        "wgt",
        variable.is(Kind.WEIGHT) ? "wgt" : "not-wgt",
        "intrvl",
        variable.is(Kind.WEIGHT) ? "contin" : "discrete",
        "nature",
        variable.measure() == Measure.SCALE ? "ratio" : variable.measure().code());
    xml.leaf("labl", variable.label());
    xml.begin("qstn").leaf("qstnLit", variable.text()).end();
    if (number && !variable.is(Kind.WEIGHT)) {
      xml.begin("valrng");
      xml.begin(
              "range",
              "min",
              Integer.toString(variable.least()),
              "max",
              Integer.toString(variable.greatest()))
          .end()
          .end();
    }
    missing(xml, variable.residuals());
    variable.values().forEach(value -> category(xml, value));
    xml.begin("varFormat", "type", "numeric").end();
    xml.end();
  }

  private static void missing(Xml xml, List<Value> residuals) {
    if (!residuals.isEmpty()) {
      xml.begin("invalrng");
      residuals.forEach(v -> xml.begin("item", "VALUE", Integer.toString(v.number())).end());
      xml.end();
    }
  }

  private static void category(Xml xml, Value value) {
    xml.begin("catgry", "missing", value.residual() ? "Y" : "N")
        .leaf("catValu", Integer.toString(value.number()))
        .leaf("labl", value.label())
        .leaf("txt", value.code())
        .end();
  }
}
