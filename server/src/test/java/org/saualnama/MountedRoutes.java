package org.saualnama;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.saualnama.http.Doors;
import org.saualnama.http.Gate;
import org.saualnama.postgres.PgInstallation.Installation;
import org.saualnama.secret.Secret;
import org.saualnama.submission.BallotSeal;

/** Every route that a node has, for tests that ask something of all of them. */
final class MountedRoutes {
  private MountedRoutes() {}

  /**
   * In the order in which they are asked.
   *
   * @param folder where the node has its secret
   */
  static List<Route> of(Node node, Path folder, boolean demo) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Router router = Router.router(vertx);
      node.app()
          .mount(
              new Doors(router, Gate.SHUT),
              new Installation("epoch", demo),
              new BallotSeal(Secret.from(folder.resolve("secret"))));
      return List.copyOf(router.getRoutes());
    } finally {
      vertx.close().await(1, TimeUnit.MINUTES);
    }
  }
}
