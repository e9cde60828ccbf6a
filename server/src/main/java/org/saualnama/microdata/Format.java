package org.saualnama.microdata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** The formats in which microdata can be had. */
public enum Format {
  CSV("application/zip", "zip", CsvFiles::writer),
  SAV("application/x-spss-sav", "sav", SavWriter::new),
  DTA("application/x-stata-dta", "dta", DtaWriter::new),
  PARQUET("application/vnd.apache.parquet", "parquet", ParquetWriter::new),
  TRIPLE_S("application/zip", "zip", TripleS::writer),
  DDI("application/xml", "xml", DdiCodebook::new);

  private final String type;
  private final String extension;
  private final BiFunction<Codebook, LittleEndian, RowWriter> writer;

  Format(String type, String extension, BiFunction<Codebook, LittleEndian, RowWriter> writer) {
    this.type = type;
    this.extension = extension;
    this.writer = writer;
  }

  /** The format that is called so. */
  static Format of(String code) {
    return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst().orElseThrow();
  }

  /** What all are called in the API. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Format::code).toList();
  }

  /** As it is written in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its media type. */
  String type() {
    return type;
  }

  /** What a file of it is called. */
  String fileName(Codebook codebook) {
    String what = this == TRIPLE_S ? "-triple-s" : this == DDI ? "-ddi" : "";
    return codebook.name() + what + "." + extension;
  }

  /** Whether it has rows at all. */
  boolean hasRows() {
    return this != DDI;
  }

  RowWriter writer(Codebook codebook, LittleEndian out) {
    return writer.apply(codebook, out);
  }
}
