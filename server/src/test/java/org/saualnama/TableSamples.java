package org.saualnama;

import java.net.http.HttpRequest.BodyPublishers;

/** Samples of the table API, once a demonstration has a release. */
final class TableSamples {
  private static final String BASE = "/api/v2";
  private static final String TABLE = BASE + "/tables/may9-kz:meaning:open";
  private static final String ONE = "GET /api/v2/tables/{table}";

  private final Samples samples;

  TableSamples(Samples samples) {
    this.samples = samples;
  }

  void take() {
    samples.get("GET /api/v2/config", 200, BASE + "/config");
    samples.get("GET /api/v2/tables", 200, BASE + "/tables?lang=en&query=parade&pageSize=2");
    samples.get("GET /api/v2/tables", 400, BASE + "/tables?pageSize=0");
    samples.get("GET /api/v2/tables", 404, BASE + "/tables?pageNumber=999");
    for (String part : new String[] {"", "/metadata", "/defaultselection", "/data"}) {
      samples.get(ONE + part, 200, TABLE + part + "?lang=ru");
      samples.get(ONE + part, 400, TABLE + part + "?lang=fr");
      samples.get(ONE + part, 404, BASE + "/tables/none" + part);
    }
    samples.get(ONE + "/data", 200, TABLE + "/data?outputFormat=csv&valuecodes%5Bage%5D=*");
    samples.get(ONE + "/data", 200, TABLE + "/data?outputFormat=xlsx&valuecodes%5Bage%5D=*");
    String all =
        "region settlement age gender language education".replace(" ", "%5D=*&valuecodes%5B");
    samples.get(ONE + "/data", 403, TABLE + "/data?valuecodes%5B" + all + "%5D=*");
    post(200, "", "{\"selection\": [{\"variableCode\": \"age\", \"valueCodes\": [\"TOP(2)\"]}]}");
    post(200, "?outputFormat=csv", "{}");
    post(200, "?outputFormat=xlsx", "{}");
    post(400, "", "{\"selection\": 7}");
    post(403, "", "{\"selection\": [" + everything() + "]}");
    add(404, BASE + "/tables/none/data", "{}");
    String codelist = "GET /api/v2/codelists/{codelist}";
    samples.get(codelist, 200, BASE + "/codelists/may9-kz:urban_rural?lang=en");
    samples.get(codelist, 400, BASE + "/codelists/may9-kz:urban_rural?lang=fr");
    samples.get(codelist, 404, BASE + "/codelists/none");
  }

  private static String everything() {
    return "region settlement age gender language education"
        .replaceAll("(\\w+) ?", "{\"variableCode\": \"$1\", \"valueCodes\": [\"*\"]},")
        .replaceAll(",$", "");
  }

  private void post(int status, String query, String body) {
    add(status, TABLE + "/data" + query, body);
  }

  private void add(int status, String path, String body) {
    samples.add(
        "POST /api/v2/tables/{table}/data",
        status,
        path + " " + body,
        samples
            .request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
