package org.saualnama.breakdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.disclosure.ShareStatus;
import org.saualnama.submission.Collector;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Item;
import org.saualnama.texts.Texts;

/** What has to be said beside the figures of a table, in its language. */
public final class FigureNotes {
  private final Breakdown breakdown;
  private final Texts texts;
  private final Optional<String> notice;

  /**
   * Notes on a table.
   *
   * @param notice what must be said of all figures of this server
   */
  public FigureNotes(Breakdown breakdown, Texts texts, Optional<String> notice) {
    this.breakdown = breakdown;
    this.texts = texts;
    this.notice = notice;
  }

  /** Whose answers these are, how they were weighted and what was done to protect them. */
  public List<String> all() {
    Item item = breakdown.query().item();
    List<String> notes = new ArrayList<>();
    notice.ifPresent(notes::add);
    notes.add(say(Collector.of(breakdown.query().collector()).kind().code()));
    notes.add(say("weighting." + TableWeighting.of(breakdown.rows()).code()));
    notes.add(say("interval"));
    notes.add(say("noise"));
    if (item.question().type() == AnswerType.MULTIPLE) {
      notes.add(say("multiple"));
    }
    if (item.question().strict()) {
      notes.add(say("strict"));
    }
    return notes;
  }

  /** The words of each status that a figure may have. */
  public Map<String, String> statuses() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("c", say("withheld", breakdown.release().minBase()));
    labels.put(ShareStatus.BANDED.code(), say("banded"));
    labels.put(ShareStatus.UNDER.code(), say("under"));
    labels.put(ShareStatus.OVER.code(), say("over"));
    return labels;
  }

  private String say(String key, Object... values) {
    return texts.text(breakdown.query().language(), "figures." + key, values);
  }
}
