package org.saualnama;

import java.util.OptionalInt;

/**
 * What its operator sees of a running server.
 *
 * @param metricsPort where metrics are; empty for nowhere, 0 for any free port
 */
record OperationSettings(OptionalInt metricsPort, String metricsBind) {
  static final OperationSettings NONE = new OperationSettings(OptionalInt.empty(), "127.0.0.1");
}
