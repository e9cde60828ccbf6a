package org.saualnama.studio;

/**
 * The page for signing in.
 *
 * @param name as it was typed; a password is never shown again
 * @param next where to go afterwards
 * @param outside the way to an outside provider that vouches as well, or null
 */
public record SignInForm(Frame frame, Faults faults, String name, String next, String outside) {
  static final String TEMPLATE = "studio/signin.jte";
}
