package org.saualnama.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.refusal.Refusal;

/** Grants as the API has them: {@code [{"role": "author", "survey": "may9-kz"}]}. */
final class GrantJson {
  private static final int MOST = 500;
  private static final Pattern SURVEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

  private GrantJson() {}

  /**
   * Reads what somebody sent as {@code roles}.
   *
   * @throws Refusal naming what is wrong
   */
  static Set<Grant> read(JsonNode roles) {
    if (!roles.isArray() || roles.size() > MOST) {
      throw wrong("Send roles as a list, such as [{\"role\": \"author\", \"survey\": \"my\"}].");
    }
    Set<Grant> grants = new HashSet<>();
    roles.forEach(role -> grants.add(grant(role)));
    return grants;
  }

  private static Grant grant(JsonNode node) {
    Role role =
        Role.of(node.path("role").asText())
            .orElseThrow(
                () -> wrong("role is one of admin, author, analyst, steward, interviewer."));
    boolean everywhere = node.path("survey").isMissingNode() || node.path("survey").isNull();
    if (node.size() > (node.has("survey") ? 2 : 1)) {
      throw wrong("A role has role and survey, nothing else.");
    }
    if (everywhere) {
      return Grant.global(role);
    }
    String survey = node.path("survey").asText();
    if (!node.path("survey").isTextual() || !SURVEY.matcher(survey).matches()) {
      throw wrong("survey is a survey's code; leave it out for all surveys.");
    }
    return Grant.of(role, survey);
  }

  private static Refusal wrong(String mend) {
    return Refusal.malformed("roles", "not_roles", mend);
  }

  /** In alphabetical order. */
  static List<Map<String, String>> write(Set<Grant> grants) {
    return grants.stream().sorted(Comparator.comparing(Grant::code)).map(GrantJson::write).toList();
  }

  private static Map<String, String> write(Grant grant) {
    Map<String, String> object = new LinkedHashMap<>();
    object.put("role", grant.role().code());
    Optional<String> survey = grant.survey();
    survey.ifPresent(code -> object.put("survey", code));
    return object;
  }
}
