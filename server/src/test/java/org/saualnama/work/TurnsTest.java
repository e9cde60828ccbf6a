package org.saualnama.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saualnama.refusal.Refusal;

/** Tables are made one after the other. */
final class TurnsTest {
  @Test
  void nextBeginsWhenTheOneBeforeIsDoneAlsoWhereItFails() {
    Turns turns = new Turns();
    List<String> begun = new ArrayList<>();
    Promise<String> first = Promise.promise();
    turns.after(
        () -> {
          begun.add("first");
          return first.future();
        });
    Future<String> second =
        turns.after(
            () -> {
              begun.add("second");
              return Future.succeededFuture("done");
            });
    assertEquals(List.of("first"), begun);
    first.fail("no such release");
    assertEquals(List.of("first", "second"), begun);
    assertEquals("done", second.result());
  }

  @Test
  void whoComesWhenTooManyWaitIsSentAwayAtOnce() {
    Turns turns = new Turns();
    Promise<String> slow = Promise.promise();
    for (int i = 0; i < Turns.MOST; i++) {
      turns.after(slow::future);
    }
    Future<String> oneMore = turns.after(() -> Future.succeededFuture("made"));
    assertInstanceOf(Refusal.class, oneMore.cause());
    slow.complete("made");
    assertTrue(turns.after(() -> Future.succeededFuture("made")).succeeded());
    assertFalse(oneMore.succeeded());
  }

  @Test
  void whatThrowsHoldsNobodyUp() {
    Turns turns = new Turns();
    Future<String> thrown =
        turns.after(
            () -> {
              throw new IllegalStateException("on purpose");
            });
    assertTrue(thrown.failed());
    assertTrue(turns.after(() -> Future.succeededFuture("made")).succeeded());
  }
}
