package org.saualnama.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The pages' own words, kept out of templates so that a translator finds them in one place. */
public final class Texts {
  private static final List<String> LANGUAGES = List.of("kk", "ru", "en");

  private final Map<String, Properties> byLanguage = new LinkedHashMap<>();

  public Texts() {
    LANGUAGES.forEach(language -> byLanguage.put(language, read(language)));
  }

  private static Properties read(String language) {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Texts.class.getResourceAsStream(language + ".properties"), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The languages there are words in, Kazakh first. */
  public List<String> languages() {
    return LANGUAGES;
  }

  /**
   * The words for {@code key}, with {@code {0}}, {@code {1}}.. replaced.
   *
   * <p>Not by MessageFormat, in which a translator's apostrophe is a trap.
   */
  public String text(String language, String key, Object... values) {
    String text = byLanguage.get(language).getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no words in " + language + " for " + key);
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", values[i].toString());
    }
    return text;
  }

  /** The words for {@code key}, if there are any. */
  public Optional<String> find(String language, String key) {
    return Optional.ofNullable(byLanguage.get(language).getProperty(key));
  }

  Set<String> keys(String language) {
    return byLanguage.get(language).stringPropertyNames();
  }
}
