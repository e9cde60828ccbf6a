package org.saualnama;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSession;

/** The answer of a stream of events up to the end of its first, as if it were all. */
record FirstEvent(HttpResponse<InputStream> stream, String body) implements HttpResponse<String> {
  static FirstEvent of(HttpRequest request) {
    try {
      HttpResponse<InputStream> stream =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
        String event =
            lines.lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
        return new FirstEvent(stream, event);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int statusCode() {
    return stream.statusCode();
  }

  @Override
  public HttpRequest request() {
    return stream.request();
  }

  @Override
  public Optional<HttpResponse<String>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public HttpHeaders headers() {
    return stream.headers();
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return stream.sslSession();
  }

  @Override
  public URI uri() {
    return stream.uri();
  }

  @Override
  public HttpClient.Version version() {
    return stream.version();
  }
}
