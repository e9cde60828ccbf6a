package org.saualnama;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log, to standard error: what failed and when, never who asked or what was answered. */
final class Logs {
  private Logs() {}

  static void configure(Config.LogLevel level, Config.LogFormat format) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder(context, format));
    console.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(console);
    context.getLogger("org.saualnama").setLevel(Level.valueOf(level.name()));
    // It would tell the address of a client that comes while the server stops.
    context.getLogger("io.netty.bootstrap.ServerBootstrap").setLevel(Level.OFF);
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, Config.LogFormat format) {
    EncoderBase<ILoggingEvent> encoder;
    if (format == Config.LogFormat.json) {
      encoder = new JsonEncoder();
    } else {
      PatternLayoutEncoder pattern = new PatternLayoutEncoder();
      pattern.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0} - %msg%replace( %kvp){' $', ''}%n");
      encoder = pattern;
    }
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }
}
