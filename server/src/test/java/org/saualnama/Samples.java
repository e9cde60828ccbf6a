package org.saualnama;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Real answers of a node, to be held to the contract. */
final class Samples {
  /**
   * One of them.
   *
   * @param operation as the contract has it: {@code GET /api/v1/surveys/{survey}}
   * @param status the one that is expected
   * @param request what sets it apart
   */
  record Sample(String operation, int status, String request, HttpResponse<String> response) {
    String answer() {
      return operation + " " + response.statusCode() + " " + Contract.type(response);
    }
  }

  private final Node node;
  private final List<Sample> all = new ArrayList<>();

  Samples(Node node) {
    this.node = node;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(node.uri(path));
  }

  void get(String operation, int status, String path) {
    add(operation, status, path, request(path));
  }

  HttpResponse<String> add(
      String operation, int status, String request, HttpRequest.Builder builder) {
    HttpResponse<String> response = node.send(builder);
    all.add(new Sample(operation, status, operation + " " + request, response));
    return response;
  }

  /** The first event of a stream that does not end. */
  void event(String operation, String path) {
    HttpResponse<String> event = FirstEvent.of(request(path).build());
    all.add(new Sample(operation, 200, operation + " " + path, event));
  }

  List<Sample> all() {
    return List.copyOf(all);
  }
}
