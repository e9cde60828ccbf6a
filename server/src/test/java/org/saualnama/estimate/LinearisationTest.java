package org.saualnama.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.estimate.People.Person;

/** Figures from counts by profile are those that a pass over all people has. */
final class LinearisationTest {
  private static final Domain EAST = g -> g % 3 == 0;
  private static final Domain WEST = g -> g % 3 == 1;

  /** u of the share of {@code option} in {@code domain}. */
  private static ToDoubleFunction<Person> score(People people, Domain domain, int option) {
    double total = people.sum(p -> answered(p, domain) ? 1 : 0);
    double share = share(people, domain, option);
    return p -> answered(p, domain) ? ((p.option() == option ? 1 : 0) - share) / total : 0;
  }

  private static double share(People people, Domain domain, int option) {
    return people.sum(p -> answered(p, domain) && p.option() == option ? 1 : 0)
        / people.sum(p -> answered(p, domain) ? 1 : 0);
  }

  private static boolean answered(Person person, Domain domain) {
    return person.option() >= 0 && domain.has(person.profile());
  }

  private static Design design(People people, boolean calibrated) {
    return calibrated ? people.calibrated() : people.fixed();
  }

  private static double variance(People people, ToDoubleFunction<Person> u, boolean calibrated) {
    double[] e = people.residuals(u, calibrated);
    return people.covariance(e, e);
  }

  private static void near(double wanted, double found) {
    assertEquals(wanted, found, 1e-10 * Math.max(1e-3, Math.abs(wanted)));
  }

  @Property(tries = 20)
  void sharesOfADomain(@ForAll long seed, @ForAll boolean calibrated) {
    People people = People.random(seed);
    Shares shares = Shares.of(design(people, calibrated), people.counts(), EAST).orElseThrow();
    double total = people.sum(p -> answered(p, EAST) ? 1 : 0);
    double squares = people.sum(p -> answered(p, EAST) ? people.weight(p) : 0);
    for (int option = 0; option < People.OPTIONS; option++) {
      int chosen = option;
      Share share = shares.of(option);
      assertEquals(people.all().size(), share.respondents());
      assertEquals(people.all().stream().filter(p -> answered(p, EAST)).count(), share.n());
      assertEquals(
          people.all().stream().filter(p -> answered(p, EAST) && p.option() == chosen).count(),
          share.chose());
      near(share(people, EAST, option), share.share());
      near(variance(people, score(people, EAST, option), calibrated), share.variance());
      near(total * total / squares, share.kish());
    }
  }

  @Property(tries = 20)
  void differencesOfDomains(@ForAll long seed, @ForAll boolean calibrated) {
    People people = People.random(seed);
    Design design = design(people, calibrated);
    Shares east = Shares.of(design, people.counts(), EAST).orElseThrow();
    Shares west = Shares.of(design, people.counts(), WEST).orElseThrow();
    Difference difference = Difference.between(east, west, 1);
    near(share(people, EAST, 1) - share(people, WEST, 1), difference.difference());
    ToDoubleFunction<Person> u = score(people, EAST, 1);
    ToDoubleFunction<Person> v = score(people, WEST, 1);
    near(
        variance(people, p -> u.applyAsDouble(p) - v.applyAsDouble(p), calibrated),
        difference.variance());
  }

  @Property(tries = 20)
  void meansOfAScale(@ForAll long seed, @ForAll boolean calibrated) {
    People people = People.random(seed);
    double[] points = {1, 4, Double.NaN};
    Mean mean = Mean.of(design(people, calibrated), people.counts(), points, EAST).orElseThrow();
    double total = people.sum(p -> answered(p, EAST) && p.option() < 2 ? 1 : 0);
    double low = people.sum(p -> answered(p, EAST) && p.option() == 0 ? 1 : 0) / total;
    double middle = low + 4 * (1 - low);
    near(middle, mean.mean());
    near(
        low * (1 - middle) * (1 - middle) + (1 - low) * (4 - middle) * (4 - middle), mean.spread());
    assertEquals(low >= 0.5 ? 1 : 4, mean.median());
    ToDoubleFunction<Person> u =
        p -> answered(p, EAST) && p.option() < 2 ? (points[p.option()] - middle) / total : 0;
    near(variance(people, u, calibrated), mean.variance());
    near(Math.sqrt(mean.variance()), mean.standardError());
    near(mean.variance() / (mean.spread() / (mean.n() - 1)), mean.designEffect().orElseThrow());
    assertEquals(
        people.all().stream().filter(p -> answered(p, EAST) && p.option() < 2).count(), mean.n());
  }

  @Property(tries = 10)
  void cellsOfATable(@ForAll long seed, @ForAll boolean calibrated) {
    People people = People.random(seed);
    int[] levelOf = IntStream.range(0, People.PROFILES).map(g -> g % 3 == 2 ? -1 : g % 3).toArray();
    Domain both = g -> levelOf[g] >= 0;
    CellCovariance cells =
        new CellCovariance(design(people, calibrated), JointCounts.of(people.counts(), 2, levelOf));
    double total = people.sum(p -> answered(p, both) ? 1 : 0);
    double[][] residuals = new double[2 * People.OPTIONS][];
    for (int cell = 0; cell < residuals.length; cell++) {
      int option = cell % People.OPTIONS;
      int level = cell / People.OPTIONS;
      double share =
          people.sum(p -> p.option() == option && levelOf[p.profile()] == level ? 1 : 0) / total;
      near(share, cells.shares()[cell]);
      residuals[cell] =
          people.residuals(
              p ->
                  answered(p, both)
                      ? ((p.option() == option && levelOf[p.profile()] == level ? 1 : 0) - share)
                          / total
                      : 0,
              calibrated);
    }
    double[][] covariance = cells.covariance();
    for (int s = 0; s < residuals.length; s++) {
      for (int t = 0; t < residuals.length; t++) {
        near(people.covariance(residuals[s], residuals[t]), covariance[s][t]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void growthBetweenReleases(long seed) {
    People later = People.random(seed);
    // Two of three were there before, and weighed less.
    People earlier = later.firstTwoThirds();
    Shares before = Shares.of(earlier.calibrated(), earlier.counts(), EAST).orElseThrow();
    Shares now = Shares.of(later.calibrated(), later.counts(), EAST).orElseThrow();
    double[] e = earlier.residuals(score(earlier, EAST, 0), true);
    double[] f = later.residuals(score(later, EAST, 0), true);
    int n = f.length;
    double squares = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double change =
          later.weight(later.all().get(i)) * f[i]
              - (i < e.length ? earlier.weight(earlier.all().get(i)) * e[i] : 0);
      squares += change * change;
      sum += change;
    }
    Difference difference = Difference.sinceRelease(before, now, 0);
    near(n / (n - 1.0) * (squares - sum * sum / n), difference.variance());
    near(share(later, EAST, 0) - share(earlier, EAST, 0), difference.difference());
    assertEquals(before.n() + now.n() - 2, difference.degrees());
  }
}
