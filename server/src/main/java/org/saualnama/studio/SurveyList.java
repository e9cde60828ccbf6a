package org.saualnama.studio;

import java.util.List;
import java.util.Optional;
import org.saualnama.access.Role;

/** The surveys of which whoever looks has some part. */
public record SurveyList(Frame frame, List<Line> lines) {
  static final String TEMPLATE = "studio/surveys.jte";

  /**
   * One survey.
   *
   * @param state a word such as {@code open}; {@code draft} if it is not published
   * @param waiting about how many submissions wait, as a coarse step's word
   * @param release the newest, if there is one
   */
  public record Line(
      String code,
      String title,
      String state,
      Optional<String> waiting,
      Optional<LastRelease> release) {}

  /**
   * What anybody may know of a release.
   *
   * @param people rounded
   */
  public record LastRelease(int number, String date, long people) {}

  public SurveyList {
    lines = List.copyOf(lines);
  }

  public boolean mayCreate() {
    return frame.may(Role.AUTHOR);
  }

  public boolean mayAuthor(Line line) {
    return frame.may(Role.AUTHOR, line.code());
  }

  public boolean maySteward(Line line) {
    return frame.may(Role.STEWARD, line.code());
  }
}
