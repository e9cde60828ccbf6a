package org.saualnama.studio;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.saualnama.authoring.Draft;
import org.saualnama.authoring.Progress;
import org.saualnama.authoring.Version;
import org.saualnama.breakdown.Labels;
import org.saualnama.disclosure.BreakOffs;
import org.saualnama.release.Release;
import org.saualnama.survey.DefinitionProblem;
import org.saualnama.survey.Survey;
import org.saualnama.weighting.WeighingFailure;

/**
 * One survey: how far it is, and what its author can do.
 *
 * @param problems what keeps the draft from being published
 * @param versions what is published, newest first
 * @param progress empty before the first version
 * @param releases newest first
 * @param unweighted what could not be weighted in the newest release
 * @param breakOffs how far respondents came, newest release first; what may not be told is missing
 * @param trials where the draft can be tried
 * @param typed what was typed into a field, if something has to be mended
 */
public record Overview(
    Frame frame,
    Faults faults,
    String survey,
    String title,
    Draft draft,
    List<DefinitionProblem> problems,
    List<Version> versions,
    Optional<Progress> progress,
    List<Release> releases,
    List<WeighingFailure> unweighted,
    List<BreakOffs> breakOffs,
    Trials trials,
    UnaryOperator<String> typed) {
  static final String TEMPLATE = "studio/overview.jte";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

  /**
   * Links that store nothing, or nothing that counts.
   *
   * @param test in full, to be handed out
   */
  public record Trials(String preview, String test) {}

  public boolean published() {
    return progress.isPresent();
  }

  /** A word such as {@code open}; {@code draft} before the first version. */
  public String state() {
    return progress.map(found -> found.survey().state().code()).orElse("draft");
  }

  /** Whether it has not ended yet. */
  public boolean running() {
    return state().equals("open") || state().equals("paused");
  }

  /** The published survey's languages; none before. */
  public List<String> languages() {
    return progress.map(found -> found.survey().latest().survey().languages()).orElse(List.of());
  }

  /** The draft's revision, which a change has to name. */
  public String revision() {
    return Integer.toString(draft.revision());
  }

  public Optional<String> closes() {
    return progress.flatMap(found -> found.survey().closes()).map(Overview::minute);
  }

  /** What the next release waits for, in words. */
  public String next() {
    return progress
        .map(Progress::next)
        .map(
            next ->
                frame.say(
                    "next." + next.why().code(),
                    next.newcomers(),
                    next.notBefore().map(Overview::minute).orElse("")))
        .orElse("");
  }

  /** A page by its place in the form and a few words of it. */
  public String pageOf(BreakOffs told, BreakOffs.Share share) {
    Survey survey = told.version().survey();
    String words = Titles.of(survey, survey.pages().get(share.page()), frame.language());
    return share.page() + 1 + ". " + words;
  }

  /** Why so many were refused, in words where there are some. */
  public String refusedAs(String kind) {
    return frame.words().find("refused." + kind).orElse(kind);
  }

  /** Whose weights there are none of, and of which scheme. */
  public String unweighted(WeighingFailure failure) {
    return frame.say(
        "overview.unweighted.who",
        Labels.collector(failure.collector(), frame.words()),
        frame.say("scheme." + failure.scheme().code()));
  }

  /** A time as everybody can convert it. */
  public static String minute(OffsetDateTime time) {
    return MINUTE.format(time.withOffsetSameInstant(ZoneOffset.UTC));
  }
}
