package org.saualnama.authoring;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.disclosure.DisclosureControl;
import org.saualnama.json.Json;
import org.saualnama.release.Release;
import org.saualnama.survey.PublishedSurvey;

/** How far a survey is, as the API tells it. */
final class ProgressView {
  private ProgressView() {}

  static Map<String, Object> head(PublishedSurvey survey) {
    Map<String, Object> view =
        Json.object(
            "survey", survey.latest().code(),
            "version", survey.latest().number(),
            "state", survey.state().code());
    survey.closes().ifPresent(end -> view.put("closes", ISO_OFFSET_DATE_TIME.format(end)));
    return view;
  }

  static Map<String, Object> of(Progress progress) {
    Map<String, Object> view = head(progress.survey());
    view.put("waiting", progress.waiting().code());
    List<Map<String, Object>> refused =
        progress.refused().entrySet().stream()
            .map(kind -> Json.object("kind", kind.getKey(), "about", kind.getValue().code()))
            .toList();
    view.put("refused", refused);
    view.put("set_aside", progress.setAside());
    progress.last().ifPresent(release -> view.put("release", release(release)));
    view.put("next_release", next(progress.next()));
    return view;
  }

  private static Map<String, Object> release(Release release) {
    return Json.object(
        "release", release.number(),
        "date", release.cutAt().toLocalDate().toString(),
        "sample_size", DisclosureControl.rounded(release.responses()));
  }

  private static Map<String, Object> next(NextRelease next) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("waits_for", next.why().code());
    next.notBefore().ifPresent(at -> view.put("not_before", ISO_OFFSET_DATE_TIME.format(at)));
    view.put("newcomers", next.newcomers());
    return view;
  }
}
