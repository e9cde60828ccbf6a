package org.saualnama.survey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A checked questionnaire, as one version of it is published. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Survey(
    @JsonProperty("survey") String code,
    List<String> languages,
    Text title,
    Consent consent,
    Sensitivity sensitivity,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean electionRelated,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean referendumRelated,
    OffsetDateTime closes,
    Integer expectedResponses,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Text> residualOptions,
    List<Page> pages,
    List<String> segments,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Grouping> groupings,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<String>> crossings,
    String core,
    Weighting weighting,
    ReleasePolicy release,
    Disclosure disclosure,
    Map<String, Text> disclosureItems) {

  public Survey {
    languages = List.copyOf(languages);
    sensitivity = sensitivity == null ? Sensitivity.SENSITIVE : sensitivity;
    residualOptions = Definitions.inOrder(residualOptions);
    pages = List.copyOf(pages);
    segments = List.copyOf(segments);
    groupings = groupings == null ? List.of() : List.copyOf(groupings);
    crossings = crossings == null ? List.of() : crossings.stream().map(List::copyOf).toList();
    release =
        (release == null ? new ReleasePolicy(null, null, null) : release)
            .orElse(sensitivity.releaseFloor());
    disclosure =
        disclosure == null || disclosure.minBase() == null
            ? new Disclosure(sensitivity.defaultBase())
            : disclosure;
    disclosureItems = Definitions.inOrder(disclosureItems);
  }

  /** All questions in the order of the form. */
  @JsonIgnore
  public List<Question> questions() {
    return pages.stream().flatMap(page -> page.questions().stream()).toList();
  }

  /** All items in the order of the form. */
  @JsonIgnore
  public List<Item> items() {
    return questions().stream().flatMap(question -> question.items().stream()).toList();
  }

  /** The question of this code. */
  public Optional<Question> question(String code) {
    return questions().stream().filter(question -> question.code().equals(code)).findFirst();
  }

  /** The item of this code. */
  public Optional<Item> item(String code) {
    return items().stream().filter(item -> item.code().equals(code)).findFirst();
  }

  /** The words of one of a question's codes, whether option, scale point or residual. */
  public String label(Question question, String code, String language) {
    Text text = text(question, code);
    return text == null ? code : text.in(language);
  }

  /** The same in all languages; null for a point of a scale, which has no words. */
  Text text(Question question, String code) {
    return question.options().stream()
        .filter(option -> option.code().equals(code))
        .map(Option::text)
        .findFirst()
        .orElse(residualOptions.get(code));
  }
}
