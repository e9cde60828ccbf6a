package org.saualnama;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** A demonstration in which enough have answered the 9 May survey to see it in all its pictures. */
public final class AnsweredDemo {
  private static final String TABLE = "/api/v1/surveys/may9-kz/breakdown?question=meaning";
  private static final Pattern SIZE = Pattern.compile("\"sample_size\":(\\d+)");

  private AnsweredDemo() {}

  /**
   * Serves once the answers of two thirds are published: the first release may be too small to tell
   * anything by two segments, and the last answers may wait for others.
   */
  public static Node start(Path folder, int respondents) {
    Node node = Node.start(folder, TestDefs.shipped(), true);
    SurveyVersion may9 = ShippedSurveys.may9();
    IntStream.range(0, respondents)
        .parallel()
        .mapToObj(i -> new SyntheticRespondent(may9, i))
        .forEach(r -> node.submit("may9-kz", r.id(), r.submission()));
    Eventually.until("two thirds are published", () -> published(node) >= respondents * 2 / 3);
    return node;
  }

  private static int published(Node node) {
    HttpResponse<String> table = node.get(TABLE);
    Matcher size = SIZE.matcher(table.body());
    return size.find() ? Integer.parseInt(size.group(1)) : 0;
  }
}
