package org.saualnama.studio;

/**
 * The page for signing in.
 *
 * @param name as it was typed; a password is never shown again
 * @param next where to go afterwards
 * @param outside whether an outside provider can vouch as well
 */
public record SignInForm(Frame frame, Faults faults, String name, String next, boolean outside) {
  static final String TEMPLATE = "studio/signin.jte";
}
