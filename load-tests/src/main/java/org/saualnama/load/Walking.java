package org.saualnama.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.survey.Page;
import org.saualnama.survey.Question;

/** Visits of the whole form, page by page, as browsers without scripts make them. */
final class Walking {
  private static final String FORM = "/s/" + Respondents.SURVEY;
  private static final String AGENT =
      " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nAccept-Language: kk\r\n";
  private static final String STATE = "name=\"_state\" value=\"";
  private static final String NAME = "name=\"";

  private final Map<String, Integer> pageOf = new HashMap<>();
  private final List<List<String>> fields = new ArrayList<>();
  private int sent;

  Walking(Respondents respondents) {
    List<Page> pages = respondents.version().survey().pages();
    for (int page = 0; page < pages.size(); page++) {
      for (Question question : pages.get(page).questions()) {
        pageOf.put(question.code(), page);
      }
    }
    for (var submission : respondents.submissions()) {
      List<String> byPage = new ArrayList<>();
      for (Page page : pages) {
        byPage.add(fieldsOf(page, (Map<?, ?>) submission.get("answers")));
      }
      fields.add(byPage);
    }
  }

  private static String fieldsOf(Page page, Map<?, ?> answers) {
    StringBuilder all = new StringBuilder();
    for (Question question : page.questions()) {
      Object answer = answers.get(question.code());
      if (answer instanceof Map<?, ?> rows) {
        rows.forEach((row, code) -> append(all, question.code() + "." + row, code));
      } else if (answer instanceof List<?> several) {
        several.forEach(code -> append(all, question.code(), code));
      } else if (answer != null) {
        append(all, question.code(), answer);
      }
    }
    return all.toString();
  }

  private static void append(StringBuilder all, String name, Object value) {
    all.append('&').append(name).append('=').append(URLEncoder.encode(value.toString(), UTF_8));
  }

  /** The next respondent, from the first page to the receipt. */
  Visit next() {
    List<String> answers = fields.get(sent++ % fields.size());
    return new Visit() {
      @Override
      public Buffer first() {
        return Buffer.buffer("GET " + FORM + "/kk" + AGENT + "\r\n");
      }

      @Override
      public Optional<Buffer> after(Answer answer) {
        String html = answer.text();
        if (answer.status() == 200 && html.contains("class=\"receipt\"")) {
          return Optional.empty();
        }
        int state = html.indexOf(STATE);
        if (answer.status() != 200 || state < 0 || html.contains("class=\"error\"")) {
          throw new IllegalStateException("a page that nobody expects: " + answer.status());
        }
        String sealed =
            html.substring(state + STATE.length(), html.indexOf('"', state + STATE.length()));
        return Optional.of(post("_state=" + sealed + "&_go=next" + fieldsFor(html, state)));
      }

      private String fieldsFor(String html, int state) {
        int at = html.indexOf(NAME, state + STATE.length());
        String name = html.substring(at + NAME.length(), html.indexOf('"', at + NAME.length()));
        if (name.equals("_consent")) {
          return "&_consent=agree";
        }
        Integer page = pageOf.get(name.replaceFirst("\\..*", ""));
        return page == null ? "" : answers.get(page);
      }
    };
  }

  private static Buffer post(String body) {
    return Buffer.buffer(
        "POST "
            + FORM
            + AGENT
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }
}
