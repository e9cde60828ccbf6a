package org.saualnama.results;

import org.saualnama.http.PageView;

/** A page that shows tables of figures: what their templates have to know of it. */
public interface TablePage {
  PageView view();

  /** The base under which nothing is published. */
  int minBase();

  /** Where more is told by what {@code query} asks for. */
  String path(String query);

  /** What has to be said below a picture that leaves the page. */
  String source();
}
