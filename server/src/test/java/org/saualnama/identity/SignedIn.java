package org.saualnama.identity;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.saualnama.App;

/** What somebody holds who has signed in at both doors. */
public record SignedIn(String token, String cookie, String csrf) {

  /** Sets the account's password and signs it in, without a request. */
  public static SignedIn of(App app, UUID account, String password) {
    PgIdentity identity = app.identity();
    String link = done(identity.setUp().add(account));
    Account ready = done(identity.setUp().use(link, Optional.empty(), password));
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
