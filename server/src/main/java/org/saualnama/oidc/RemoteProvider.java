package org.saualnama.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks to the outside provider: its description, its keys, and codes for tokens. */
final class RemoteProvider {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteProvider.class);
  private static final long SECONDS = 5;

  private final HttpClient client;
  private final OidcSettings settings;
  private volatile Endpoints endpoints;

  RemoteProvider(Vertx vertx, OidcSettings settings) {
    this.client = vertx.createHttpClient();
    this.settings = settings;
  }

  /** Read at the first need, so that this server starts while the provider doesn't answer. */
  Future<Endpoints> endpoints() {
    Endpoints known = endpoints;
    if (known != null) {
      return Future.succeededFuture(known);
    }
    String base = settings.issuer().toString().replaceFirst("/$", "");
    return ask(get(URI.create(base + "/.well-known/openid-configuration")), Buffer.buffer())
        .map(
            description -> {
              endpoints = Endpoints.of(description, settings.issuer());
              return endpoints;
            });
  }

  /** Its public keys as they are now. */
  Future<VerifyingKeys> keys() {
    return endpoints()
        .compose(found -> ask(get(found.keys()), Buffer.buffer()))
        .map(VerifyingKeys::new);
  }

  /** The ID token for a code. */
  Future<String> redeem(String code, String verifier, URI redirect) {
    return endpoints()
        .compose(
            found -> {
              Map<String, String> form =
                  Map.of(
                      "grant_type",
                      "authorization_code",
                      "code",
                      code,
                      "redirect_uri",
                      redirect.toString(),
                      "code_verifier",
                      verifier,
                      "client_id",
                      settings.clientId());
              RequestOptions request =
                  options(found.token(), HttpMethod.POST)
                      .putHeader("Content-Type", "application/x-www-form-urlencoded");
              return ask(request, body(form, request, found));
            })
        .map(answer -> answer.path("id_token").asText());
  }

  private Buffer body(Map<String, String> form, RequestOptions request, Endpoints found) {
    String encoded =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    if (settings.clientSecret().isEmpty()) {
      return Buffer.buffer(encoded);
    }
    String secret = encoded(settings.clientSecret().get());
    if (!found.basic()) {
      return Buffer.buffer(encoded + "&client_secret=" + secret);
    }
    byte[] pair = (encoded(settings.clientId()) + ":" + secret).getBytes(StandardCharsets.US_ASCII);
    request.putHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    return Buffer.buffer(encoded);
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static RequestOptions get(URI uri) {
    return options(uri, HttpMethod.GET);
  }

  private static RequestOptions options(URI uri, HttpMethod method) {
    return new RequestOptions()
        .setAbsoluteURI(uri.toString())
        .setMethod(method)
        .setConnectTimeout(TimeUnit.SECONDS.toMillis(SECONDS))
        .putHeader("Accept", "application/json");
  }

  private Future<JsonNode> ask(RequestOptions request, Buffer body) {
    return client
        .request(request)
        .compose(open -> open.send(body))
        .compose(
            response ->
                response
                    .body()
                    .map(
                        answer -> {
                          check(response.statusCode());
                          return json(answer);
                        }))
        .timeout(SECONDS, TimeUnit.SECONDS)
        // The path and not the query, and never a body: there are codes and tokens in them.
        .onFailure(
            failure -> LOG.warn("{} of the provider: {}", request.getURI(), failure.getMessage()));
  }

  private static void check(int status) {
    if (status >= 400 && status < 500) {
      throw new Refusal(Reason.NOT_SIGNED_IN, "The provider refuses with status " + status + ".");
    }
    if (status != 200) {
      throw new IllegalStateException("status " + status);
    }
  }

  private static JsonNode json(Buffer answer) {
    try {
      return Json.read(answer.getBytes(), JsonNode.class);
    } catch (IOException e) {
      throw new IllegalStateException("the answer is no JSON");
    }
  }
}
