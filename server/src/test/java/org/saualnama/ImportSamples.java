package org.saualnama;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/** Every answer that the contract promises to those who bring interviews. */
final class ImportSamples {
  private static final String SURVEYS = "/api/v1/surveys/";
  private static final String IMPORT = "POST " + SURVEYS + "{survey}/submissions:import";
  private static final String EVENT = "event-feedback";
  private static final String CSV = "text/csv";
  private static final String ROWS = "id,usefulness,liked.talks,liked.other\n1,4,1,0\n";
  private static final String MAY9 =
      """
      age,region,meaning,done.flowers,done.other,done.other.text,forms_public.parade
      25-34,KZ-63,both,1,0,,should
      """;
  private static final String JSON =
      "{\"answers\":{\"age\":\"25-34\",\"region\":\"KZ-63\",\"done\":[\"flowers\"],"
          + "\"forms_public\":{\"parade\":\"should\"}},\"first\":{\"meaning\":\"remembrance\"}}\n";

  private final Node node;
  private final Samples samples;
  private final Person interviewer;

  ImportSamples(Node node, Samples samples) {
    this.node = node;
    this.samples = samples;
    this.interviewer = Person.of(node, "import-sampler", Grant.global(Role.INTERVIEWER));
  }

  void send() {
    String query = "collector=interviewer&wave=w1&ignore=id";
    send(201, EVENT, query, CSV, ROWS);
    send(200, EVENT, query, CSV, ROWS);
    send(201, EVENT, query + "&refused=report", CSV, ROWS + "2,9,1,0\n");
    send(200, EVENT, query + "&refused=report", CSV, ROWS.replace("1,4", "1,9"));
    send(400, EVENT, query, CSV, "usefulness,shoe_size\n4,44\n");
    send(400, EVENT, "collector=interviewer&wave=Wave", CSV, ROWS);
    send(404, "none", "collector=open", CSV, ROWS);
    send(409, "ended", "collector=open&ignore=id", CSV, ROWS);
    send(415, EVENT, query, "text/plain", ROWS);
    send(422, EVENT, query, CSV, ROWS + "2,9,1,0\n3,,0,0\n4,4\n");
    send(201, "may9-kz", "collector=invited&language=ru", CSV, MAY9);
    send(201, "may9-kz", "collector=invited&language=ru", "application/x-ndjson", JSON);
    Person analyst = Person.of(node, "no-importer", Grant.global(Role.ANALYST));
    String path = SURVEYS + EVENT + "/submissions:import?collector=open";
    samples.add(IMPORT, 403, "analyst", analyst.api(path).POST(BodyPublishers.ofString(ROWS)));
    samples.add(IMPORT, 401, "nobody", samples.request(path).POST(BodyPublishers.ofString(ROWS)));
  }

  private void send(int status, String survey, String query, String type, String body) {
    HttpRequest.Builder request =
        interviewer
            .api(SURVEYS + survey + "/submissions:import?" + query)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    samples.add(IMPORT, status, survey + " " + query + " " + type + " " + body.length(), request);
  }
}
