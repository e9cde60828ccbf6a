package org.saualnama.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/**
 * Takes a form with a file into memory, never onto a disk: its text fields become the request's, so
 * that gates and pages find them where those of other forms are.
 */
public final class Upload implements Handler<RoutingContext> {
  private static final String FILE = "upload";
  private static final String FORM = "upload-form";

  private final int limit;

  Upload(int limit) {
    this.limit = limit;
  }

  /** The file that was chosen; empty if none was. */
  public static Optional<byte[]> file(RoutingContext context) {
    return Optional.<Buffer>ofNullable(context.get(FILE))
        .filter(file -> file.length() > 0)
        .map(Buffer::getBytes);
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    Buffer body = Buffer.buffer();
    request.endHandler(ended -> read(context, body.getBytes()));
    request.handler(
        piece -> {
          if (body.length() + piece.length() > limit) {
            request.endHandler(ended -> {});
            Doors.drop(request);
            context.fail(413);
          } else {
            body.appendBuffer(piece);
          }
        });
  }

  private static void read(RoutingContext context, byte[] body) {
    HttpServerRequest request = context.request();
    Optional<List<Multipart.Part>> parts = Multipart.read(request.getHeader("Content-Type"), body);
    context.put(FORM, parts.isPresent());
    for (Multipart.Part part : parts.orElse(List.of())) {
      if (part.isFile()) {
        context.put(FILE, part.content());
      } else {
        request.formAttributes().add(part.name(), part.text());
      }
    }
    context.next();
  }

  /** Refuses another body, to whoever has passed the door. */
  static void expect(RoutingContext context) {
    if (context.<Boolean>get(FORM)) {
      context.next();
    } else {
      context.fail(new Refusal(Reason.UNSUPPORTED_TYPE, "Send multipart/form-data with a file."));
    }
  }
}
