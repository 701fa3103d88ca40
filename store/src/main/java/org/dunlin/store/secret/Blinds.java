package org.dunlin.store.secret;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Blinds what identifies: the same text gives the same blind within a company, and nobody without
 * the company's secret can tell, or try out, which text it was.
 */
public final class Blinds {
  /** What a blind begins with, and nothing else. */
  public static final String PREFIX = "erased:";

  private final JdbcClient jdbc;
  private final KeyRing ring;
  private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();

  /** With the secrets of this database, wrapped by the hub's key. */
  public Blinds(DataSource pool, KeyRing ring) {
    jdbc = JdbcClient.create(pool);
    this.ring = ring;
  }

  /** What stands in place of a text. */
  public String blind(String companyId, String text) {
    return PREFIX + HexFormat.of().formatHex(bytes(companyId, text)).substring(0, 32);
  }

  /** What stands in place of a digest. */
  public byte[] blind(String companyId, byte[] digest) {
    return bytes(companyId, HexFormat.of().formatHex(digest));
  }

  private byte[] bytes(String companyId, String text) {
    return Hmac.of(
        secret(companyId)
            .orElseThrow(
                () -> new IllegalStateException("company " + companyId + " has no secret")),
        text);
  }

  /** The secret of a company; empty where there is no such company. */
  Optional<byte[]> secret(String companyId) {
    byte[] known = secrets.get(companyId);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<byte[]> read = read(companyId);
    read.ifPresent(secret -> secrets.put(companyId, secret));
    return read;
  }

  /** A secret that is made in a transaction which is undone must not be remembered: it commits. */
  private Optional<byte[]> read(String companyId) {
    return jdbc.sql("select wrapped from company_secret where company_id = :company")
        .param("company", companyId)
        .query(byte[].class)
        .optional()
        .map(wrapped -> ring.unwrap(wrapped, associated(companyId)).content());
  }

  /** Makes the company's secret unless it has one, in the transaction that adds the company. */
  public void prepare(String companyId) {
    jdbc.sql(
            "insert into company_secret values (:company, :master, :wrapped) on conflict do nothing")
        .param("company", companyId)
        .param("master", ring.newest())
        .param("wrapped", ring.wrap(DataKey.random(), associated(companyId)))
        .update();
  }

  static String associated(String companyId) {
    return companyId + "||company secret";
  }
}
