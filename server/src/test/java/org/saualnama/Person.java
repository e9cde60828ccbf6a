package org.saualnama;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.saualnama.access.Grant;
import org.saualnama.identity.SignedIn;

/** Somebody with an account on a node, signed in at both doors. */
public final class Person {
  public static final String PASSWORD = "correct horse battery";

  private static final Map<Node, String> HASHES = new ConcurrentHashMap<>();

  private final Node node;
  private final String name;
  private final SignedIn signedIn;

  private Person(Node node, String name, SignedIn signedIn) {
    this.node = node;
    this.name = name;
    this.signedIn = signedIn;
  }

  /** An account of {@code name} (in ASCII) with these grants and {@link #PASSWORD}, signed in. */
  public static Person of(Node node, String name, Grant... grants) {
    UUID account = UUID.randomUUID();
    // Hashing is slow on purpose, so once for each node.
    String hash = HASHES.computeIfAbsent(node, any -> SignedIn.hash(node.app(), PASSWORD));
    node.query(
        "INSERT INTO account (account, name, name_key, password)"
            + " VALUES ('%s', '%s', lower('%s'), '%s')".formatted(account, name, name, hash));
    for (Grant grant : grants) {
      String survey = grant.survey().map(code -> "'" + code + "'").orElse("NULL");
      node.query(
          "INSERT INTO account_grant (account, role, survey) VALUES ('%s', '%s', %s)"
              .formatted(account, grant.role().code(), survey));
    }
    return new Person(node, name, SignedIn.of(node.app(), account));
  }

  public String name() {
    return name;
  }

  /** What {@code Authorization: Bearer} takes. */
  public String token() {
    return signedIn.token();
  }

  /** What the cookie {@code __Host-session} holds. */
  public String cookie() {
    return signedIn.cookie();
  }

  /** What each change in the studio has to send along. */
  public String csrf() {
    return signedIn.csrf();
  }

  /** Whether both sessions go on. */
  public boolean isSignedIn() {
    String sessions =
        "SELECT count(*) FROM session JOIN account USING (account) WHERE name = '" + name + "'";
    return node.value(sessions).equals("2");
  }

  /** A request to the API. */
  public HttpRequest.Builder api(String path) {
    return HttpRequest.newBuilder(node.uri(path)).header("Authorization", "Bearer " + token());
  }

  /** A request to the studio, with the proof that its own page sent it. */
  public HttpRequest.Builder studio(String path) {
    return HttpRequest.newBuilder(node.uri(path))
        .header("Cookie", "__Host-session=" + cookie())
        .header("X-CSRF-Token", csrf())
        .header("Sec-Fetch-Site", "same-origin");
  }
}
