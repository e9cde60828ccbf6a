package org.saualnama.http;

/**
 * A page with one thing in it that is nobody else's.
 *
 * @param template whose only parameter is {@code blank}
 * @param blank the page with {@link #GAP} in place of that thing, once; equal blanks make equal
 *     pages
 * @param fill that thing, in ASCII letters that need no escapes
 * @param common whether others will see the same blank, so that it is worth keeping: never with
 *     what somebody answered
 */
public record FilledPage(String template, Object blank, String fill, boolean common) {
  /** What a blank has in its gap. */
  public static final String GAP = GappedPage.GAP;
}
