package org.saualnama.studio;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.saualnama.microdata.Download;
import org.saualnama.microdata.Format;
import org.saualnama.microdata.MicrodataQuery;
import org.saualnama.microdata.Taken;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyVersion;

/**
 * What a steward reads before taking microdata, and the form for it.
 *
 * @param taken what there would be by the open link; empty if there is nothing
 * @param nothing why, as a key of the studio's words
 * @param download the reader's own, if one is on its way
 * @param typed what was typed into a field, if something has to be mended
 */
public record Microdata(
    Frame frame,
    Faults faults,
    SurveyVersion version,
    Optional<Taken> taken,
    String nothing,
    Optional<Download> download,
    UnaryOperator<String> typed) {
  static final String TEMPLATE = "studio/microdata.jte";
  static final String PROGRESS = "studio/progress.jte";

  public String survey() {
    return version.code();
  }

  /** The page's own address. */
  public String path() {
    return "/studio/surveys/" + survey() + "/microdata";
  }

  public List<String> formats() {
    return Format.codes();
  }

  public List<String> languages() {
    return version.survey().languages();
  }

  public List<String> schemes() {
    return MicrodataQuery.schemes(version);
  }

  /** What somebody may be known by. */
  public String segments() {
    Survey survey = version.survey();
    String language =
        languages().contains(frame.language()) ? frame.language() : languages().get(0);
    return survey.segments().stream()
        .map(segment -> survey.question(segment).orElseThrow().label().in(language))
        .collect(Collectors.joining("; "));
  }

  /** Whether {@code choice} of a field stands first: it was chosen, or nothing was and it fits. */
  public boolean chosen(String field, String choice, String otherwise) {
    String chosen = typed.apply(field);
    return choice.equals(chosen.isEmpty() ? otherwise : chosen);
  }

  /** How far the reader's file is. */
  public String progress() {
    return download
        .map(
            file -> {
              String format = frame.say("microdata.format." + file.format().code());
              return file.written() == 0
                  ? frame.say("microdata.progress.begun", format)
                  : frame.say("microdata.progress.rows", format, file.written(), file.rows());
            })
        .orElseGet(() -> frame.say("microdata.progress.none"));
  }
}
