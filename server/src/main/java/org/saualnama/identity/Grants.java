package org.saualnama.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saualnama.access.Grant;

/** Sets of grants: as they are written down, and what two of them have in common. */
final class Grants {
  private Grants() {}

  /** Reads codes that this program wrote; one of a later version grants nothing here. */
  static Set<Grant> of(Collection<String> codes) {
    return codes.stream()
        .map(Grant::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** In alphabetical order. */
  static List<String> codes(Set<Grant> grants) {
    return grants.stream().map(Grant::code).sorted().toList();
  }

  /** What both sets grant: a role for one survey is part of the role for all. */
  static Set<Grant> common(Set<Grant> some, Set<Grant> others) {
    Set<Grant> common = new HashSet<>();
    some.stream().filter(grant -> covered(grant, others)).forEach(common::add);
    others.stream().filter(grant -> covered(grant, some)).forEach(common::add);
    return Set.copyOf(common);
  }

  /** Whether {@code grants} say the same or more. */
  static boolean covered(Grant grant, Set<Grant> grants) {
    return grants.contains(grant) || grants.contains(Grant.global(grant.role()));
  }
}
