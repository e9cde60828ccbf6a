package org.saualnama.studio;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.saualnama.access.Caller;
import org.saualnama.access.Role;
import org.saualnama.texts.Texts;
import org.saualnama.texts.Words;

/**
 * What the studio's layout needs of any page.
 *
 * @param title without the mark of an error
 * @param demo whether every page has to say that its data is synthetic
 * @param caller who looks at it; empty before signing in
 * @param csrf what every change has to carry; empty before signing in
 * @param address of the page, to show it in another language
 * @param notice what has just been done, if the page comes after a change
 */
public record Frame(
    String language,
    String title,
    boolean demo,
    Optional<Caller> caller,
    String csrf,
    String address,
    Optional<Notice> notice,
    Assets assets,
    Texts texts) {

  /** Addresses of the style and the scripts. */
  public record Assets(String style, String htmx, String script) {}

  /** The pages' own words in the page's language. */
  public String say(String key, Object... values) {
    return words().say(key, values);
  }

  /** All of them. */
  public Words words() {
    return new Words(texts, language);
  }

  public List<String> languages() {
    return texts.languages();
  }

  /** What {@code other} language is called there. */
  public String nameOf(String other) {
    return texts.text(other, "language.name");
  }

  /** Whether who looks at it may do what {@code role} may, for all surveys. */
  public boolean may(Role role) {
    return caller.filter(c -> c.may(Set.of(role), Optional.empty())).isPresent();
  }

  /** Whether who looks at it may do what {@code role} may, for this survey. */
  public boolean may(Role role, String survey) {
    return caller.filter(c -> c.may(Set.of(role), Optional.of(survey))).isPresent();
  }

  /** The same page, its title saying that something has to be mended. */
  public Frame inError() {
    return new Frame(
        language,
        say("error.prefix", title),
        demo,
        caller,
        csrf,
        address,
        Optional.empty(),
        assets,
        texts);
  }
}
