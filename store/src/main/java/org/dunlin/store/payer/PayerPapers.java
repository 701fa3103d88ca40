package org.dunlin.store.payer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.Chunks;
import org.dunlin.store.Digests;
import org.dunlin.store.Ids;
import org.dunlin.store.secret.CustomerKeys;
import org.dunlin.store.secret.DataKey;
import org.dunlin.store.secret.WholeContent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Documents that customers sent along with what they contest. Each is sealed with a key of its own
 * under its customer's: erasing the customer makes them unreadable.
 */
public final class PayerPapers {
  private static final String SELECT =
      "select company_id, paper_id, customer_id, standstill_id, media_type, name, bytes, wrapped"
          + " from payer_paper where company_id = :company and ";

  /** The number under which the name is sealed; the parts of the content count from 0. */
  private static final int NAME = Integer.MAX_VALUE;

  private final JdbcClient jdbc;
  private final CustomerKeys keys;

  /** Those of this database, and the keys that open them. */
  public PayerPapers(DataSource pool, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    this.keys = keys;
  }

  /**
   * A document.
   *
   * @param customerId who sent it
   * @param standstillId what it goes with
   */
  public record Paper(
      UUID id, UUID customerId, UUID standstillId, String name, String mediaType, long bytes) {}

  /** Keeps a document. */
  public void add(
      String companyId,
      UUID customerId,
      UUID standstillId,
      String name,
      String mediaType,
      byte[] content) {
    UUID id = Ids.next();
    DataKey key = DataKey.random();
    String associated = associated(companyId, id);
    MessageDigest digest = Digests.sha256();
    digest.update(content);
    jdbc.sql(
            """
            insert into payer_paper (company_id, paper_id, customer_id, standstill_id, media_type, name,
                                     bytes, sha256, wrapped)
            values (:company, :id, :customer, :standstill, :type, :name, :bytes, :sha256, :wrapped)
            """)
        .param("company", companyId)
        .param("id", id)
        .param("customer", customerId)
        .param("standstill", standstillId)
        .param("type", mediaType)
        .param("name", key.sealPart(NAME, name.getBytes(StandardCharsets.UTF_8), associated))
        .param("bytes", content.length)
        .param("sha256", digest.digest())
        .param("wrapped", keys.wrap(companyId, customerId, id, key))
        .update();
    try {
      Chunks.cut(
          new ByteArrayInputStream(content),
          content.length,
          Digests.sha256(),
          (part, chunk) -> insert(companyId, id, part, key.sealPart(part, chunk, associated)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that go with what was contested, in the order in which they were sent. */
  public List<Paper> of(String companyId, UUID standstillId) {
    return jdbc.sql(SELECT + "standstill_id = :standstill order by paper_id")
        .param("company", companyId)
        .param("standstill", standstillId)
        .query(this::row)
        .list();
  }

  /** Those of customers, in the order in which they were sent. */
  public List<Paper> ofCustomers(String companyId, List<UUID> customers) {
    return jdbc.sql(SELECT + "customer_id = any(:customers) order by paper_id")
        .param("company", companyId)
        .param("customers", customers.toArray(UUID[]::new))
        .query(this::row)
        .list();
  }

  /** How many a customer has sent within this time. */
  public int sentWithin(String companyId, UUID customerId, Duration time) {
    return jdbc.sql(
            "select count(*) from payer_paper where company_id = :company and customer_id = :customer"
                + " and sent_at > now() - make_interval(secs => :seconds)")
        .param("company", companyId)
        .param("customer", customerId)
        .param("seconds", time.toSeconds())
        .query(Integer.class)
        .single();
  }

  /** One document of the company. */
  public Optional<Paper> find(String companyId, UUID paperId) {
    return jdbc.sql(SELECT + "paper_id = :id")
        .param("company", companyId)
        .param("id", paperId)
        .query(this::row)
        .optional();
  }

  /**
   * Its bytes, fetched a chunk at a time. Reading throws {@link org.dunlin.store.secret.Unreadable}
   * where they were changed or are not all there.
   */
  public InputStream read(String companyId, Paper paper) {
    DataKey key =
        jdbc.sql("select wrapped from payer_paper where company_id = :company and paper_id = :id")
            .param("company", companyId)
            .param("id", paper.id())
            .query(byte[].class)
            .optional()
            .map(wrapped -> keys.unwrap(companyId, paper.customerId(), paper.id(), wrapped))
            .orElseThrow();
    String associated = associated(companyId, paper.id());
    return Chunks.joined(
        new WholeContent(
            part -> {
              byte[] chunk = chunk(companyId, paper.id(), part);
              return chunk.length == 0 ? chunk : key.openPart(part, chunk, associated);
            },
            paper.bytes(),
            associated));
  }

  private void insert(String companyId, UUID paperId, int part, byte[] chunk) {
    jdbc.sql("insert into payer_paper_chunk values (:company, :id, :part, :content)")
        .param("company", companyId)
        .param("id", paperId)
        .param("part", part)
        .param("content", chunk)
        .update();
  }

  private byte[] chunk(String companyId, UUID paperId, int part) {
    return jdbc.sql(
            "select content from payer_paper_chunk"
                + " where company_id = :company and paper_id = :id and part = :part")
        .param("company", companyId)
        .param("id", paperId)
        .param("part", part)
        .query(byte[].class)
        .optional()
        .orElse(new byte[0]);
  }

  private Paper row(ResultSet row, int number) throws SQLException {
    String companyId = row.getString("company_id");
    UUID id = row.getObject("paper_id", UUID.class);
    UUID customer = row.getObject("customer_id", UUID.class);
    DataKey key = keys.unwrap(companyId, customer, id, row.getBytes("wrapped"));
    byte[] name = key.openPart(NAME, row.getBytes("name"), associated(companyId, id));
    return new Paper(
        id,
        customer,
        row.getObject("standstill_id", UUID.class),
        new String(name, StandardCharsets.UTF_8),
        row.getString("media_type"),
        row.getLong("bytes"));
  }

  private static String associated(String companyId, UUID id) {
    return companyId + "|" + id + "|paper";
  }
}
