package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/** A node with the attacked survey, filled by imports and read as anybody may read it. */
final class PublicDoor implements AutoCloseable {
  private static final List<String> AXES =
      List.of("region", "age", "gender", "settlement", "generation");

  private final Node node;
  private final Person sender;
  private final List<String> lines = new ArrayList<>();
  private int released;

  PublicDoor(Path folder, AttackedSurvey survey) throws IOException {
    node = Node.start(folder, survey.write(folder), false);
    sender = Person.of(node, "sender", Grant.global(Role.INTERVIEWER));
  }

  @Override
  public void close() {
    node.close();
  }

  /** Somebody answers: their segments in their order, and the place of an option. */
  void answer(List<String> profile, int option) {
    StringBuilder line = new StringBuilder(String.join(",", profile));
    line.append(',').append(AttackedSurvey.OPTIONS.get(option));
    for (int i = 0; i < AttackedSurvey.FOLLOW_UPS; i++) {
      // Anything will do, so that all who are asked answer.
      line.append(option == 2 ? (lines.size() + i) % 2 == 0 ? ",one" : ",other" : ",");
    }
    lines.add(line.toString());
  }

  /** Sends what was answered and waits until its release is served. */
  void release() {
    StringBuilder csv = new StringBuilder("region,age,gender,settlement,q_role");
    for (int i = 0; i < AttackedSurvey.FOLLOW_UPS; i++) {
      csv.append(",why").append(i);
    }
    csv.append('\n').append(String.join("\n", lines)).append('\n');
    String path = "/api/v1/surveys/attacked/submissions:import?collector=open";
    HttpResponse<String> sent =
        node.send(
            sender
                .api(path)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv.toString())));
    assertEquals(201, sent.statusCode(), sent::body);
    released += lines.size();
    lines.clear();
    String count = "SELECT coalesce(max(responses), 0) FROM release";
    Eventually.until("released", () -> node.value(count).equals(Integer.toString(released)));
    String number = node.value("SELECT max(release) FROM release");
    Eventually.until("served", () -> csv("q_role", "").startsWith(number + ","));
  }

  private String csv(String question, String by) {
    HttpResponse<String> table =
        node.get("/api/v1/surveys/attacked/breakdown?format=csv&question=" + question + by);
    return table.statusCode() == 200 ? table.body().substring(table.body().indexOf('\n') + 1) : "";
  }

  /** Every published row of a question. */
  List<PublicRow> rows(String question) {
    List<PublicRow> rows = new ArrayList<>(rows(question, List.of()));
    for (int i = 0; i < AXES.size(); i++) {
      rows.addAll(rows(question, List.of(AXES.get(i))));
      for (int j = i + 1; j < AXES.size(); j++) {
        if (i != 1 || j < AXES.size() - 1) {
          rows.addAll(rows(question, List.of(AXES.get(i), AXES.get(j))));
        }
      }
    }
    return rows;
  }

  List<PublicRow> rows(String question, List<String> by) {
    StringBuilder query = new StringBuilder();
    by.forEach(axis -> query.append("&by=").append(axis));
    Map<List<String>, List<String[]>> cells = new LinkedHashMap<>();
    for (String line : csv(question, query.toString()).lines().toList()) {
      String[] cell = line.split(",", -1);
      List<String> domain = new ArrayList<>();
      for (int i = 0; i < by.size(); i++) {
        domain.add(by.get(i) + "=" + cell[5 + 2 * i]);
      }
      cells.computeIfAbsent(domain, any -> new ArrayList<>()).add(cell);
    }
    return cells.entrySet().stream()
        .filter(entry -> !entry.getValue().get(0)[8 + 2 * by.size()].isEmpty())
        .map(entry -> PublicRow.of(entry.getKey(), 5 + 2 * by.size(), entry.getValue()))
        .toList();
  }
}
