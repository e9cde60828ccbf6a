package org.saualnama.http;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.saualnama.access.Access;

/** {@code GET /api/v1/openapi.yaml}: the contract, as it is written. */
public final class OpenApiRoutes {
  private final byte[] contract;

  public OpenApiRoutes() {
    try (InputStream resource = OpenApiRoutes.class.getResourceAsStream("/openapi.yaml")) {
      contract = resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void mount(Doors doors) {
    doors.get("/api/v1/openapi.yaml", Access.ANYBODY).handler(this::get);
  }

  private void get(RoutingContext context) {
    context.response().putHeader("Cache-Control", "public, max-age=60");
    Replies.bytes(context, 200, "application/yaml", contract).onFailure(context::fail);
  }
}
