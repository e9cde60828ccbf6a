package org.saualnama.microdata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saualnama.submission.Collector;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.Reading;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Texts;
import org.saualnama.texts.Words;

/** Five people's answers about their gardens, as files. */
final class Garden {
  /** One of each kind of answer, then the ends of what can be, then nothing at all. */
  static final List<String> ANSWERS =
      List.of(
          """
          {"place": "KZ-75", "age": "18-39", "warmth": "-2", "grown": ["apples", "other"],
           "trees": "7", "weight": "-31", "quarrels.neighbours": "often"}
          """,
          """
          {"place": "village", "age": "40plus", "warmth": "2", "grown": ["hard_to_say"],
           "trees": "hard_to_say", "weight": "hard_to_say", "quarrels.family": "never"}
          """,
          """
          {"place": "prefer_not_to_say", "warmth": "hard_to_say", "trees": "500", "weight": "40"}
          """,
          """
          {"place": "village", "age": "40plus", "warmth": "prefer_not_to_say", "trees": "0"}
          """,
          "{}");

  private static final List<Collector> COLLECTORS =
      List.of(Collector.OPEN, Collector.of("interviewer:2027-05"));

  private Garden() {}

  static String definition() {
    try (InputStream in = Garden.class.getResourceAsStream("garden.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SurveyVersion version() {
    Reading reading =
        new DefinitionReader().read("garden.yaml", definition(), path -> Optional.empty());
    assertEquals(List.of(), reading.problems());
    return new SurveyVersion(reading.survey().orElseThrow(), 1);
  }

  static List<Variable> variables(String language) {
    Words words = new Words(new Texts(), language);
    return Variables.of(version().survey(), COLLECTORS, 3, true, words);
  }

  static Codebook codebook(String language, long rows) {
    return new Codebook(
        "garden",
        version().survey().title().in(language),
        language,
        3,
        LocalDate.of(2027, 5, 9),
        variables(language),
        rows,
        2,
        List.of(new Texts().text(language, "microdata.note.order"), "Ә".repeat(100)));
  }

  static Variable variable(String name) {
    return variables("en").stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
  }

  static List<double[]> rows() {
    Rows rows = new Rows(codebook("en", 5));
    List<double[]> all = new ArrayList<>();
    for (String answers : ANSWERS) {
      int collector = all.size() < 4 ? 1 : 2;
      all.add(rows.cells(collector, 1 + all.size() % 3, 0.25 + all.size() / 3.0, answers));
    }
    return all;
  }

  /** All of them, {@code times} over. */
  static byte[] file(Format format, String language, int times) {
    LittleEndian out = new LittleEndian();
    List<double[]> rows = rows();
    RowWriter writer = format.writer(codebook(language, (long) times * rows.size()), out);
    LittleEndian whole = new LittleEndian();
    writer.begin();
    for (int i = 0; i < times; i++) {
      rows.forEach(writer::row);
      whole.bytes(out.take());
    }
    writer.end();
    return whole.bytes(out.take()).take();
  }
}
