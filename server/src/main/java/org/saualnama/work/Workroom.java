package org.saualnama.work;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/**
 * A few threads for one kind of work that would hold up an event loop: whoever floods it leaves the
 * other cores to those who answer. Safe for threads.
 */
public final class Workroom {
  private final WorkerExecutor workers;
  private final int most;
  private final AtomicInteger inside = new AtomicInteger();

  /**
   * A room of a name.
   *
   * @param name rooms of the same name share their threads
   * @param threads so many work at once
   * @param most so many may be in it, those at work included; the next are sent away
   */
  public Workroom(Vertx vertx, String name, int threads, int most) {
    this.workers = vertx.createSharedWorkerExecutor(name, threads);
    this.most = most;
  }

  /**
   * Does {@code work} when a thread is free.
   *
   * @return fails with a {@link Refusal} (busy) where too many wait
   */
  public <T> Future<T> of(Callable<T> work) {
    if (inside.incrementAndGet() > most) {
      inside.decrementAndGet();
      return Future.failedFuture(new Refusal(Reason.BUSY, "Too many at once: try again soon."));
    }
    return workers.executeBlocking(work, false).onComplete(done -> inside.decrementAndGet());
  }
}
