package org.saualnama.identity;

import java.util.regex.Pattern;

/** Where somebody wanted to go before signing in, if that is inside the studio. */
public final class StudioPath {
  public static final String HOME = "/studio";

  private static final Pattern INSIDE =
      Pattern.compile("/studio(/[\\w~-][\\w.~-]*)*/?(\\?[\\w.~=&%+-]*)?");

  private StudioPath() {}

  /** {@code path} if it leads nowhere else, or else the studio's first page. */
  public static String orHome(String path) {
    return path != null && path.length() <= 500 && INSIDE.matcher(path).matches() ? path : HOME;
  }
}
