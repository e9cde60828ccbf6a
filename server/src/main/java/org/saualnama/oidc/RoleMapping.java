package org.saualnama.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.access.Grant;

/** Which of the provider's claims grant what here; whatever it doesn't name grants nothing. */
public final class RoleMapping {
  private static final Pattern RULE = Pattern.compile("([^=,]+)=([^,]+?)->([a-z]+(?::[^,\\s]+)?)");

  private record Rule(String claim, String value, Grant grant) {}

  private final List<Rule> rules = new ArrayList<>();

  /**
   * Reads a mapping.
   *
   * @param text such as {@code groups=editors->author, groups=kz->author:may9-kz}; a dot in a claim
   *     leads into an object, as in {@code realm_access.roles}
   * @throws IllegalArgumentException naming the rule that can't be read
   */
  public RoleMapping(String text) {
    for (String rule : List.of(Pattern.compile(",").split(text))) {
      Matcher parts = RULE.matcher(rule.strip());
      Grant grant = parts.matches() ? Grant.of(parts.group(3)).orElse(null) : null;
      if (grant == null) {
        throw new IllegalArgumentException(
            "'%s' is no rule: write claim=value->role or claim=value->role:survey, with commas between"
                .formatted(rule.strip()));
      }
      rules.add(new Rule(parts.group(1).strip(), parts.group(2).strip(), grant));
    }
  }

  /** What somebody with these claims is granted. */
  Set<Grant> grants(JsonNode claims) {
    Set<Grant> grants = new HashSet<>();
    for (Rule rule : rules) {
      if (holds(claim(claims, rule.claim()), rule.value())) {
        grants.add(rule.grant());
      }
    }
    return grants;
  }

  /** Names of claims may be addresses with dots in them: the whole name comes first. */
  private static JsonNode claim(JsonNode claims, String name) {
    return claims.has(name) ? claims.path(name) : claims.at("/" + name.replace('.', '/'));
  }

  private static boolean holds(JsonNode claim, String value) {
    return claim.isArray()
        ? claim.valueStream().anyMatch(one -> value.equals(one.textValue()))
        : value.equals(claim.textValue());
  }
}
