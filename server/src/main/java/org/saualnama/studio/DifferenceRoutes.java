package org.saualnama.studio;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.authoring.PgVersions;
import org.saualnama.authoring.Version;
import org.saualnama.http.Doors;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.Definitions;
import org.saualnama.survey.Difference;

/** {@code /studio/surveys/{survey}/versions/{a}/difference/{b}}, as the API has it. */
public final class DifferenceRoutes {
  private static final String PATH = "/studio/surveys/:survey/versions/:version/difference/:other";

  private final StudioPage pages;
  private final PgVersions versions;

  public DifferenceRoutes(StudioPage pages, PgVersions versions) {
    this.pages = pages;
    this.versions = versions;
  }

  public void mount(Doors doors) {
    doors.get(PATH, Access.of(Role.AUTHOR)).handler(this::page);
  }

  private void page(RoutingContext context) {
    String survey = context.pathParam("survey");
    String from = context.pathParam("version");
    String to = context.pathParam("other");
    versions
        .of(survey)
        .map(
            all ->
                new Differences(
                    pages.frame(context, "difference.title", survey, from, to),
                    survey,
                    from,
                    to,
                    Difference.between(
                        Definitions.tree(version(all, from).definition()),
                        Definitions.tree(version(all, to).definition()))))
        .compose(page -> pages.show(context, 200, Differences.TEMPLATE, page))
        .onFailure(context::fail);
  }

  private static Version version(List<Version> all, String number) {
    return all.stream()
        .filter(version -> Integer.toString(version.number()).equals(number))
        .findFirst()
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no such version."));
  }
}
