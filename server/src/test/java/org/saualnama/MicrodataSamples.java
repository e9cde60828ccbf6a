package org.saualnama;

import java.util.List;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/** Real answers about microdata, as the contract has to have them. */
record MicrodataSamples(Node node, Samples samples) {
  private static final String SURVEYS = "/api/v1/surveys/";
  private static final String FILE = "GET /api/v1/surveys/{survey}/microdata";

  void take() {
    Person steward = Person.of(node, "taker", Grant.global(Role.STEWARD));
    Person author = Person.of(node, "no-taker", Grant.global(Role.AUTHOR));
    String file = SURVEYS + "may9-kz/microdata?reason=To+hold+it+to+the+contract&format=";
    for (String format : List.of("csv", "sav", "dta", "parquet", "triple-s", "ddi")) {
      samples.add(FILE, 200, format, steward.api(file + format + "&lang=kk"));
    }
    samples.get(FILE, 401, file + "csv");
    samples.add(FILE, 403, "author", author.api(file + "csv"));
    samples.add(FILE, 400, "format", steward.api(file + "xls"));
    samples.add(FILE, 404, "ended", steward.api(file.replace("may9-kz", "ended") + "csv"));
    String summary = SURVEYS + "may9-kz/microdata/summary";
    samples.add(FILE + "/summary", 200, "steward", steward.api(summary));
    samples.get(FILE + "/summary", 401, summary);
    samples.add(FILE + "/summary", 403, "author", author.api(summary));
    samples.add(FILE + "/summary", 400, "release", steward.api(summary + "?release=99"));
    String none = summary.replace("may9-kz", "none");
    samples.add(FILE + "/summary", 404, "none", steward.api(none));
  }
}
