package org.saualnama.telemetry;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in our log what OpenTelemetry says in Java's own, which would go to standard error in
 * another form, with traces of its stack. It repeats itself once a minute at most.
 */
final class ExporterLog extends Handler {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Traces.class);

  /** Held here: nobody else does, and one that is forgotten forgets its handlers. */
  private static final Logger THEIRS = Logger.getLogger("io.opentelemetry");

  private ExporterLog() {}

  static synchronized void listen() {
    if (THEIRS.getUseParentHandlers()) {
      THEIRS.setUseParentHandlers(false);
      THEIRS.addHandler(new ExporterLog());
    }
  }

  @Override
  public void publish(LogRecord said) {
    if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
      LOG.warn("traces: {}", said.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
