package org.saualnama;

import java.util.Optional;
import java.util.OptionalInt;
import org.saualnama.telemetry.TraceSettings;

/**
 * What its operator sees of a running server.
 *
 * @param metricsPort where metrics are; empty for nowhere, 0 for any free port
 * @param traces where they go; empty for nowhere
 */
record OperationSettings(
    OptionalInt metricsPort, String metricsBind, Optional<TraceSettings> traces) {
  static final OperationSettings NONE =
      new OperationSettings(OptionalInt.empty(), "127.0.0.1", Optional.empty());
}
