package org.saualnama.tables;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.breakdown.FigureNotes;
import org.saualnama.breakdown.NotesSheet;
import org.saualnama.breakdown.Sheet;
import org.saualnama.breakdown.Workbooks;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.http.Sent;
import org.saualnama.json.Json;
import org.saualnama.texts.Texts;
import org.saualnama.texts.Words;
import org.saualnama.work.Workroom;

/** {@code /api/v2/tables/{table}/data}: the figures of a selection, by a query or by a body. */
final class TableDataRoutes {
  private final TableList tables;
  private final Texts texts;
  private final Supplier<URI> server;
  private final Workroom workbooks;

  TableDataRoutes(TableList tables, Texts texts, Supplier<URI> server, Workroom workbooks) {
    this.tables = tables;
    this.texts = texts;
    this.server = server;
    this.workbooks = workbooks;
  }

  void mount(Doors doors) {
    doors.published(Links.BASE + "/tables/:table/data").handler(this::get);
    doors.publishedByBody(Links.BASE + "/tables/:table/data").handler(this::post);
  }

  private void get(RoutingContext context) {
    answer(context, SelectionReading.of(Sent.values(context.queryParams())));
  }

  private void post(RoutingContext context) {
    answer(context, SelectionReading.of(Replies.body(context)));
  }

  private void answer(RoutingContext context, Selection selection) {
    Table table = tables.find(context.pathParam("table"));
    String language = table.language(TableRoutes.language(context, texts));
    OutputFormat format =
        OutputFormat.of(values(context, "outputformat"), values(context, "outputformatparams"));
    Cube cube = Cutting.of(table, selection, language, texts);
    context.response().putHeader("Cache-Control", "public, max-age=60");
    Replies.answer(
        context,
        bytes(cube, language, format, Replies.notice(context))
            .compose(bytes -> Replies.bytes(context, 200, format.kind().type(), bytes)));
  }

  private Future<byte[]> bytes(
      Cube cube, String language, OutputFormat format, Optional<String> notice) {
    Table table = cube.table();
    Links links = new Links(server.get(), language);
    return switch (format.kind()) {
      case JSON_STAT2 ->
          Future.succeededFuture(
              Json.write(new DatasetView(table, links, texts, notice).data(cube)));
      case CSV ->
          Future.succeededFuture(
              format.csv(table.label(language, texts), Grid.of(cube, format.naming())));
      case XLSX -> workbooks.of(() -> workbook(cube, language, format, notice));
    };
  }

  private byte[] workbook(
      Cube cube, String language, OutputFormat format, Optional<String> notice) {
    Words words = new Words(texts, language);
    FigureNotes notes = new FigureNotes(cube.breakdown(), texts, notice);
    Sheet figures =
        new Sheet(
            words.say("sheet.figures"), Grid.of(cube, format.naming()), true, List.of(30, 30, 30));
    Sheet about = new NotesSheet(cube.breakdown(), notes, words).sheet(server.get());
    return Workbooks.of(List.of(figures, about), cube.table().release().date());
  }

  /** All values of a parameter, however its name is written. */
  private static List<String> values(RoutingContext context, String name) {
    return Sent.values(context.queryParams()).entrySet().stream()
        .filter(parameter -> parameter.getKey().toLowerCase(Locale.ROOT).equals(name))
        .flatMap(parameter -> parameter.getValue().stream())
        .toList();
  }
}
