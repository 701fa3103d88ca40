package org.dunlin.store.secret;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The data key of each connection to a program: it seals what the connection keeps secret, each
 * thing bound to its field, and goes with the connection.
 */
public final class ConnectionKeys {
  private final JdbcClient jdbc;
  private final KeyRing ring;

  /** The keys of this database, wrapped by the hub's. */
  public ConnectionKeys(DataSource pool, KeyRing ring) {
    jdbc = JdbcClient.create(pool);
    this.ring = ring;
  }

  /** Seals for a field of a connection that is there. */
  public byte[] seal(String companyId, String connectionId, String field, byte[] plain) {
    return of(companyId, connectionId).seal(plain, associated(companyId, connectionId, field));
  }

  /** Seals a text for a field of a connection that is there. */
  public byte[] seal(String companyId, String connectionId, String field, String plain) {
    return seal(companyId, connectionId, field, plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What was sealed for this field.
   *
   * @throws Unreadable when it was changed, or belongs to another field or connection
   */
  public byte[] open(String companyId, String connectionId, String field, byte[] sealed) {
    String associated = associated(companyId, connectionId, field);
    return find(companyId, connectionId)
        .orElseThrow(() -> Unreadable.changed(associated))
        .open(sealed, associated);
  }

  /** The text that was sealed for this field; throws {@link Unreadable}. */
  public String openText(String companyId, String connectionId, String field, byte[] sealed) {
    return new String(open(companyId, connectionId, field, sealed), StandardCharsets.UTF_8);
  }

  /**
   * The texts that were sealed for these fields, by the fields; the key is asked for once. Throws
   * {@link Unreadable}.
   */
  public Map<String, String> openTexts(
      String companyId, String connectionId, Map<String, byte[]> sealed) {
    Map<String, String> texts = new TreeMap<>();
    if (!sealed.isEmpty()) {
      Optional<DataKey> key = find(companyId, connectionId);
      sealed.forEach(
          (field, each) -> {
            String associated = associated(companyId, connectionId, field);
            byte[] plain =
                key.orElseThrow(() -> Unreadable.changed(associated)).open(each, associated);
            texts.put(field, new String(plain, StandardCharsets.UTF_8));
          });
    }
    return texts;
  }

  private DataKey of(String companyId, String connectionId) {
    return find(companyId, connectionId).orElseGet(() -> make(companyId, connectionId));
  }

  private Optional<DataKey> find(String companyId, String connectionId) {
    return jdbc.sql(
            "select wrapped from connection_key where company_id = :company"
                + " and connection_id = :connection")
        .param("company", companyId)
        .param("connection", connectionId)
        .query(byte[].class)
        .optional()
        .map(wrapped -> ring.unwrap(wrapped, associated(companyId, connectionId)));
  }

  /** Two processes may make it at once; the first one's stands. */
  private DataKey make(String companyId, String connectionId) {
    DataKey key = DataKey.random();
    int added =
        jdbc.sql(
                "insert into connection_key values (:company, :connection, :master, :wrapped)"
                    + " on conflict do nothing")
            .param("company", companyId)
            .param("connection", connectionId)
            .param("master", ring.newest())
            .param("wrapped", ring.wrap(key, associated(companyId, connectionId)))
            .update();
    return added == 1 ? key : find(companyId, connectionId).orElseThrow();
  }

  static String associated(String companyId, String connectionId) {
    return associated(companyId, connectionId, "connection key");
  }

  private static String associated(String companyId, String connectionId, String field) {
    return companyId + "|" + connectionId + "|" + field;
  }
}
