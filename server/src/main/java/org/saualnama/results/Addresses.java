package org.saualnama.results;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a survey's figures are found, as pages, as frames for other sites and as data.
 *
 * @param release the number of the release that is shown, if there is one
 * @param server how browsers reach it
 */
record Addresses(String survey, String language, Optional<Integer> release, URI server) {

  /** Where the whole page is. */
  String page() {
    return "/results/" + survey + "/" + language;
  }

  /**
   * What an address ends in.
   *
   * @param query what is asked for; "" for all
   * @param collector "" for the first
   * @param pinned whether it names the release, and so tells the same for good
   */
  String ending(String query, String collector, boolean pinned) {
    String ending =
        Stream.of(
                query,
                collector.isEmpty() ? "" : "collector=" + collector,
                release.filter(number -> pinned).map(number -> "release=" + number).orElse(""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    return ending.isEmpty() ? "" : "?" + ending;
  }

  /** The whole of an address below {@link #page}, for those who come from elsewhere. */
  URI outside(String below) {
    return server.resolve(page() + below);
  }

  /** The HTML that shows one table elsewhere. */
  String frame(String ending, String title) {
    String source = outside("/embed" + ending).toString().replace("&", "&amp;");
    String words = title.replace("&", "&amp;").replace("\"", "&quot;");
    return "<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"560\" loading=\"lazy\"></iframe>"
        .formatted(source, words);
  }

  /** The same figures as data. */
  String csv(String query, String collector) {
    return "/api/v1/surveys/%s/breakdown%s&lang=%s&format=csv"
        .formatted(survey, ending(query, collector, true), language);
  }

  /** Where more can be asked of what an address ends in. */
  String workbench(String ending) {
    return "/workbench/" + survey + "/" + language + ending;
  }

  /** Where the news of releases comes from. */
  String news() {
    return "/api/v1/surveys/" + survey + "/releases/stream";
  }
}
