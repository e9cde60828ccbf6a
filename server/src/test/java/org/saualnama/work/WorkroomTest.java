package org.saualnama.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.saualnama.refusal.Refusal;

/** Long work waits for its thread, but not for ever. */
final class WorkroomTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(1, TimeUnit.MINUTES);
  }

  @Test
  void whoComesWhenTheRoomIsFullIsSentAwayAndHasRoomOnceOthersAreDone() throws Exception {
    Workroom room = new Workroom(vertx, "tests", 1, 2);
    CountDownLatch go = new CountDownLatch(1);
    Future<String> first = room.of(() -> waited(go));
    Future<String> second = room.of(() -> "second");
    Future<String> third = room.of(() -> "third");
    assertInstanceOf(Refusal.class, third.cause());
    go.countDown();
    assertEquals("first", first.await(1, TimeUnit.MINUTES));
    assertEquals("second", second.await(1, TimeUnit.MINUTES));
    assertEquals("fourth", room.of(() -> "fourth").await(1, TimeUnit.MINUTES));
  }

  @Test
  void workThatFailsLeavesTheRoomToo() throws Exception {
    Workroom room = new Workroom(vertx, "tests", 1, 1);
    Future<String> failed =
        room.of(
            () -> {
              throw new IllegalStateException("on purpose");
            });
    String cause = failed.otherwise(Throwable::getMessage).await(1, TimeUnit.MINUTES);
    assertEquals("on purpose", cause);
    assertEquals("next", room.of(() -> "next").await(1, TimeUnit.MINUTES));
  }

  private static String waited(CountDownLatch go) throws InterruptedException {
    go.await();
    return "first";
  }
}
