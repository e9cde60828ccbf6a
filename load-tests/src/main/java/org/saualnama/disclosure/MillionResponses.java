package org.saualnama.disclosure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.release.Profile;
import org.saualnama.release.Release;
import org.saualnama.release.Tallies;
import org.saualnama.release.TallyLayout;
import org.saualnama.submission.Answers;
import org.saualnama.submission.Collector;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.SurveyVersion;

/**
 * A million responses to may9-kz in 5,000 profiles: invented, the same in each run. In this
 * package, for what a release computes before protection is nobody's business outside it.
 */
public final class MillionResponses {
  /** How many responses there are. */
  public static final int RESPONSES = 1_000_000;

  private static final int PROFILES = 5_000;

  private final SurveyVersion version =
      new SurveyVersion(
          new DefinitionReader().read(Path.of("survey-defs/may9-kz.yaml")).survey().orElseThrow(),
          1);
  private final Random random = new Random(9);
  private final List<Profile> profiles = new ArrayList<>();
  private final List<Answers> answers = new ArrayList<>();
  private final double[] weights;

  /** Draws who may answer, and what they weigh. */
  public MillionResponses() {
    Set<Profile> found = new LinkedHashSet<>();
    for (int number = 1; found.size() < PROFILES; number++) {
      Answers given = answersOf(new SyntheticRespondent(version, number));
      List<String> segments = new ArrayList<>();
      version.survey().segments().forEach(segment -> segments.add(given.choice(segment)));
      Profile profile = new Profile(Collector.OPEN, segments);
      found.add(profile);
      profiles.add(profile);
      answers.add(given);
    }
    weights = random.doubles(PROFILES, 0.2, 5).toArray();
  }

  /** As a form would have sent them; grids row by row. */
  private static Answers answersOf(SyntheticRespondent respondent) {
    Map<String, List<String>> choices = new LinkedHashMap<>();
    Map<?, ?> sent = (Map<?, ?>) respondent.submission().get("answers");
    sent.forEach(
        (question, answer) -> {
          if (answer instanceof Map<?, ?> rows) {
            rows.forEach((row, code) -> choices.put(question + "." + row, List.of((String) code)));
          } else if (answer instanceof List<?> several) {
            choices.put((String) question, several.stream().map(String.class::cast).toList());
          } else {
            choices.put((String) question, List.of(answer.toString()));
          }
        });
    return new Answers(choices, Map.of());
  }

  /** The first {@code count} of them, counted; each profile has somebody. */
  Tallies tallies(int count) {
    Random draw = new Random(5);
    Tallies tallies = new Tallies(TallyLayout.of(version));
    for (int i = 0; i < count; i++) {
      int who = i < profiles.size() ? i : draw.nextInt(profiles.size());
      tallies.add(profiles.get(who), answers.get(who), draw.nextLong());
    }
    return tallies;
  }

  /** The rows that a release tells anew, as its transaction makes them. */
  List<RowVersion> rows(int release, Tallies tallies, List<RowVersion> told) {
    Noise noise = new Noise("of a benchmark".getBytes(StandardCharsets.UTF_8), version.code());
    return new FreshRows(version, release, noise, new ToldRows(told))
        .of("open", tallies, Optional.of(weights));
  }

  /** What they answered. */
  public SurveyVersion version() {
    return version;
  }

  /** All of them as anybody sees them. */
  public PublishedRelease published() {
    List<ProtectedRow> rows =
        rows(1, tallies(RESPONSES), List.of()).stream().map(RowVersion::row).toList();
    OffsetDateTime day = OffsetDateTime.of(2026, 5, 9, 12, 0, 0, 0, ZoneOffset.UTC);
    Release release = new Release(1, 1, day, RESPONSES, false, List.of());
    return new PublishedRelease(release, 50, rows, List.of());
  }
}
