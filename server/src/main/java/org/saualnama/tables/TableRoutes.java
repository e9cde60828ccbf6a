package org.saualnama.tables;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Split;
import org.saualnama.survey.Surveys;
import org.saualnama.texts.Texts;
import org.saualnama.work.Workroom;

/**
 * {@code /api/v2}: what tables there are and what is in them; the figures have routes of their own.
 */
public final class TableRoutes {
  private final Surveys surveys;
  private final Texts texts;
  private final Supplier<URI> server;
  private final TableList tables;
  private final int readsPerMinute;
  private final Workroom workbooks;

  /**
   * Tells of what {@code releases} has.
   *
   * @param server how readers reach it
   * @param readsPerMinute how often one client may ask; 0 for no limit
   * @param workbooks where workbooks are written
   */
  public TableRoutes(
      Surveys surveys,
      PublishedReleases releases,
      Texts texts,
      Supplier<URI> server,
      int readsPerMinute,
      Workroom workbooks) {
    this.workbooks = workbooks;
    this.readsPerMinute = readsPerMinute;
    this.surveys = surveys;
    this.texts = texts;
    this.server = server;
    this.tables = new TableList(surveys, releases, texts);
  }

  public void mount(Doors doors) {
    doors.published(Links.BASE + "/config").handler(this::config);
    doors.published(Links.BASE + "/tables").handler(this::list);
    doors.published(Links.BASE + "/tables/:table").handler(this::one);
    doors.published(Links.BASE + "/tables/:table/metadata").handler(this::metadata);
    doors.published(Links.BASE + "/tables/:table/defaultselection").handler(this::selection);
    doors.published(Links.BASE + "/codelists/:codelist").handler(this::codelist);
    new TableDataRoutes(tables, texts, server, workbooks).mount(doors);
  }

  /**
   * The language asked for, or the first.
   *
   * @throws Refusal (malformed) if there are no words in it
   */
  static String language(RoutingContext context, Texts texts) {
    String asked = context.request().getParam("lang");
    if (asked != null && !texts.languages().contains(asked)) {
      throw Refusal.malformed(
          "lang", "unknown_language", "Use one of " + String.join(", ", texts.languages()) + ".");
    }
    return asked == null ? texts.languages().get(0) : asked;
  }

  private static Future<Void> reply(RoutingContext context, Map<String, ?> body) {
    context.response().putHeader("Cache-Control", "public, max-age=60");
    return Replies.json(context, 200, body);
  }

  private void config(RoutingContext context) {
    Replies.answer(context, reply(context, ConfigView.of(texts, readsPerMinute)));
  }

  private void list(RoutingContext context) {
    String language = language(context, texts);
    Optional<String> words = Optional.ofNullable(context.request().getParam("query"));
    Optional<String> days = Optional.ofNullable(context.request().getParam("pastDays"));
    Map<String, Optional<String>> filter = new LinkedHashMap<>();
    filter.put("query", words);
    filter.put("pastDays", days);
    Paging paging =
        Paging.of(
            context.request().getParam("pageNumber"),
            context.request().getParam("pageSize"),
            filter);
    Optional<LocalDate> since =
        days.map(text -> Paging.whole("pastDays", text, 1, 100_000))
            .map(past -> LocalDate.now(ZoneOffset.UTC).minusDays(past));
    List<Table> found = tables.matching(words.orElse(""), since, language);
    Links links = new Links(server.get(), language);
    Map<String, Object> body =
        Json.object(
            "language",
            language,
            "tables",
            paging.of(found).stream()
                .map(table -> tables.view(table, links(table, language)))
                .toList(),
            "page",
            paging.view(found.size(), links),
            "links",
            List.of(paging.to(links, "self", paging.number())));
    Replies.answer(context, reply(context, body));
  }

  private Links links(Table table, String asked) {
    return new Links(server.get(), table.language(asked));
  }

  private void one(RoutingContext context) {
    Table table = tables.find(context.pathParam("table"));
    Links links = links(table, language(context, texts));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("language", links.language());
    body.putAll(tables.view(table, links));
    Replies.answer(context, reply(context, body));
  }

  private void metadata(RoutingContext context) {
    Table table = tables.find(context.pathParam("table"));
    Links links = links(table, language(context, texts));
    Map<String, Object> body =
        new DatasetView(table, links, texts, Replies.notice(context)).metadata();
    context.response().putHeader("Cache-Control", "public, max-age=60");
    // Closed at its top: a notice stands in its notes.
    Replies.answer(context, Replies.bytes(context, 200, "application/json", Json.write(body)));
  }

  private void selection(RoutingContext context) {
    Table table = tables.find(context.pathParam("table"));
    Links links = links(table, language(context, texts));
    Cube cube =
        Cutting.of(table, new Selection(Map.of(), List.of(), List.of()), links.language(), texts);
    List<Map<String, Object>> selection =
        cube.axes().stream()
            .map(
                axis ->
                    Json.object("variableCode", axis.variable().code(), "valueCodes", axis.codes()))
            .toList();
    Map<String, Object> placement =
        Json.object("heading", Cube.codes(cube.across()), "stub", Cube.codes(cube.stub()));
    Replies.answer(
        context,
        reply(
            context,
            Json.object(
                "language",
                links.language(),
                "selection",
                selection,
                "placement",
                placement,
                "links",
                links.toTable(table))));
  }

  private void codelist(RoutingContext context) {
    String id = context.pathParam("codelist");
    for (PublishedSurvey published : surveys.all().values()) {
      List<String> languages = published.latest().survey().languages();
      String asked = language(context, texts);
      String language = languages.contains(asked) ? asked : languages.get(0);
      for (Split split : published.latest().splits().values()) {
        boolean isGrouping = !published.latest().survey().segments().contains(split.code());
        if (isGrouping && Table.codelist(published.latest().code(), split.code()).equals(id)) {
          Links links = new Links(server.get(), language);
          Replies.answer(context, reply(context, CodelistView.whole(id, split, links, languages)));
          return;
        }
      }
    }
    throw new Refusal(Reason.NOT_FOUND, "There is no such codelist.");
  }
}
