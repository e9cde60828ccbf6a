package org.saualnama.work;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/**
 * Lets one at a time use the database and the cores, and sends the next away where too many wait.
 * Safe for threads.
 */
public final class Turns {
  /** Whoever comes after these would wait longer than a client does. */
  public static final int MOST = 20;

  private Future<Void> last = Future.succeededFuture();
  private int waiting;

  /** Begins once all before are done, well or not. */
  public <T> Future<T> after(Supplier<Future<T>> next) {
    Promise<Void> done = Promise.promise();
    Future<Void> before;
    synchronized (this) {
      if (waiting == MOST) {
        return Future.failedFuture(
            new Refusal(Reason.BUSY, "Others come first. Ask again in a moment."));
      }
      waiting++;
      before = last;
      last = done.future();
    }
    return before.compose(ready -> next.get()).onComplete(answer -> leave(done));
  }

  private void leave(Promise<Void> done) {
    synchronized (this) {
      waiting--;
    }
    done.complete();
  }
}
