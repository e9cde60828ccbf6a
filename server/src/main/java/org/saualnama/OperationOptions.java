package org.saualnama;

import java.util.OptionalInt;
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

  /** As one value; throws a {@link ParameterException} that names the setting that is wrong. */
  OperationSettings settings() {
    require(
        metricsPort == null || (metricsPort >= 0 && metricsPort <= 65_535),
        "--metrics-port (METRICS_PORT) must be from 0 to 65535");
    return new OperationSettings(
        metricsPort == null ? OptionalInt.empty() : OptionalInt.of(metricsPort), metricsBind);
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
