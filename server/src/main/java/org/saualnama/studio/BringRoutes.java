package org.saualnama.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.authoring.DefinitionRoutes;
import org.saualnama.authoring.PgDrafts;
import org.saualnama.conversion.Conversion;
import org.saualnama.conversion.ConvertedQuestionnaire;
import org.saualnama.conversion.Format;
import org.saualnama.http.Doors;
import org.saualnama.http.Refusals;
import org.saualnama.http.Upload;
import org.saualnama.refusal.Refusal;
import org.saualnama.studio.Faults.Fault;

/** {@code /studio/bring}: a questionnaire from ODK, Kobo, LimeSurvey or SurveyJS as a draft. */
public final class BringRoutes {
  private static final String PATH = "/studio/bring";

  private final StudioPage pages;
  private final PgDrafts drafts;
  private final Conversion conversion;

  public BringRoutes(StudioPage pages, PgDrafts drafts, Conversion conversion) {
    this.pages = pages;
    this.drafts = drafts;
    this.conversion = conversion;
  }

  public void mount(Doors doors) {
    Access author = Access.of(Role.AUTHOR);
    doors
        .get(PATH, author)
        .handler(context -> ask(context, 200, Faults.NONE).onFailure(context::fail));
    doors.upload(PATH, author, Conversion.LONGEST).handler(this::bring);
  }

  private Future<Void> ask(RoutingContext context, int status, Faults faults) {
    Frame frame = pages.frame(context, "conversion.title");
    return pages.show(
        context,
        status,
        BringQuestionnaire.TEMPLATE,
        new BringQuestionnaire(
            faults.any() ? frame.inError() : frame,
            faults,
            StudioPage.typed(context, "file-code")));
  }

  private void bring(RoutingContext context) {
    Frame frame = pages.frame(context, "conversion.done");
    String code = StudioPage.typed(context, "file-code");
    Optional<byte[]> file = Upload.file(context);
    Optional<Format> format = file.flatMap(Format::seen);
    if (!SurveyCode.fits(code)) {
      ask(context, 422, Faults.of("file-code", frame.say("fault.no_code")))
          .onFailure(context::fail);
    } else if (format.isEmpty()) {
      ask(context, 422, Faults.of("file", frame.say("fault.no_file"))).onFailure(context::fail);
    } else {
      convert(context, file.get(), format.get(), code)
          .compose(converted -> begin(context, frame, code, converted))
          .recover(failure -> refused(context, failure))
          .onFailure(context::fail);
    }
  }

  private Future<ConvertedQuestionnaire> convert(
      RoutingContext context, byte[] file, Format format, String code) {
    String language = pages.language(context);
    return DefinitionRoutes.slowly(
        context, () -> conversion.of(file, format, Optional.of(code), language));
  }

  private Future<Void> begin(
      RoutingContext context, Frame frame, String code, ConvertedQuestionnaire converted) {
    return drafts
        .create(code, converted.yaml(frame.words()), Doors.caller(context).name())
        .compose(
            draft ->
                pages.show(
                    context, 201, Brought.TEMPLATE, new Brought(frame, code, converted.notes())));
  }

  private Future<Void> refused(RoutingContext context, Throwable failure) {
    if (!(failure instanceof Refusal refusal)) {
      return Future.failedFuture(failure);
    }
    List<Fault> faults =
        Faults.of(refusal, pages.frame(context, "conversion.title").words()).all().stream()
            .map(
                fault ->
                    new Fault(fault.field().equals("survey") ? "file-code" : "file", fault.words()))
            .toList();
    return ask(context, Refusals.status(refusal.reason()), new Faults(faults));
  }
}
