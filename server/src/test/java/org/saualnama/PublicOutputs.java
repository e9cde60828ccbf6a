package org.saualnama;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Predicate.not;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.saualnama.survey.Item;
import org.saualnama.survey.Split;
import org.saualnama.survey.SurveyVersion;

/** All that anybody may see of a survey's figures, byte for byte: status, headers and body. */
public final class PublicOutputs {
  private final Node node;
  private final SurveyVersion version;
  private final SortedMap<String, String> byAddress = new TreeMap<>();

  private PublicOutputs(Node node, String survey) {
    this.node = node;
    this.version = node.app().surveys().find(survey).orElseThrow().latest();
  }

  /** What {@code node} answers, by the path and query that it was asked by. */
  public static SortedMap<String, String> of(Node node, String survey) {
    PublicOutputs outputs = new PublicOutputs(node, survey);
    outputs.askForTables();
    outputs.askForTheRest();
    return outputs.byAddress;
  }

  private void askForTables() {
    for (List<String> row : node.query("SELECT DISTINCT collector FROM profile ORDER BY 1")) {
      String collector = row.get(0);
      for (Item item : version.items().values().stream().filter(Item::isChoice).toList()) {
        for (String split : splits()) {
          String table =
              api("/breakdown?collector=" + collector + "&question=" + item.code() + split);
          ask(table, "identity");
          ask(table + "&format=csv", "identity");
        }
      }
    }
  }

  /** By nothing, by each, by each two that may be crossed, and in each category alone. */
  private List<String> splits() {
    List<String> splits = new ArrayList<>(List.of(""));
    version
        .splits()
        .forEach(
            (code, split) -> {
              splits.add("&by=" + code);
              split.codes().forEach(category -> splits.add("&where." + code + "=" + category));
              version.splits().values().stream()
                  .filter(other -> code.compareTo(other.code()) < 0)
                  .filter(not(split::isOfSameSegment))
                  .map(Split::code)
                  .forEach(other -> splits.add("&by=" + code + "," + other));
            });
    return splits;
  }

  private void askForTheRest() {
    ask(api(""));
    ask(api("/releases"));
    ask(api("/breakdown?question=" + version.survey().core()));
    int releases = Integer.parseInt(node.value("SELECT count(*) FROM release"));
    for (int number = 1; number <= releases + 1; number++) {
      ask(api("/releases/" + number + "/weighting"));
      ask(api("/releases/" + number + "/bundle"));
      ask(api("/breakdown?release=" + number + "&question=" + version.survey().core()));
      ask("/results/" + version.code() + "?release=" + number);
    }
    for (String refused : List.of("", "?question=no", "?question=no&by=no")) {
      ask(api("/breakdown" + refused));
    }
    ask(api("/breakdown?format=xlsx&question=" + version.survey().core()));
    ask("/api/v2/tables/" + version.code() + ":" + version.survey().core() + ":open/data");
    ask("/results/" + version.code() + "/" + version.survey().languages().get(0) + "/picture.png");
    ask("/workbench/" + version.code() + "?question=" + version.survey().core());
    ask("/");
    askForPage("/results/" + version.code());
    for (String language : version.survey().languages()) {
      askForPage("/results/" + version.code() + "/" + language);
    }
    for (List<String> row :
        node.query("SELECT DISTINCT collector FROM published_figure ORDER BY collector")) {
      askForPage("/results/" + version.code() + "?collector=" + row.get(0));
    }
  }

  private String api(String rest) {
    return "/api/v1/surveys/" + version.code() + rest;
  }

  /** Pages say where they are, which nodes with one public address would say alike. */
  private void askForPage(String address) {
    ask(address, "identity");
    String own = node.app().publicUrl().toString();
    byAddress.computeIfPresent(
        address + " identity", (asked, told) -> told.replace(own, "https://surveys.example.org"));
  }

  /** Also compressed: how small a text becomes is a function of it. */
  private void ask(String address) {
    ask(address, "identity");
    ask(address, "gzip");
  }

  private void ask(String address, String encoding) {
    HttpResponse<byte[]> answer = node.bytes(address, "Accept-Encoding", encoding);
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    // Drawn by lot for each request.
    headers.remove("x-request-id");
    String body = new String(answer.body(), encoding.equals("gzip") ? ISO_8859_1 : UTF_8);
    byAddress.put(address + " " + encoding, answer.statusCode() + "\n" + headers + "\n" + body);
  }
}
