package org.saualnama.disclosure;

import java.util.Collections;
import java.util.Set;

/**
 * One category of an axis.
 *
 * @param segment the place of its segment in a profile
 * @param codes the segment's codes that it stands for
 */
record Category(String axis, String code, int segment, Set<String> codes) {
  Category {
    codes = Set.copyOf(codes);
  }

  /** As domains write it. */
  String name() {
    return axis + "=" + code;
  }

  /** Whether all who are in this one are in {@code other} too. */
  boolean isWithin(Category other) {
    return segment == other.segment && other.codes.containsAll(codes);
  }

  /** Whether a code of the same segment is in both. */
  boolean overlaps(Category other) {
    return !Collections.disjoint(codes, other.codes);
  }
}
