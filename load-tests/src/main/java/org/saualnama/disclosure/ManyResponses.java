package org.saualnama.disclosure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.release.Profile;
import org.saualnama.release.Release;
import org.saualnama.release.Tallies;
import org.saualnama.release.TallyLayout;
import org.saualnama.submission.Answers;
import org.saualnama.submission.Collector;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.weighting.Respondents;
import org.saualnama.weighting.Scheme;

/**
 * Many responses to may9-kz in many profiles: invented, the same in each run. In this package, for
 * what a release computes before protection is nobody's business outside it.
 */
public final class ManyResponses {
  private final SurveyVersion version =
      new SurveyVersion(
          new DefinitionReader().read(Path.of("survey-defs/may9-kz.yaml")).survey().orElseThrow(),
          1);
  private final Random random = new Random(9);
  private final Map<Profile, Answers> people = new LinkedHashMap<>();
  private final List<Profile> profiles;

  /**
   * Draws who may answer: somebody of each of {@code count} profiles, all equally likely, for the
   * likely ones alone would be too few. Their other answers are those of somebody invented.
   */
  public ManyResponses(int count) {
    for (int number = 1; people.size() < count; number++) {
      List<String> segments = version.survey().segments().stream().map(this::drawn).toList();
      Profile profile = new Profile(Collector.OPEN, segments);
      if (!people.containsKey(profile)) {
        people.put(profile, answersOf(new SyntheticRespondent(version, number), segments));
      }
    }
    profiles = List.copyOf(people.keySet());
  }

  private String drawn(String segment) {
    List<String> codes = version.itemsOf(version.questions().get(segment)).get(0).codes();
    return codes.get(random.nextInt(codes.size()));
  }

  /** As a form would have sent them; grids row by row. */
  private Answers answersOf(SyntheticRespondent respondent, List<String> segments) {
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
    for (int i = 0; i < segments.size(); i++) {
      choices.put(version.survey().segments().get(i), List.of(segments.get(i)));
    }
    return new Answers(choices, Map.of());
  }

  /** The first {@code count} of them, counted; each profile has somebody. */
  Tallies tallies(int count) {
    Random draw = new Random(5);
    Tallies tallies = new Tallies(TallyLayout.of(version));
    for (int i = 0; i < count; i++) {
      Profile who = profiles.get(i < profiles.size() ? i : draw.nextInt(profiles.size()));
      tallies.add(who, people.get(who), draw.nextLong());
    }
    return tallies;
  }

  /** What they weigh by the survey's own margins, as a release weighs them. */
  double[] weights(Tallies tallies) {
    return Respondents.byCollector(version, tallies).get(Collector.OPEN).weights(Scheme.CALIBRATED);
  }

  /** The rows that a release tells anew, as its transaction makes them. */
  List<RowVersion> rows(int release, Tallies tallies, double[] weights, List<RowVersion> told) {
    Noise noise = new Noise("of a benchmark".getBytes(StandardCharsets.UTF_8), version.code());
    ToldRows before = new ToldRows();
    told.forEach(one -> before.add(one.row().key(), one.row().asOf(), one.answerers()));
    return new FreshRows(version, release, noise, before).of("open", tallies, Optional.of(weights));
  }

  /** What they answered. */
  public SurveyVersion version() {
    return version;
  }

  /** So many of them as anybody sees them. */
  public PublishedRelease published(int count) {
    Tallies tallies = tallies(count);
    List<ProtectedRow> rows =
        rows(1, tallies, weights(tallies), List.of()).stream().map(RowVersion::row).toList();
    OffsetDateTime day = OffsetDateTime.of(2026, 5, 9, 12, 0, 0, 0, ZoneOffset.UTC);
    Release release = new Release(1, 1, day, count, false, List.of());
    return new PublishedRelease(release, 50, rows, List.of());
  }
}
