package org.saualnama.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.Refusals;
import org.saualnama.identity.PgSetUp;
import org.saualnama.identity.StudioGate;
import org.saualnama.identity.StudioPath;
import org.saualnama.refusal.Refusal;

/** Ways into the studio and out of it: signing in, set-up links, signing out here or everywhere. */
public final class SignInRoutes {
  private static final String SET_UP = "/studio/set-up/:token";

  private final StudioPage pages;
  private final StudioGate gate;
  private final PgSetUp setUp;
  private final boolean outside;

  /**
   * The ways in and out.
   *
   * @param outside whether an outside provider is one
   */
  public SignInRoutes(StudioPage pages, StudioGate gate, PgSetUp setUp, boolean outside) {
    this.pages = pages;
    this.gate = gate;
    this.setUp = setUp;
    this.outside = outside;
  }

  public void mount(Doors doors) {
    doors.get(StudioGate.SIGN_IN, Access.ANYBODY).handler(this::askWho);
    doors.post(StudioGate.SIGN_IN, Access.ANYBODY).handler(this::signIn);
    doors.get(SET_UP, Access.ANYBODY).handler(this::askForPassword);
    doors.post(SET_UP, Access.ANYBODY).handler(this::setUp);
    doors.post("/studio/sign-out", Access.SIGNED_IN).handler(this::signOut);
    doors.post("/studio/sign-out-everywhere", Access.SIGNED_IN).handler(this::signOutEverywhere);
  }

  private void askWho(RoutingContext context) {
    String next = context.queryParam("next").stream().findFirst().orElse(StudioPath.HOME);
    ask(context, 200, Faults.NONE, next).onFailure(context::fail);
  }

  private Future<Void> ask(RoutingContext context, int status, Faults faults, String next) {
    Frame frame = pages.frame(context, "signin.title");
    SignInForm form =
        new SignInForm(
            faults.any() ? frame.inError() : frame,
            faults,
            StudioPage.typed(context, "name"),
            StudioPath.orHome(next),
            outside ? outside(StudioPath.orHome(next)) : null);
    return pages.show(context, status, SignInForm.TEMPLATE, form);
  }

  /** A link and no form: the page's policy lets no form end on another site. */
  private static String outside(String next) {
    return "/studio/oidc/start?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }

  private void signIn(RoutingContext context) {
    String next = StudioPath.orHome(StudioPage.typed(context, "next"));
    Future.succeededFuture()
        .compose(
            begin ->
                gate.signIn(
                    context,
                    StudioPage.typed(context, "name"),
                    StudioPage.secret(context, "password")))
        .compose(
            account -> pages.go(context, next),
            failure ->
                refused(failure)
                    .compose(
                        refusal -> ask(context, status(refusal), faults(context, refusal), next)))
        .onFailure(context::fail);
  }

  private void askForPassword(RoutingContext context) {
    ask(context, 200, Faults.NONE).onFailure(context::fail);
  }

  private Future<Void> ask(RoutingContext context, int status, Faults faults) {
    return setUp
        .find(context.pathParam("token"))
        .compose(
            invitation -> {
              if (invitation.isEmpty()) {
                Frame frame = pages.frame(context, "setup.over.title");
                Message over = new Message(frame, frame.say("setup.over"));
                return pages.show(context, 404, Message.TEMPLATE, over);
              }
              Frame frame = pages.frame(context, "setup.title");
              SetUpForm form =
                  new SetUpForm(
                      faults.any() ? frame.inError() : frame,
                      faults,
                      context.normalizedPath(),
                      invitation.get().name(),
                      StudioPage.typed(context, "name"));
              return pages.show(context, status, SetUpForm.TEMPLATE, form);
            });
  }

  private void setUp(RoutingContext context) {
    String password = StudioPage.secret(context, "password");
    if (!password.equals(StudioPage.secret(context, "again"))) {
      String words = pages.frame(context, "setup.title").say("setup.not_the_same");
      ask(context, 422, Faults.of("again", words)).onFailure(context::fail);
      return;
    }
    Optional<String> name =
        Optional.of(StudioPage.typed(context, "name")).filter(typed -> !typed.isEmpty());
    Future.succeededFuture()
        .compose(begin -> gate.setUp(context, context.pathParam("token"), name, password))
        .compose(
            account -> pages.go(context, StudioPath.HOME),
            failure ->
                refused(failure)
                    .compose(refusal -> ask(context, status(refusal), faults(context, refusal))))
        .onFailure(context::fail);
  }

  private void signOut(RoutingContext context) {
    gate.signOut(context)
        .compose(done -> pages.go(context, StudioGate.SIGN_IN, Notice.SIGNED_OUT))
        .onFailure(context::fail);
  }

  private void signOutEverywhere(RoutingContext context) {
    gate.signOutEverywhere(context)
        .compose(done -> pages.go(context, StudioGate.SIGN_IN, Notice.SIGNED_OUT))
        .onFailure(context::fail);
  }

  private static Future<Refusal> refused(Throwable failure) {
    return failure instanceof Refusal refusal
        ? Future.succeededFuture(refusal)
        : Future.failedFuture(failure);
  }

  /** 401 would have a browser ask for a password in a window of its own. */
  private static int status(Refusal refusal) {
    return refusal.reason() == Refusal.Reason.NOT_SIGNED_IN
        ? 422
        : Refusals.status(refusal.reason());
  }

  private Faults faults(RoutingContext context, Refusal refusal) {
    return Faults.of(refusal, pages.frame(context, "signin.title").words());
  }
}
