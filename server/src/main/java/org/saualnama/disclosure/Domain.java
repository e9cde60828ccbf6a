package org.saualnama.disclosure;

import java.util.List;

/** Those who are in all of some categories; all respondents if there are none. */
final class Domain {
  private final List<Category> categories;
  private final List<String> names;
  private final int hash;

  /**
   * Of these categories.
   *
   * @param categories in the order of the axes, at most one of each segment
   */
  Domain(List<Category> categories) {
    this.categories = List.copyOf(categories);
    this.names = categories.stream().map(Category::name).toList();
    this.hash = names.hashCode();
  }

  List<Category> categories() {
    return categories;
  }

  /** As rows name it. */
  List<String> names() {
    return names;
  }

  /** The axes it is made by. */
  List<String> axes() {
    return categories.stream().map(Category::axis).toList();
  }

  /** The segments it looks at. */
  List<Integer> segments() {
    return categories.stream().map(Category::segment).toList();
  }

  /** Whether somebody could be in both; asked of domains by the same segments. */
  boolean overlaps(Domain other) {
    for (int i = 0; i < categories.size(); i++) {
      if (!categories.get(i).overlaps(other.categories.get(i))) {
        return false;
      }
    }
    return true;
  }

  // Looked up for every row, hence the hash that is kept; names tell categories apart.
  @Override
  public boolean equals(Object other) {
    return other instanceof Domain domain && names.equals(domain.names);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return names.toString();
  }
}
