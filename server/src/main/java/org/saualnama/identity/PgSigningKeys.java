package org.saualnama.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.json.Json;
import org.saualnama.secret.Seal;
import org.saualnama.secret.Secret;

/**
 * The keys that sign access tokens: private halves sealed, a retired one kept for its last tokens.
 */
public final class PgSigningKeys {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration FRESH_ENOUGH_FOR_STRANGERS = Duration.ofSeconds(5);
  private static final int BLOCK = 64;

  private static final String LOCK = "LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE";

  private static final String RETIRE =
      "UPDATE signing_key SET retired = now() WHERE retired IS NULL";

  private static final String SWEEP =
      "DELETE FROM signing_key WHERE retired < now() - interval '1 day'";

  private static final String INSERT =
      "INSERT INTO signing_key (kid, public, private) VALUES ($1, $2, $3)";

  private static final String LIVING =
      """
      SELECT kid, public, private FROM signing_key
      WHERE retired IS NULL OR retired > now() - make_interval(secs => $1)
      ORDER BY retired IS NULL DESC, created DESC
      """;

  private final Pool pool;
  private final PgAudit audit;
  private final Seal seal;
  private volatile SigningKeys keys = SigningKeys.NONE;

  PgSigningKeys(Pool pool, PgAudit audit, Secret secret) {
    this.pool = pool;
    this.audit = audit;
    this.seal = new Seal(secret.key("signing-key"), BLOCK);
  }

  /** Makes the first key where there is none. */
  public Future<Void> prepare() {
    return change(
        transaction ->
            read(transaction)
                .compose(
                    living ->
                        living.all().isEmpty() ? add(transaction) : Future.succeededFuture()));
  }

  /** From now on a new key signs; the old one verifies until its last token has expired. */
  public Future<Void> rotate() {
    return change(
        transaction ->
            transaction
                .query(RETIRE)
                .execute()
                .compose(retired -> transaction.query(SWEEP).execute())
                .compose(swept -> add(transaction)));
  }

  private Future<Void> change(Function<SqlConnection, Future<Void>> step) {
    return pool.<Void>withTransaction(
            transaction ->
                transaction.query(LOCK).execute().compose(locked -> step.apply(transaction)))
        .onSuccess(done -> forget());
  }

  private Future<Void> add(SqlConnection transaction) {
    SigningKey key = SigningKey.fresh();
    Tuple row =
        Tuple.of(
            key.kid(),
            new String(Json.write(key.publicJwk()), StandardCharsets.UTF_8),
            Buffer.buffer(seal.seal(key.d().getBytes(StandardCharsets.US_ASCII))));
    AuditEntry entry =
        new AuditEntry(
            AccountName.SERVER, "signing-key.create", Optional.empty(), Map.of("kid", key.kid()));
    return transaction
        .preparedQuery(INSERT)
        .execute(row)
        .compose(inserted -> audit.append(transaction, entry));
  }

  /** Looks them up again at the next use. */
  void forget() {
    keys = SigningKeys.NONE;
  }

  /** The living keys, as of a minute ago at most. */
  Future<SigningKeys> current() {
    return current(FRESH);
  }

  /** The living key of this name; one that isn't known yet may have come in the last seconds. */
  Future<Optional<SigningKey>> find(String kid) {
    return current(FRESH)
        .compose(
            known ->
                known.find(kid).isPresent()
                    ? Future.succeededFuture(known)
                    : current(FRESH_ENOUGH_FOR_STRANGERS))
        .map(known -> known.find(kid));
  }

  private Future<SigningKeys> current(Duration age) {
    SigningKeys known = keys;
    return known.areOf(age, System.nanoTime())
        ? Future.succeededFuture(known)
        : pool.withConnection(this::read);
  }

  private Future<SigningKeys> read(SqlConnection connection) {
    return connection
        .preparedQuery(LIVING)
        .execute(Tuple.of((double) AccessToken.LIFE.toSeconds()))
        .map(this::keys)
        .onSuccess(read -> keys = read);
  }

  private SigningKeys keys(RowSet<Row> rows) {
    List<SigningKey> all = new ArrayList<>();
    rows.forEach(row -> all.add(key(row)));
    return new SigningKeys(all, System.nanoTime());
  }

  private SigningKey key(Row row) {
    JsonNode jwk = Json.readUntrusted(row.getString("public").getBytes(StandardCharsets.UTF_8));
    Map<String, Object> members = new LinkedHashMap<>();
    jwk.properties().forEach(member -> members.put(member.getKey(), member.getValue().asText()));
    byte[] d = seal.open(row.getBuffer("private").getBytes()).orElseThrow();
    return new SigningKey(
        row.getString("kid"), members, new String(d, StandardCharsets.US_ASCII).strip());
  }
}
