package org.saualnama.microdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.saualnama.Node;

/** Responses of the survey about gardens, put where a release puts them. */
final class Harvest {
  private static final String RELEASE =
      """
      INSERT INTO release
        (survey, release, version, newcomers, responses, form_languages, items, cells)
      VALUES ('garden', %d, 1, %d, %d, '{}', '{}', '{}')
      """;

  private static final String PROFILES =
      """
      INSERT INTO profile (survey, profile, collector, segments) VALUES
        ('garden', 1, 'open', '{KZ-75,18-39}'),
        ('garden', 2, 'open', '{village,NULL}'),
        ('garden', 3, 'interviewer:2027-05', '{village,40plus}')
      ON CONFLICT DO NOTHING
      """;

  private static final String TALLY =
      """
      INSERT INTO tally (survey, release, profile, respondents, answered, key_sums, chosen)
      VALUES ('garden', %d, %d, %d, '{}', '{}', '{}')
      """;

  private static final String RESPONSES =
      """
      INSERT INTO response (survey, release, profile, version, record_key, answers, shown)
      SELECT 'garden', %d, %d, 1, 7000000000000 + i,
             jsonb_build_object('trees', (i %% 400)::text, 'grown', jsonb_build_array('apples'))
               || '%s',
             '{}'
      FROM generate_series(1, %d) AS i
      """;

  private Harvest() {}

  /** A node that serves the survey. */
  static Node node(Path folder) {
    try {
      Path definitions = Files.createDirectories(folder.resolve("garden-defs"));
      Files.writeString(definitions.resolve("garden.yaml"), Garden.definition());
      return Node.start(folder, definitions, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A release of so many by the open link, of whom one stands alone, and two interviews. */
  static void release(Node node, int release, int open) {
    node.query(RELEASE.formatted(release, open + 2, open + 2));
    node.query(PROFILES);
    add(node, release, 1, open - 1, "{\"place\": \"KZ-75\", \"age\": \"18-39\"}");
    add(node, release, 2, 1, "{\"place\": \"village\"}");
    add(node, release, 3, 2, "{\"place\": \"village\", \"age\": \"40plus\"}");
  }

  private static void add(Node node, int release, int profile, int count, String segments) {
    node.query(TALLY.formatted(release, profile, count));
    node.query(RESPONSES.formatted(release, profile, segments, count));
  }
}
