package org.saualnama.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.saualnama.authoring.Blank;
import org.saualnama.conversion.Expression.NotSimple;
import org.saualnama.texts.Texts;

/** A definition in the making: an empty survey, with the pages of a file put into it. */
final class Sketch {
  private static final Set<String> CORE = Set.of("single", "scale", "multiple");

  private final SourceQuestionnaire source;
  private final Texts texts;
  private final Report report;
  private final Translations translations;
  private final Codes pageCodes;
  private final SketchedQuestion questions;
  private final Map<String, Answerable> known = new TreeMap<>();
  private ArrayNode pages;

  Sketch(SourceQuestionnaire source, Texts texts, String language, Report report) {
    this.source = source;
    this.texts = texts;
    this.report = report;
    this.translations = new Translations(source, language, report);
    this.pageCodes = new Codes("page", report);
    this.questions = new SketchedQuestion(translations, texts, report, known);
  }

  /**
   * The definition.
   *
   * @param code of the survey; empty to take the file's
   */
  ObjectNode definition(Optional<String> code) {
    String own = Codes.valid(source.name);
    ObjectNode tree =
        Blank.tree(texts, code.orElse(own.isEmpty() ? "survey" : own), translations.languages());
    ObjectNode title = translations.text(source.title, "");
    translations.languages().forEach(l -> tree.withObject("/title").put(l, title.path(l).asText()));
    pages = tree.putArray("pages");
    for (SourceGroup page : source.pages) {
      if (!page.questions().isEmpty()) {
        add(page);
      }
    }
    core().ifPresent(core -> tree.put("core", core));
    return tree;
  }

  private void add(SourceGroup page) {
    String name = pageCodes.of(page.name(), page.where());
    ArrayNode list = begin(name);
    ObjectNode title = translations.text(page.title(), page.where());
    if (!title.isEmpty()) {
      last().set("title", title);
    }
    for (SourceQuestion question : page.questions()) {
      Optional<AskedWhen> when = when(question);
      if (when.isPresent() && when.get().page() >= pages.size() - 1) {
        report.add(question.where, Loss.PAGE_SPLIT, question.name);
        list = begin(pageCodes.free(name));
      }
      list.add(questions.of(question, when, pages.size() - 1));
    }
  }

  private ArrayNode begin(String code) {
    return pages.addObject().put("page", code).putArray("questions");
  }

  private ObjectNode last() {
    return (ObjectNode) pages.get(pages.size() - 1);
  }

  private Optional<AskedWhen> when(SourceQuestion question) {
    if (question.conditions.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(AskedWhen.of(question.conditions, known));
    } catch (NotSimple e) {
      String conditions = String.join(" and ", question.conditions);
      report.add(question.where, Loss.CONDITION_LEFT_OUT, question.name, conditions);
      return Optional.empty();
    }
  }

  /** The results page needs a question to lead with: the first that fits, until the author says. */
  private Optional<String> core() {
    for (JsonNode page : pages) {
      for (JsonNode question : page.path("questions")) {
        if (CORE.contains(question.path("type").asText())) {
          String code = question.path("question").asText();
          report.add("", Loss.CORE_CHOSEN, code);
          return Optional.of(code);
        }
      }
    }
    return Optional.empty();
  }
}
