package org.dunlin.store.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The raw bytes of deliveries, in chunks of 256 KB, written and read as streams. */
public final class RawContent {
  /** The size of a chunk in bytes. */
  static final int CHUNK = 256 * 1024;

  private final JdbcClient jdbc;

  /** The chunks of this database. */
  public RawContent(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Makes room for a month and the one after it, before anything is written to them. Two processes
   * may ask at once.
   */
  public void makeRoom(LocalDate month) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('delivery_chunk'))").query().singleRow();
    for (YearMonth each = YearMonth.from(month), end = each.plusMonths(2);
        each.isBefore(end);
        each = each.plusMonths(1)) {
      jdbc.sql(
              String.format(
                  Locale.ROOT,
                  "create table if not exists delivery_chunk_%1$tY_%1$tm partition of"
                      + " delivery_chunk for values from ('%1$tF') to ('%2$tF')",
                  each.atDay(1),
                  each.plusMonths(1).atDay(1)))
          .update();
    }
  }

  /**
   * Writes the stream to its end, and its bytes through the digest.
   *
   * @return how many bytes there were
   * @throws TooLarge when there are more than {@code most} bytes; the transaction must be undone
   * @throws IOException when the stream breaks off
   */
  public long write(
      String companyId,
      UUID deliveryId,
      LocalDate month,
      InputStream stream,
      long most,
      MessageDigest digest)
      throws IOException {
    long bytes = 0;
    byte[] chunk = stream.readNBytes(CHUNK);
    for (int part = 0; chunk.length > 0; part++) {
      bytes += chunk.length;
      if (bytes > most) {
        throw new TooLarge(most);
      }
      digest.update(chunk);
      insert(companyId, deliveryId, month, part, chunk);
      chunk = stream.readNBytes(CHUNK);
    }
    return bytes;
  }

  /** The bytes of a delivery, fetched a chunk at a time. */
  public InputStream read(Delivery delivery) {
    return new ChunkStream(part -> chunk(delivery, part));
  }

  private byte[] chunk(Delivery delivery, int part) {
    return jdbc.sql(
            "select content from delivery_chunk where company_id = :company"
                + " and received_month = :month and delivery_id = :delivery and part = :part")
        .param("company", delivery.companyId())
        .param("month", delivery.receivedMonth())
        .param("delivery", delivery.id())
        .param("part", part)
        .query(byte[].class)
        .optional()
        .orElse(new byte[0]);
  }

  private void insert(String companyId, UUID deliveryId, LocalDate month, int part, byte[] chunk) {
    jdbc.sql("insert into delivery_chunk values (:company, :month, :delivery, :part, :content)")
        .param("company", companyId)
        .param("month", month)
        .param("delivery", deliveryId)
        .param("part", part)
        .param("content", chunk)
        .update();
  }
}
