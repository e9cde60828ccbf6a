package org.saualnama.bundle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.json.Json;
import org.saualnama.secret.SigningKey;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.survey.Definitions;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Texts;

/**
 * A whole release as one signed file: a function of the release and nothing else, so that the same
 * release has the same bytes whenever and wherever it is asked for.
 *
 * @param version whose rules the release followed
 * @param release without its errata, which come later
 * @param weighting the public report on its weights
 * @param notice what must be said of all its figures
 */
record Bundle(
    SurveyVersion version,
    PublishedRelease release,
    Map<String, Object> weighting,
    Optional<String> notice) {
  /** Of the files and what is in them; goes up when that changes. */
  private static final int FORMAT = 1;

  /** Its folder, and its file's name without the ending. */
  String name() {
    return version.code() + "-release-" + release.number();
  }

  byte[] signed(SigningKey key, Texts texts) {
    Survey survey = version.survey();
    String definition = Definitions.json(survey);
    SignedArchive archive = new SignedArchive(name(), key);
    archive.add("README.txt", new Readme(this, texts).text());
    archive.add("release.json", Json.write(noticed(about())));
    archive.add("disclosure-items.json", Json.write(survey.disclosureItems()));
    archive.add("definition.json", definition);
    archive.add("definition.yaml", DefinitionYaml.text(Definitions.tree(definition)));
    archive.add("weighting.json", Json.write(noticed(weighting)));
    archive.add("labels.csv", LabelTable.csv(version));
    new FigureFiles(version, release, texts, notice).addTo(archive);
    archive.add("release-key.pem", key.publicPem());
    return archive.signed();
  }

  private Map<String, Object> about() {
    return Json.object(
        "format", FORMAT,
        "survey", version.code(),
        "survey_version", version.number(),
        "release", release.number(),
        "date", release.date(),
        "sample_size", release.sampleSize(),
        "min_base", release.minBase(),
        "collectors", release.collectors());
  }

  private Map<String, Object> noticed(Map<String, Object> body) {
    Map<String, Object> all = new LinkedHashMap<>(body);
    notice.ifPresent(words -> all.put("notice", words));
    return all;
  }
}
