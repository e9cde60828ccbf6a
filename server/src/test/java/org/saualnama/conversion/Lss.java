package org.saualnama.conversion;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A LimeSurvey file for tests, of tables with fields between bars. */
public final class Lss {
  private final StringBuilder xml =
      new StringBuilder(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <document>
          <LimeSurveyDocType>Survey</LimeSurveyDocType>
          <DBVersion>400</DBVersion>
          """);

  /** With a table; the first line has the names of its fields. */
  public Lss with(String table, String... lines) {
    List<String> fields = List.of(lines[0].split("\\s*\\|\\s*"));
    xml.append('<').append(table).append("><rows>\n");
    for (int i = 1; i < lines.length; i++) {
      String[] cells = lines[i].split("\\s*\\|\\s*", -1);
      xml.append("<row>");
      for (int j = 0; j < cells.length; j++) {
        String field = fields.get(j).strip();
        String cell = "<![CDATA[" + cells[j].strip() + "]]>";
        xml.append('<')
            .append(field)
            .append('>')
            .append(cell)
            .append("</")
            .append(field)
            .append('>');
      }
      xml.append("</row>\n");
    }
    xml.append("</rows></").append(table).append(">\n");
    return this;
  }

  public byte[] bytes() {
    return (xml + "</document>").getBytes(StandardCharsets.UTF_8);
  }

  /** Words apart, as LimeSurvey writes since version 4. */
  public static byte[] park() {
    return new Lss()
        .with("surveys", "sid | language | additional_languages", "77 | ru | kk")
        .with(
            "surveys_languagesettings",
            "surveyls_survey_id | surveyls_language | surveyls_title | surveyls_welcometext",
            "77 | ru | Парк | <p>Здравствуйте</p>",
            "77 | kk | Саябақ |")
        .with("groups", "gid | sid | group_order | grelevance", "5 | 77 | 1 | 1", "6 | 77 | 2 |")
        .with(
            "group_l10ns",
            "id | gid | group_name | description | language",
            "1 | 5 | Посещения | | ru",
            "2 | 5 | Келу | | kk",
            "3 | 6 | Ещё | | ru",
            "4 | 6 | Тағы | | kk")
        .with(
            "questions",
            "qid | parent_qid | sid | gid | type | title | other | mandatory | question_order | relevance",
            "12 | 0 | 77 | 5 | M | did | Y | N | 2 | ((visited.NAOK == \"A1\"))",
            "11 | 0 | 77 | 5 | L | visited | N | Y | 1 | 1",
            "13 | 0 | 77 | 6 | F | views | N | N | 1 | did_SQ1 == \"Y\"",
            "14 | 0 | 77 | 6 | 5 | mood | N | N | 2 | 1",
            "15 | 0 | 77 | 6 | Y | again | N | N | 3 | views_SQ1.NAOK == 'A1' or mood > 3",
            "16 | 0 | 77 | 6 | R | rank | N | N | 4 | 1",
            "17 | 0 | 77 | 6 | X | thanks | N | N | 5 | 1",
            "18 | 0 | 77 | 6 | N | age | N | N | 6 | 77X5X11.NAOK != 'A2'")
        .with(
            "subquestions",
            "qid | parent_qid | sid | gid | type | title | question_order | scale_id",
            "21 | 12 | 77 | 5 | T | SQ1 | 1 | 0",
            "22 | 12 | 77 | 5 | T | SQ2 | 2 | 0",
            "23 | 13 | 77 | 6 | T | SQ1 | 1 | 0",
            "24 | 13 | 77 | 6 | T | SQ2 | 2 | 0")
        .with(
            "question_l10ns",
            "id | qid | question | help | language",
            "1 | 11 | <p>Были ли Вы в <b>парке</b>?</p> | За год | ru",
            "2 | 11 | Саябаққа бардыңыз ба? | | kk",
            "3 | 12 | Что делали? | | ru",
            "4 | 13 | Что думаете? | | ru",
            "5 | 14 | Настроение | | ru",
            "6 | 15 | Ещё раз? | | ru",
            "7 | 17 | Спасибо &amp; до встречи | | ru",
            "8 | 18 | Возраст | | ru",
            "9 | 21 | Гулял(а) | | ru",
            "10 | 22 | Ничего | | ru",
            "11 | 23 | Дорожки | | ru",
            "12 | 24 | Скамейки | | ru")
        .with(
            "answers",
            "aid | qid | code | sortorder | scale_id",
            "2 | 11 | A2 | 2 | 0",
            "1 | 11 | A1 | 1 | 0",
            "3 | 13 | A1 | 1 | 0",
            "4 | 13 | A2 | 2 | 0")
        .with(
            "answer_l10ns",
            "id | aid | answer | language",
            "1 | 1 | Да | ru",
            "2 | 2 | Нет | ru",
            "3 | 1 | Иә | kk",
            "4 | 3 | Хорошо | ru",
            "5 | 4 | Плохо | ru")
        .with(
            "question_attributes",
            "qid | attribute | value",
            "12 | exclude_all_others | SQ2",
            "18 | min_num_value_n | 16",
            "18 | hidden | 0",
            "13 | array_filter | did")
        .bytes();
  }
}
