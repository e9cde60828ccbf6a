package org.saualnama.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.conversion.Expression.NotSimple;

final class AskedWhenTest {
  private static final Map<String, Answerable> KNOWN = known();

  private static Map<String, Answerable> known() {
    Map<String, String> codes = codes("a", "b", "c");
    Map<String, Answerable> known = new LinkedHashMap<>();
    known.put("q", new Answerable("q", codes, "", false, 0));
    known.put("s", new Answerable("s", codes, "", false, 0));
    known.put("m", new Answerable("m", codes, "", true, 0));
    known.put("m_a", new Answerable("m", codes, "a", true, 0));
    known.put("g.r", new Answerable("g.r", codes, "", false, 0));
    known.put("n", new Answerable("n", codes("1", "2", "3"), "", false, 0));
    known.put("1X2X3", new Answerable("q", codes, "", false, 0));
    return known;
  }

  private static Map<String, String> codes(String... codes) {
    Map<String, String> same = new LinkedHashMap<>();
    for (String code : codes) {
      same.put(code, code);
    }
    return same;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${q} = 'a'                                  | {q=[a]}        | {}",
        "${q}='a' or ${q} = 'b'                      | {q=[a, b]}     | {}",
        "${q} != 'a'                                 | {}             | {q=[a]}",
        "${q} != 'a' and ${q} != 'b'                 | {}             | {q=[a, b]}",
        "${q} != ''                                  | {q=[a, b, c]}  | {}",
        "${q} = ''                                   | {}             | {q=[a, b, c]}",
        "selected(${m}, 'a') and ${q} = 'b'          | {m=[a], q=[b]} | {}",
        "not(selected(${m}, 'a'))                    | {}             | {m=[a]}",
        "not(${q} = 'a' and ${s} = 'b')              | {}             | {q=[a], s=[b]}",
        "${q} != 'a' or ${s} != 'b'                  | {}             | {q=[a], s=[b]}",
        "not(${q} = 'a' or ${q} = 'b')               | {}             | {q=[a, b]}",
        "(${q}='a' or ${q}='b') and ${q} != 'b'      | {q=[a]}        | {}",
        "'a' = ${q}                                  | {q=[a]}        | {}",
        "${n} >= 2                                   | {n=[2, 3]}     | {}",
        "2 > ${n}                                    | {n=[1]}        | {}",
        "((q.NAOK == \"a\"))                         | {q=[a]}        | {}",
        "((m_a.NAOK == \"Y\")) && s == 'b'           | {m=[a], s=[b]} | {}",
        "1X2X3.NAOK == 'c'                           | {q=[c]}        | {}",
        "!is_empty(q.NAOK)                           | {q=[a, b, c]}  | {}",
        "q ne 'a'                                    | {}             | {q=[a]}",
        "{q} = a                                     | {q=[a]}        | {}",
        "{m} contains 'a'                            | {m=[a]}        | {}",
        "{q} anyof ['a', 'b']                        | {q=[a, b]}     | {}",
        "{m} notcontains 'a'                         | {}             | {m=[a]}",
        "{g.r} = 'c' and {q} notempty                | {g.r=[c], q=[a, b, c]} | {}",
        "1                                           | {}             | {}",
        "true()                                      | {}             | {}",
      })
  void whatADefinitionCanSayIsSaid(String expression, String askIf, String askUnless)
      throws NotSimple {
    AskedWhen when = AskedWhen.of(List.of(expression), KNOWN);
    assertEquals(askIf, when.askIf.toString());
    assertEquals(askUnless, when.askUnless.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${q} = 'a' or ${s} = 'b'",
        "${q} != 'a' and ${s} != 'b'",
        "${q} = 'z'",
        "${unknown} = 'a'",
        "${q} = 'a' and ${q} = 'b'",
        "${m} = 'a'",
        "selected(${m}, 'a') and selected(${m}, 'b')",
        "${q} = ${s}",
        "count-selected(${m}) > 2",
        "${n} + 1 > 2",
        "regex(., '^a')",
        "Q1.shown == 'a'",
        "{q} = ['a']",
        "",
        "(",
        "${q} =",
        "${q} = 'a",
        "0",
        "not not not"
      })
  void whatItCanNotIsNotSaidWrongly(String expression) {
    assertThrows(NotSimple.class, () -> AskedWhen.of(List.of(expression), KNOWN));
  }

  @Test
  void depthAndLengthHaveAnEnd() {
    for (String expression :
        List.of(
            "(".repeat(1900), "!".repeat(1900), "not(".repeat(400), "${q}='a' or ".repeat(500))) {
      assertThrows(NotSimple.class, () -> AskedWhen.of(List.of(expression), KNOWN));
    }
  }
}
