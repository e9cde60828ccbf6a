package org.saualnama.manual;

import java.net.URI;
import java.util.List;
import org.saualnama.http.PageView;

/**
 * The contract as a page.
 *
 * @param server how programs reach it
 */
public record ManualPage(PageView view, Manual manual, URI server) {
  static final String TEMPLATE = "manual/manual.jte";

  /** Who may ask, in words. */
  public String who(List<String> roles) {
    return roles.equals(List.of("*"))
        ? view.say("manual.signed_in")
        : view.say("manual.roles", String.join(", ", roles.stream().map(this::role).toList()));
  }

  private String role(String code) {
    return view.say("role." + code);
  }
}
