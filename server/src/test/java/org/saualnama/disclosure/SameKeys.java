package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.saualnama.Eventually;
import org.saualnama.GoldenInterviews;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;

/**
 * A real node whose releases can be repeated with other answers. Record keys are drawn at each
 * release by the system's random source, which takes no seed and must not. A trigger in the test's
 * own database therefore puts in the place of their sums what hangs on the profile, the question
 * and how many answered: rows are made of what the database gives back, so the server runs as it
 * is. What else would tell two installations apart (their epoch, the day) is set the same way.
 */
record SameKeys(Node node) implements AutoCloseable {
  private static final String SET_UP =
      """
      ALTER TABLE installation ALTER epoch SET DEFAULT '5a0a1000-0000-4000-8000-000000000000';
      ALTER TABLE release ALTER cut_at SET DEFAULT '2026-05-09 12:00Z';
      CREATE FUNCTION same_keys() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.key_sums := (
          SELECT array_agg(
            CASE NEW.answered[place] WHEN 0 THEN 0 ELSE
              hashtextextended(concat_ws('|', collector, segments, place, NEW.answered[place]), 0)
            END ORDER BY place)
          FROM profile, generate_subscripts(NEW.answered, 1) AS place
          WHERE profile.survey = NEW.survey AND profile.profile = NEW.profile);
        RETURN NEW;
      END $$;
      CREATE TRIGGER same_keys BEFORE INSERT ON tally FOR EACH ROW EXECUTE FUNCTION same_keys();
      """;

  /** Of the golden survey, in a database of its own; a demonstration, for it cuts at once. */
  static SameKeys start(Path folder, boolean weighted) {
    DatabaseUrl database = TestDatabase.create();
    Node.query(database, SET_UP);
    return new SameKeys(Node.startAmongOthers(database, folder, definitions(folder, weighted)));
  }

  private static Path definitions(Path folder, boolean weighted) {
    try {
      Path file =
          GoldenInterviews.definitions(Files.createTempDirectory(folder, "defs"))
              .resolve("golden.yaml");
      String text = Files.readString(file);
      String unweighted =
          text.substring(0, text.indexOf("weighting:\n"))
              + text.substring(text.indexOf("release:"));
      Files.writeString(file, weighted ? text : unweighted);
      return file.getParent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the answers in and waits for their release. */
  void answer(List<List<String>> people) {
    Person sender = Person.of(node, "sender", Grant.global(Role.INTERVIEWER));
    String csv =
        people.stream()
            .map(person -> String.join(",", person))
            .collect(Collectors.joining("\n", String.join(",", People.COLUMNS) + "\n", "\n"));
    HttpResponse<String> sent =
        node.send(
            sender
                .api("/api/v1/surveys/golden/submissions:import?collector=open")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
    assertEquals(201, sent.statusCode(), sent::body);
    Eventually.until(
        "it is served",
        () -> node.get("/api/v1/surveys/golden/breakdown?question=q_role").statusCode() == 200);
    assertEquals(Integer.toString(people.size()), node.value("SELECT responses FROM release"));
  }

  @Override
  public void close() {
    node.close();
  }
}
