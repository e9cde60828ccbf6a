package org.saualnama.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The rule of one route: who may pass. Every route has one, or the server doesn't start. */
public final class Access {
  private enum Kind {
    ANYBODY,
    SIGNED_IN,
    ROLE,
    ROLE_SOMEWHERE
  }

  /** Respondents, readers, programs: no login, nothing is asked. */
  public static final Access ANYBODY = new Access(Kind.ANYBODY, Set.of());

  /** Any account, whatever its roles: its own sessions, keys and password. */
  public static final Access SIGNED_IN = new Access(Kind.SIGNED_IN, Set.of());

  private final Kind kind;
  private final Set<Role> roles;

  private Access(Kind kind, Set<Role> roles) {
    this.kind = kind;
    this.roles = roles;
  }

  /** One of these roles, for the survey that the path names, or for all surveys. */
  public static Access of(Role first, Role... others) {
    return new Access(Kind.ROLE, Set.copyOf(EnumSet.of(first, others)));
  }

  /** One of these roles for any survey: lists, of which each shows only what is one's own. */
  public static Access somewhere(Role first, Role... others) {
    return new Access(Kind.ROLE_SOMEWHERE, Set.copyOf(EnumSet.of(first, others)));
  }

  public boolean isOpen() {
    return kind == Kind.ANYBODY;
  }

  /** Whether none pass but people with accounts, and none of them to bring answers. */
  public boolean isForStaff() {
    return !isOpen() && !roles.contains(Role.INTERVIEWER);
  }

  /** The roles of which one is needed; none where there is no such rule. */
  public Set<Role> roles() {
    return roles;
  }

  /**
   * Whether {@code caller} may pass.
   *
   * @param survey the one that the path names
   */
  public boolean admits(Caller caller, Optional<String> survey) {
    return switch (kind) {
      case ANYBODY, SIGNED_IN -> true;
      case ROLE -> caller.may(roles, survey);
      case ROLE_SOMEWHERE -> roles.stream().anyMatch(caller::hasSomewhere);
    };
  }

  @Override
  public String toString() {
    return kind + (roles.isEmpty() ? "" : " " + EnumSet.copyOf(roles));
  }
}
