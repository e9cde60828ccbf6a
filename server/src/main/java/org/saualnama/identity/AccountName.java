package org.saualnama.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.saualnama.refusal.Refusal;

/** What people call an account; two that differ in case only are the same. */
public record AccountName(String text) {
  /** Whom the audit log names where no account did it. */
  public static final String SERVER = "server";

  private static final Pattern FORM =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@-]{1,63}");

  /**
   * A name that may be given to an account.
   *
   * @throws Refusal saying what is wrong with it
   */
  public static AccountName checked(String text) {
    AccountName name = new AccountName(Normalizer.normalize(text.strip(), Normalizer.Form.NFC));
    if (!FORM.matcher(name.text).matches() || name.key().equals(SERVER)) {
      throw Refusal.malformed(
          "name",
          "not_a_name",
          "Use 2 to 64 letters, digits, dots, hyphens, underscores and @, beginning with a letter"
              + " or digit; \"server\" is taken.");
    }
    return name;
  }

  /** What sets accounts apart. */
  public String key() {
    return fold(text);
  }

  static String fold(String text) {
    String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
    return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
