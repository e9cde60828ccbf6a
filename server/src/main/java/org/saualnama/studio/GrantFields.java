package org.saualnama.studio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.studio.Faults.Fault;
import org.saualnama.texts.Words;

/**
 * The fields in which grants are given: for each role a tick for all surveys, and a line for the
 * codes of single ones.
 */
public record GrantFields(List<Line> lines) {
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

  /**
   * One role's.
   *
   * @param surveys codes, as they are typed
   */
  public record Line(Role role, boolean everywhere, String surveys) {
    public String tickName() {
      return role.code() + "-all";
    }

    public String surveysName() {
      return role.code() + "-surveys";
    }

    List<String> codes() {
      return BETWEEN.splitAsStream(surveys).filter(code -> !code.isEmpty()).toList();
    }
  }

  public GrantFields {
    lines = List.copyOf(lines);
  }

  /** Filled with what is granted. */
  public static GrantFields of(Set<Grant> grants) {
    List<Line> lines = new ArrayList<>();
    for (Role role : Role.values()) {
      Set<String> surveys = new TreeSet<>();
      grants.stream()
          .filter(grant -> grant.role() == role)
          .forEach(grant -> grant.survey().ifPresent(surveys::add));
      lines.add(new Line(role, grants.contains(Grant.global(role)), String.join(" ", surveys)));
    }
    return new GrantFields(lines);
  }

  /** Filled with what was typed; {@code field} gives "" for what was not sent. */
  static GrantFields typed(UnaryOperator<String> field) {
    List<Line> lines = new ArrayList<>();
    for (Role role : Role.values()) {
      Line names = new Line(role, false, "");
      lines.add(
          new Line(
              role, !field.apply(names.tickName()).isEmpty(), field.apply(names.surveysName())));
    }
    return new GrantFields(lines);
  }

  /** What they grant: a role for all surveys needs no single ones. */
  Set<Grant> grants() {
    Set<Grant> grants = new HashSet<>();
    for (Line line : lines) {
      if (line.everywhere()) {
        grants.add(Grant.global(line.role()));
      } else {
        line.codes().forEach(code -> grants.add(Grant.of(line.role(), code)));
      }
    }
    return grants;
  }

  /** What can be no survey's code. */
  Faults faults(Words words) {
    List<Fault> faults = new ArrayList<>();
    for (Line line : lines) {
      line.codes().stream()
          .filter(code -> !SurveyCode.fits(code))
          .map(code -> new Fault(line.surveysName(), words.say("grants.no_code", code)))
          .forEach(faults::add);
    }
    return new Faults(faults);
  }
}
