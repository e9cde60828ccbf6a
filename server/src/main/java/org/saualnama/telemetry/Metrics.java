package org.saualnama.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * All that a node tells Prometheus. What people do is held back until a hundred did it; what the
 * server does or fails to do is told as it is.
 */
public final class Metrics implements AutoCloseable {
  private static final Duration[] STEPS = {
    Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25),
    Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
    Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10)
  };

  /** A gauge of how many people are here steps by this. */
  private static final int COARSE = 100;

  private final PrometheusMeterRegistry registry = onlyKnown();
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<String, HeldTimes> routes = new ConcurrentHashMap<>();
  private final Map<String, HeldCount> refusals = new ConcurrentHashMap<>();
  private final HeldCount accepted = always(counter("saualnama.submissions"));
  private final HeldTimes commits = always(timer("saualnama.intake.commit"));
  private final Counter doubtful = counter("saualnama.intake.doubtful");
  private final Counter busy = counter("saualnama.busy");
  private final Counter failures = counter("saualnama.failures");
  private final Timer releases = timer("saualnama.release.duration");
  private final Counter failedReleases = counter("saualnama.release.failures");
  private final Timer lag = timer("saualnama.event.loop.lag");

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    // No open files: each connection is one, and connections are told by the hundred.
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /**
   * Whatever a library would like to tell besides stays here: a counter of its own would count
   * people one by one.
   */
  private static PrometheusMeterRegistry onlyKnown() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().meterFilter(MeterFilter.denyUnless(Metrics::isKnown));
    return registry;
  }

  private static boolean isKnown(Meter.Id id) {
    String name = id.getName();
    return name.matches("(saualnama|jvm|process|system)\\..*")
        || name.matches("vertx\\.pool\\.(in\\.use|queue\\.pending|ratio)");
  }

  /** These are there from the start, whether or not anybody comes. */
  private static HeldCount always(Counter counter) {
    return new HeldCount(() -> counter);
  }

  private static HeldTimes always(Timer timer) {
    return new HeldTimes(() -> timer);
  }

  private Counter counter(String name) {
    return Counter.builder(name).register(registry);
  }

  private Timer timer(String name, String... tags) {
    return Timer.builder(name).tags(tags).serviceLevelObjectives(STEPS).register(registry);
  }

  /** Where other parts register what they measure, if it is known here. */
  PrometheusMeterRegistry registry() {
    return registry;
  }

  /** All of it, as Prometheus reads it. */
  String scrape() {
    return registry.scrape();
  }

  /**
   * A request has its answer.
   *
   * @param route the pattern, of which there is a fixed number
   */
  public void answered(String method, String route, long nanos) {
    routes
        .computeIfAbsent(
            method + " " + route,
            fresh ->
                new HeldTimes(
                    () -> timer("saualnama.http.request", "method", method, "route", route)))
        .add(nanos);
  }

  /** A request was refused for a reason that lies with who sent it. */
  public void refused(String reason) {
    refusals
        .computeIfAbsent(
            reason,
            fresh ->
                new HeldCount(
                    () ->
                        Counter.builder("saualnama.refusals")
                            .tag("reason", reason)
                            .register(registry)))
        .add(1);
  }

  /** A request was refused because there was too much to do. */
  public void busy() {
    busy.increment();
  }

  /** A request failed, and its sender can't help it. */
  public void failed() {
    failures.increment();
  }

  /** So many submissions are durable now. */
  public void accepted(long many) {
    accepted.add(many);
  }

  /** A batch was committed. */
  public void committed(long nanos) {
    commits.add(nanos);
  }

  /** Nobody knows what became of a batch. */
  public void doubtful() {
    doubtful.increment();
  }

  public void released(long nanos) {
    releases.record(nanos, TimeUnit.NANOSECONDS);
  }

  public void releaseFailed() {
    failedReleases.increment();
  }

  /** An event loop came to what was due so much later. */
  public void lagged(long nanos) {
    lag.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** How long something has been so. */
  public void age(String name, Supplier<Duration> age, String... tags) {
    Gauge.builder(name, () -> age.get().toMillis() / 1e3)
        .baseUnit("seconds")
        .tags(tags)
        .register(registry);
  }

  /** How many are here, in hundreds: nobody who watches sees one come. */
  public void coarse(String name, Supplier<Number> many) {
    Gauge.builder(name, () -> (double) (many.get().longValue() / COARSE * COARSE))
        .register(registry);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
