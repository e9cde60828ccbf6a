package org.saualnama.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/** What a provider's claims grant. */
final class RoleMappingTest {
  private static Set<Grant> grants(String rules, String claims) throws Exception {
    return new RoleMapping(rules).grants(new ObjectMapper().readTree(claims));
  }

  @Test
  void eachRuleGrantsOneRoleForAllSurveysOrOne() throws Exception {
    String rules = "groups=editors->author:may9-kz, realm_access.roles=boss->admin";
    assertEquals(
        Set.of(Grant.of(Role.AUTHOR, "may9-kz"), Grant.global(Role.ADMIN)),
        grants(rules, "{\"groups\":[\"x\",\"editors\"],\"realm_access\":{\"roles\":[\"boss\"]}}"));
    assertEquals(
        Set.of(Grant.of(Role.AUTHOR, "may9-kz")), grants(rules, "{\"groups\":\"editors\"}"));
  }

  @Test
  void aClaimMayHaveDotsInItsName() throws Exception {
    assertEquals(
        Set.of(Grant.global(Role.ANALYST)),
        grants("https://example.org/roles=a->analyst", "{\"https://example.org/roles\":[\"a\"]}"));
  }

  @Test
  void whatNoRuleNamesGrantsNothing() throws Exception {
    assertTrue(
        grants("groups=a->admin", "{\"groups\":[\"A\",\"aa\",[\"a\"],{\"a\":1}]}").isEmpty());
    assertTrue(grants("groups=a->admin", "{\"roles\":[\"a\"]}").isEmpty());
  }

  @Test
  void aRuleThatCanNotBeReadIsNamed() {
    for (String rule : List.of("groups=a", "groups=a->king", "groups->admin")) {
      IllegalArgumentException wrong =
          assertThrows(IllegalArgumentException.class, () -> new RoleMapping("x=y->admin," + rule));
      assertTrue(wrong.getMessage().contains("'" + rule + "'"), wrong.getMessage());
    }
  }
}
