package org.saualnama.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.json.Json;

/** Somebody who brings files of interviews to one survey. */
record Importing(Node node, Person person, String survey) {
  static final String CSV = "text/csv";
  static final String NDJSON = "application/x-ndjson";

  HttpResponse<String> send(String query, String type, String body) {
    return node.send(request(query, type, body));
  }

  HttpRequest.Builder request(String query, String type, String body) {
    return person
        .api(path(query))
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString(body, UTF_8));
  }

  private String path(String query) {
    return "/api/v1/surveys/" + survey + "/submissions:import?" + query;
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.readUntrusted(response.body().getBytes(UTF_8));
  }

  /** A connection on which a file comes in as slowly as one likes. */
  Slow slowly(String query, String... headers) throws IOException {
    Slow slow = new Slow(new Socket(InetAddress.getLoopbackAddress(), node.app().port()));
    slow.write(
        "POST " + path(query) + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n");
    for (String header : headers) {
      slow.write(header + "\r\n");
    }
    slow.write("\r\n");
    return slow;
  }

  String authorization() {
    return "Authorization: Bearer " + person.token();
  }

  /** See {@link #slowly}. */
  record Slow(Socket socket) implements AutoCloseable {
    void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(UTF_8));
      socket.getOutputStream().flush();
    }

    void writeChunk(String text) throws IOException {
      write(Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n");
    }

    /** The first line of the next answer. */
    String status() throws IOException {
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
