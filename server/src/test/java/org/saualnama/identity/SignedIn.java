package org.saualnama.identity;

import io.vertx.core.Future;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.saualnama.App;

/** What somebody holds who has signed in at both doors. */
public record SignedIn(String token, String cookie, String csrf) {

  /** What the database keeps of {@code password}. */
  public static String hash(App app, String password) {
    return done(app.identity().passwords().hash(new AccountName("nobody"), password));
  }

  /** Signs {@code account} in, without a request. */
  public static SignedIn of(App app, UUID account) {
    PgIdentity identity = app.identity();
    Account ready = done(identity.accounts().find(account)).orElseThrow();
    String token =
        done(identity.refreshTokens().start(ready).compose(identity.accessTokens()::issue));
    String cookie = done(identity.sessions().startInBrowser(ready));
    UUID session = done(identity.sessions().byCookie(cookie)).orElseThrow().session().orElseThrow();
    return new SignedIn(token, cookie, app.studioGate().csrf(session));
  }

  private static <T> T done(Future<T> future) {
    return future.timeout(1, TimeUnit.MINUTES).await();
  }
}
