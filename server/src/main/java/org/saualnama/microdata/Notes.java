package org.saualnama.microdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.saualnama.breakdown.Labels;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Survey;
import org.saualnama.texts.Words;
import org.saualnama.weighting.Scheme;

/** What has to be said in every file of microdata, in its language. */
final class Notes {
  private Notes() {}

  /**
   * All of it.
   *
   * @param unweighted whose weights there are none of
   * @param notice what this server says of everything, such as that it is a demonstration
   */
  static List<String> of(
      MicrodataQuery query,
      Census census,
      List<Collector> unweighted,
      Words words,
      Optional<String> notice) {
    Survey survey = query.version().survey();
    List<String> notes = new ArrayList<>();
    notice.ifPresent(notes::add);
    notes.add(
        words.say(
            "microdata.note.unique", census.unique(), census.rows(), segments(survey, words)));
    notes.add(words.say("microdata.note.order"));
    notes.add(words.say("microdata.note.missing"));
    query.collectors().stream()
        .map(collector -> words.say("figures." + collector.kind().code()))
        .distinct()
        .forEach(notes::add);
    if (query.collectors().size() > 1) {
      notes.add(words.say("microdata.note.mixed"));
    }
    notes.addAll(weights(query, unweighted, words));
    if (!query.version().strictItems().isEmpty()) {
      notes.add(words.say("microdata.note.randomised", words.say("microdata.randomised")));
    }
    return notes;
  }

  private static List<String> weights(
      MicrodataQuery query, List<Collector> unweighted, Words words) {
    List<String> notes = new ArrayList<>();
    if (query.scheme() != Scheme.NONE && unweighted.size() < query.collectors().size()) {
      notes.add(words.say("microdata.note.weight", words.say("scheme." + query.scheme().code())));
    }
    if (!unweighted.isEmpty()) {
      String whose =
          unweighted.stream()
              .map(collector -> Labels.collector(collector, words))
              .collect(Collectors.joining("; "));
      notes.add(words.say("microdata.note.unweighted", whose));
    }
    return notes;
  }

  private static String segments(Survey survey, Words words) {
    return survey.segments().stream()
        .map(segment -> survey.question(segment).orElseThrow().label().in(words.language()))
        .collect(Collectors.joining("; "));
  }
}
