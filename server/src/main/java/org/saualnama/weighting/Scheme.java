package org.saualnama.weighting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saualnama.survey.Weighting;

/** The ways to weigh respondents. */
public enum Scheme {
  /** Base weights only, which are 1 unless a definition says otherwise. */
  NONE {
    @Override
    double[] weigh(Sample sample, List<TargetTotals> margins, Weighting rules) {
      return sample.bases();
    }
  },

  /** Raked until the margins are met; weights may be as large as that takes. */
  RAKED {
    @Override
    double[] weigh(Sample sample, List<TargetTotals> margins, Weighting rules) {
      return Raking.weigh(sample, margins);
    }
  },

  /** Calibrated within the survey's bounds: the default. */
  CALIBRATED {
    @Override
    double[] weigh(Sample sample, List<TargetTotals> margins, Weighting rules) {
      return BoundedCalibration.weigh(
          sample, margins, rules.bounds().get(0), rules.bounds().get(1));
    }
  },

  /** Raked, then cut off: margins hold no longer exactly. */
  TRIMMED {
    @Override
    double[] weigh(Sample sample, List<TargetTotals> margins, Weighting rules) {
      return Trimming.trim(
          sample, Raking.weigh(sample, margins), rules.cuts().get(0), rules.cuts().get(1));
    }
  };

  abstract double[] weigh(Sample sample, List<TargetTotals> margins, Weighting rules);

  /** Whether weights meet the margins exactly, so that variances are those around them. */
  public boolean meetsMargins() {
    return this == RAKED || this == CALIBRATED;
  }

  /** As it is written in the API and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scheme of this code, if there is one. */
  public static Optional<Scheme> of(String code) {
    return Arrays.stream(values()).filter(scheme -> scheme.code().equals(code)).findFirst();
  }
}
