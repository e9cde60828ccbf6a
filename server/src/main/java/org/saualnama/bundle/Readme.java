package org.saualnama.bundle;

import java.util.Map;
import org.saualnama.survey.Survey;
import org.saualnama.survey.Text;
import org.saualnama.texts.Texts;

/** What stands at the top of a bundle: what it is, who asked whom and how, and how to check it. */
final class Readme {
  private final Bundle bundle;
  private final Survey survey;
  private final Texts texts;
  private final StringBuilder text = new StringBuilder();

  Readme(Bundle bundle, Texts texts) {
    this.bundle = bundle;
    this.survey = bundle.version().survey();
    this.texts = texts;
  }

  /** In all of the server's languages; of the survey's words those there are. */
  String text() {
    texts.languages().forEach(this::add);
    return text.toString();
  }

  private void add(String language) {
    String own = survey.languages().contains(language) ? language : survey.languages().get(0);
    line(survey.title().in(own));
    line(
        say(
            language,
            "title",
            bundle.release().number(),
            bundle.release().date(),
            bundle.release().sampleSize()));
    bundle.notice().ifPresent(notice -> line("! " + texts.text(language, "demo")));
    line("");
    for (Map.Entry<String, Text> item : survey.disclosureItems().entrySet()) {
      texts
          .find(language, "item." + item.getKey())
          .ifPresent(label -> line(label + ": " + item.getValue().in(own)));
    }
    line("");
    line(say(language, "files"));
    line("");
    line(say(language, "figures", bundle.release().minBase()));
    line("");
    line(say(language, "errata", survey.code()));
    line("");
    line(say(language, "verify"));
    line("");
    line("  openssl pkeyutl -verify -pubin -inkey release-key.pem \\");
    line("    -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig");
    line("  sha256sum --check --strict --quiet SHA256SUMS");
    line("");
    line(say(language, "key"));
    line("");
    line("-".repeat(72));
    line("");
  }

  private String say(String language, String key, Object... values) {
    return texts.text(language, "bundle." + key, values);
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
