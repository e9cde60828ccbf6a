package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saualnama.estimate.Interval;
import org.saualnama.estimate.RandomisedResponse;
import org.saualnama.survey.Item;

/** Makes what may be published of exact rows: noise first, then bands, then rounding. */
final class Perturbation {
  /**
   * The name under which the base of a conditional question draws its noise: the same for all that
   * follow one answer, or their mean would count who gave it.
   */
  private static final String BASE = "#base";

  /** The most that the table adds or takes. */
  private static final int MOST = 5;

  /** An option with a perturbed count up to this is told as a band, as is one that none chose. */
  static final int BAND = 8;

  /** Under this base, shares under 3 and over 97 per cent are told as such. */
  private static final int UNANIMITY_BELOW = 300;

  private static final int LOW = 30;
  private static final int HIGH = 970;

  private final DisclosureControl control;
  private final Noise noise;
  private final PerturbationTable table;

  Perturbation(DisclosureControl control, Noise noise) {
    this.control = control;
    this.noise = noise;
    this.table = PerturbationTable.shipped();
  }

  /** What one option gets out of its row. */
  record Perturbed(int count, double weight) {
    boolean isBanded() {
      return count <= BAND;
    }
  }

  /**
   * Protects a row.
   *
   * @param release that it is made in
   * @param weighted whether its weights are such as meet the survey's margins
   * @return empty if it must be withheld
   */
  Optional<ProtectedRow> protect(ExactRow row, int release, boolean weighted) {
    int size = row.answered();
    int least = control.minBase();
    if (Conditions.isConditional(row.item().question())) {
      size += baseNoise(row);
      // By the noisy size alone: a floor on the exact one would tell it where it is reached.
      least = Math.max(least, control.floor() + MOST);
    }
    if (size < least) {
      return Optional.empty();
    }
    int base = (int) DisclosureControl.rounded(size);
    // From the base as told: beside it, an effective size from the exact one would say more of it.
    int effective = (int) Math.floor(base * row.efficiency() / 5 + 1e-9) * 5;
    return Optional.of(
        new ProtectedRow(
            row.key(), release, base, effective, weighted, shares(row, base, effective)));
  }

  /** The same for all questions that are asked of the same people: else their mean would tell. */
  private int baseNoise(ExactRow row) {
    String asked = Conditions.name(row.item().question());
    return table.noise(row.answered(), noise.draw(asked, BASE, row.decidersKeySum()).u16());
  }

  /**
   * Each option with its noise, by the item's codes.
   *
   * @param one what one person of the noise weighs
   */
  List<Perturbed> perturbed(ExactRow row, double one) {
    List<Perturbed> perturbed = new ArrayList<>();
    Item item = row.item();
    for (int k = 0; k < item.codes().size(); k++) {
      int chosen = row.chosen(k);
      if (chosen == 0) {
        perturbed.add(new Perturbed(0, 0));
        continue;
      }
      Noise.Draw draw = noise.draw(item.code(), item.codes().get(k), row.keySum());
      int e = table.noise(chosen, draw.u16());
      double weight = row.weightOf(k) + one * (e + draw.dither());
      perturbed.add(new Perturbed(chosen + e, chosen + e == 0 ? 0 : Math.max(0, weight)));
    }
    return perturbed;
  }

  private List<ProtectedShare> shares(ExactRow row, int base, int effective) {
    // As much as the heaviest, for noise of average people would not hide one who weighs three.
    List<Perturbed> options = perturbed(row, row.heaviest());
    Optional<RandomisedResponse> strict = RandomisedResponse.of(row.item());
    PublicUncertainty uncertainty =
        new PublicUncertainty(effective, row.heaviestOfMean() / base, strict);
    return options.stream()
        .map(
            option ->
                option.isBanded()
                    ? ProtectedShare.untold(ShareStatus.BANDED)
                    : share(share(option, row, strict), base, uncertainty))
        .toList();
  }

  /**
   * Of all who answered, and not of what the options come to with their noise: each share would
   * tell of all the others then, and 100 minus the rest of a banded one.
   */
  private static double share(Perturbed option, ExactRow row, Optional<RandomisedResponse> strict) {
    double kept = option.weight() / row.weight();
    double share = strict.map(randomised -> randomised.share(kept)).orElse(kept);
    return Math.max(0, Math.min(1, share));
  }

  private static ProtectedShare share(double exact, int base, PublicUncertainty uncertainty) {
    int step = ProtectedRow.decimals(base) == 1 ? 1 : 10;
    int tenths = rounded(exact, step);
    if (base < UNANIMITY_BELOW && (tenths < LOW || tenths > HIGH)) {
      return ProtectedShare.untold(tenths < LOW ? ShareStatus.UNDER : ShareStatus.OVER);
    }
    Interval interval = uncertainty.interval(tenths / 1000.0, step / 1000.0);
    return new ProtectedShare(
        ShareStatus.TOLD, tenths, rounded(interval.lower(), step), rounded(interval.upper(), step));
  }

  private static int rounded(double share, int step) {
    return (int) Math.round(share * 1000 / step) * step;
  }
}
