package org.saualnama.form;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.saualnama.survey.Page;

/** The way through the pages: only those that ask something, and never back over a lock. */
record Walk(List<Page> pages, Set<String> asked) {

  /** The next page that asks something, or the number of pages if there is none. */
  int next(int page) {
    int next = page + 1;
    while (next < pages.size() && !asks(next)) {
      next++;
    }
    return next;
  }

  /** The page before, down to the consent; empty where a locked one lies behind. */
  OptionalInt previous(int page) {
    int previous = page - 1;
    while (previous > FormState.CONSENT && !asks(previous)) {
      previous--;
    }
    boolean barred = previous < FormState.CONSENT || (previous >= 0 && pages.get(previous).locks());
    return barred ? OptionalInt.empty() : OptionalInt.of(previous);
  }

  /** How many pages this respondent has seen, with this one. */
  int seen(int page) {
    int seen = 0;
    for (int i = 0; i <= page; i++) {
      seen += asks(i) ? 1 : 0;
    }
    return seen;
  }

  /** How many there may be in all: those seen, and any that may still come. */
  int about(int page) {
    return seen(page) + pages.size() - 1 - page;
  }

  private boolean asks(int page) {
    return pages.get(page).questions().stream().anyMatch(q -> asked.contains(q.code()));
  }
}
