package org.saualnama.http;

import io.vertx.ext.web.RoutingContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** Keeps a change from falling on something else than what its sender saw. */
public final class Preconditions {
  private static final Pattern REVISION = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

  private Preconditions() {}

  /**
   * The revision that {@code If-Match} names.
   *
   * @throws Refusal (no precondition) without the header, (malformed) if it names no revision
   */
  public static int revision(RoutingContext context) {
    String tag = context.request().getHeader("If-Match");
    if (tag == null) {
      throw new Refusal(
          Reason.NO_PRECONDITION, "Send If-Match with the ETag of what you have changed.");
    }
    Matcher matcher = REVISION.matcher(tag.strip());
    if (!matcher.matches()) {
      throw Refusal.malformed(
          "If-Match", "no_revision", "Send the ETag of the draft, such as \"12\".");
    }
    return Integer.parseInt(matcher.group(1));
  }

  /** What names {@code revision} to a client. */
  public static String tag(int revision) {
    return "\"" + revision + "\"";
  }
}
