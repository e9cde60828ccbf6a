package org.saualnama;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.saualnama.telemetry.TraceSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The settings for whoever watches a running server; without any, nothing is to be watched. */
final class OperationOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--metrics-port",
      defaultValue = "${env:METRICS_PORT}",
      paramLabel = "PORT",
      description =
          "METRICS_PORT: where Prometheus finds /metrics, apart from what is public (nowhere); 0"
              + " for any free port.")
  private Integer metricsPort;

  @Option(
      names = "--metrics-bind",
      paramLabel = "ADDRESS",
      defaultValue = "${env:METRICS_BIND:-127.0.0.1}",
      description = "METRICS_BIND: the address for that, never a public one (127.0.0.1).")
  private String metricsBind;

  @Option(
      names = "--otlp-endpoint",
      paramLabel = "URL",
      defaultValue = "${env:OTLP_ENDPOINT}",
      description =
          "OTLP_ENDPOINT: an OpenTelemetry collector, for example http://127.0.0.1:4318; it gets"
              + " spans of what people with accounts ask for and of releases (none).")
  private URI collector;

  @Option(
      names = "--otlp-service",
      paramLabel = "NAME",
      defaultValue = "${env:OTLP_SERVICE:-saualnama}",
      description = "OTLP_SERVICE: what this installation is called there (saualnama).")
  private String service;

  @Option(
      names = "--otlp-ratio",
      paramLabel = "N",
      defaultValue = "${env:OTLP_RATIO:-1}",
      description =
          "OTLP_RATIO: the share of requests that are traced, from 0 to 1 (1); releases always are.")
  private double ratio;

  /** As one value; throws a {@link ParameterException} that names the setting that is wrong. */
  OperationSettings settings() {
    require(
        metricsPort == null || (metricsPort >= 0 && metricsPort <= 65_535),
        "--metrics-port (METRICS_PORT) must be from 0 to 65535");
    return new OperationSettings(
        metricsPort == null ? OptionalInt.empty() : OptionalInt.of(metricsPort),
        metricsBind,
        traces());
  }

  private Optional<TraceSettings> traces() {
    require(
        collector == null || isPlain(collector),
        "--otlp-endpoint (OTLP_ENDPOINT) must be http:// or https://, a host and at most a path");
    require(!service.isBlank(), "--otlp-service (OTLP_SERVICE) must be a name");
    // Not a number is refused, too.
    require(ratio >= 0 && ratio <= 1, "--otlp-ratio (OTLP_RATIO) must be from 0 to 1");
    return Optional.ofNullable(collector).map(to -> new TraceSettings(to, service, ratio));
  }

  private static boolean isPlain(URI uri) {
    return Settings.isWeb(uri)
        && uri.getUserInfo() == null
        && uri.getQuery() == null
        && uri.getFragment() == null;
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
