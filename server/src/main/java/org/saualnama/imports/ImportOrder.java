package org.saualnama.imports;

import java.util.Set;
import org.saualnama.submission.Collector;
import org.saualnama.survey.SurveyVersion;

/**
 * What somebody wants to bring in, and how.
 *
 * @param version that the interviews answer
 * @param language in which they were held
 * @param all whether one refused row refuses the whole file
 * @param ignored columns that are to be left out
 * @param csv a CSV file, else one JSON object a line
 */
record ImportOrder(
    SurveyVersion version,
    Collector collector,
    String language,
    boolean all,
    Set<String> ignored,
    boolean csv) {
  ImportOrder {
    ignored = Set.copyOf(ignored);
  }

  RowReader reader() {
    return csv
        ? new CsvRows(version, language, ignored)
        : new NdjsonRows(version.number(), language);
  }

  String survey() {
    return version.code();
  }
}
