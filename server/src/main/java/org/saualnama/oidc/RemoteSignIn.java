package org.saualnama.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.access.Caller;
import org.saualnama.identity.Account;
import org.saualnama.identity.PgOutsideAccounts;
import org.saualnama.identity.PgOutsideAccounts.Outsider;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** Who somebody is by the word of the outside provider: in a browser, or by an access token. */
public final class RemoteSignIn {
  private final OidcSettings settings;
  private final PgOutsideAccounts accounts;
  private final RemoteProvider provider;
  private final RemoteTokens tokens;

  /**
   * By one provider.
   *
   * @param clock what time it is
   */
  public RemoteSignIn(
      Vertx vertx, OidcSettings settings, PgOutsideAccounts accounts, Supplier<Instant> clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.provider = new RemoteProvider(vertx, settings);
    RemoteKeys keys = new RemoteKeys(provider::keys, clock);
    this.tokens = new RemoteTokens(vertx, settings, keys, clock);
  }

  /** Who sends {@code token} to the API; empty if it is none of this provider for us. */
  public Future<Optional<Caller>> caller(String token) {
    return tokens
        .access(token)
        .compose(
            claims ->
                claims.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : accounts
                        .caller(outsider(claims.get()), settings.roles().grants(claims.get()))
                        .map(Optional::of));
  }

  /** Where a browser goes to sign in. */
  Future<String> away(Journey journey, URI redirect) {
    return provider
        .endpoints()
        .map(
            found -> {
              String address = found.authorization().toString();
              return address
                  + (address.indexOf('?') < 0 ? '?' : '&')
                  + "response_type=code&scope=openid%20profile&code_challenge_method=S256"
                  + ("&client_id=" + RemoteProvider.encoded(settings.clientId()))
                  + ("&redirect_uri=" + RemoteProvider.encoded(redirect.toString()))
                  + ("&state=" + journey.state())
                  + ("&nonce=" + journey.nonce())
                  + ("&code_challenge=" + journey.challenge());
            });
  }

  /** Whether an answer that names its issuer (RFC 9207) is from ours. */
  boolean isOurs(Optional<String> issuer) {
    return issuer.isEmpty() || issuer.get().equals(settings.issuer().toString());
  }

  /**
   * Whose code it is.
   *
   * @return fails with a {@link Refusal} if the provider's answer doesn't prove it
   */
  Future<Account> back(Journey journey, String code, URI redirect) {
    return provider
        .redeem(code, journey.verifier(), redirect)
        .compose(token -> tokens.identity(token, journey.nonce()))
        .compose(
            claims -> {
              JsonNode proved =
                  claims.orElseThrow(
                      () ->
                          new Refusal(
                              Reason.NOT_SIGNED_IN, "The provider's answer proves nothing."));
              return accounts.signIn(outsider(proved), settings.roles().grants(proved));
            });
  }

  private static Outsider outsider(JsonNode claims) {
    String subject = claims.path("sub").asText();
    String name = claims.path("preferred_username").asText(subject);
    return new Outsider(claims.path("iss").asText(), subject, name);
  }
}
