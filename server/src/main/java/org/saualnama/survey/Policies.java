package org.saualnama.survey;

import java.util.List;
import java.util.Locale;

/** Keeps a definition from promising its respondents less than its sensitivity demands. */
final class Policies {
  private Policies() {}

  static void check(Draft draft, Problems problems) {
    Survey survey = draft.survey();
    ReleasePolicy asked = survey.release();
    ReleasePolicy floor = survey.sensitivity().releaseFloor();
    Floors floors = new Floors(survey.sensitivity(), problems);
    floors.hold("/release/min_newcomers", asked.minNewcomers(), floor.minNewcomers());
    floors.hold("/release/min_growth", asked.minGrowth(), floor.minGrowth());
    floors.hold("/release/min_interval", asked.minInterval(), floor.minInterval());
    Integer base = survey.disclosure().minBase();
    floors.hold("/disclosure/min_base", base, survey.sensitivity().baseFloor());
    if (survey.weighting() != null) {
      greatestWeight(survey, problems);
      bounds("/weighting/bounds", survey.weighting().bounds(), problems);
      if (!survey.weighting().trim().isEmpty()) {
        bounds("/weighting/trim", survey.weighting().trim(), problems);
      }
    }
  }

  /** A figure that hangs on one heavy respondent is that respondent's answer, noise or not. */
  private static void greatestWeight(Survey survey, Problems problems) {
    double asked = survey.weighting().bounds().get(1);
    double most = survey.sensitivity().greatestWeight();
    if (asked > most) {
      String message = "a weight may be up to " + asked + ", above the most of " + most;
      String kind = survey.sensitivity().name().toLowerCase(Locale.ROOT);
      problems.at(
          "/weighting/bounds",
          message + " for a survey that is " + kind,
          "use " + most + " or less; where no weights meet the margins then, join categories");
    }
  }

  private static void bounds(String pointer, List<Double> bounds, Problems problems) {
    if (!(bounds.get(0) < 1 && bounds.get(1) > 1)) {
      String message = "weights are bounded by " + bounds.get(0) + " and " + bounds.get(1);
      String mend = "put the first below 1 and the second above 1, the mean of all weights";
      problems.at(pointer, message, mend);
    }
  }

  private record Floors(Sensitivity sensitivity, Problems problems) {
    <T extends Comparable<T>> void hold(String pointer, T asked, T floor) {
      if (asked.compareTo(floor) < 0) {
        String field = pointer.substring(1).replace('/', '.');
        String kind = sensitivity.name().toLowerCase(Locale.ROOT);
        String message = "'" + field + "' is " + asked + ", below the floor of " + floor;
        String mend = "use " + floor + " or more; no definition can lower the floor";
        problems.at(pointer, message + " for a survey that is " + kind, mend);
      }
    }
  }
}
