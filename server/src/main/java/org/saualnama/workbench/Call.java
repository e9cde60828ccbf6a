package org.saualnama.workbench;

import java.net.URI;

/**
 * The address of the figures on a page in the API, and programs that read them, ready to paste.
 *
 * @param address of the figures as JSON-stat
 * @param exact whether a token has to be sent along
 */
public record Call(URI address, boolean exact) {

  /** For a shell. */
  public String curl() {
    String token = exact ? " \\\n  -H \"Authorization: Bearer $TOKEN\"" : "";
    return "curl -sS '" + json() + "'" + token;
  }

  /** For R, with nothing installed beside it. */
  public String r() {
    String token =
        exact ? ",\n  headers = c(Authorization = paste(\"Bearer\", Sys.getenv(\"TOKEN\")))" : "";
    return """
        connection <- url("%s",
          encoding = "UTF-8"%s)
        figures <- read.csv(connection, check.names = FALSE)
        print(figures)
        """
        .formatted(csv(), token)
        .strip();
  }

  /** For Python 3, with nothing installed beside it. */
  public String python() {
    String token =
        exact ? ",\n    headers={\"Authorization\": \"Bearer \" + os.environ[\"TOKEN\"]}" : "";
    return """
        import csv
        import io
        %simport urllib.request

        request = urllib.request.Request(
            "%s"%s)
        with urllib.request.urlopen(request) as answer:
            text = io.TextIOWrapper(answer, encoding="utf-8", newline="")
            figures = list(csv.DictReader(text))
        for line in figures:
            print(line)
        """
        .formatted(exact ? "import os\n" : "", csv(), token)
        .strip();
  }

  /** The figures as JSON-stat. */
  public String json() {
    // The one letter of an address that would end a string of a shell.
    return address.toString().replace("'", "%27");
  }

  /** The figures as CSV. */
  public String csv() {
    return json() + "&format=csv";
  }
}
