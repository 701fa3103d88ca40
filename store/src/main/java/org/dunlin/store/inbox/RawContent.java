package org.dunlin.store.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.ChunkWriter;
import org.dunlin.store.Chunks;
import org.dunlin.store.TooLarge;
import org.dunlin.store.secret.DataKey;
import org.dunlin.store.secret.DeliveryKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The raw bytes of deliveries, in chunks of 256 KB, written and read as streams. Each delivery's
 * chunks are sealed with a key of its own, a chunk at a time, which makes each 16 bytes longer.
 */
public final class RawContent {
  private final JdbcClient jdbc;
  private final DeliveryKeys keys;

  /** The chunks of this database, and the keys that open them. */
  public RawContent(DataSource pool, DeliveryKeys keys) {
    jdbc = JdbcClient.create(pool);
    this.keys = keys;
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
    return Chunks.cut(stream, most, digest, sealing(companyId, deliveryId, month));
  }

  /**
   * A stream that writes the bytes of a delivery.
   *
   * @param most how many bytes there may be
   */
  public ChunkWriter writer(String companyId, UUID deliveryId, LocalDate month, long most) {
    return new ChunkWriter(most, sealing(companyId, deliveryId, month));
  }

  private Chunks.Sink sealing(String companyId, UUID deliveryId, LocalDate month) {
    DataKey key = DataKey.random();
    keys.add(companyId, deliveryId, key);
    String associated = associated(companyId, deliveryId);
    return (part, chunk) ->
        insert(companyId, deliveryId, month, part, key.sealPart(part, chunk, associated));
  }

  /**
   * The bytes of a delivery, fetched a chunk at a time; a delivery of the time before there were
   * keys has plain ones. Reading throws {@link org.dunlin.store.secret.Unreadable} where they were
   * changed.
   *
   * @throws RawContentGone when they were dropped or erased
   */
  public InputStream read(Delivery delivery) {
    refuseGone(delivery);
    String associated = associated(delivery.companyId(), delivery.id());
    return keys.find(delivery.companyId(), delivery.id())
        .map(key -> Chunks.joined(part -> opened(key, part, chunk(delivery, part), associated)))
        .orElseGet(() -> Chunks.joined(part -> chunk(delivery, part)));
  }

  private static byte[] opened(DataKey key, int part, byte[] chunk, String associated) {
    return chunk.length == 0 ? chunk : key.openPart(part, chunk, associated);
  }

  private void refuseGone(Delivery delivery) {
    jdbc.sql(
            "select raw_gone from delivery where company_id = :company and delivery_id = :id"
                + " and raw_gone_at is not null")
        .param("company", delivery.companyId())
        .param("id", delivery.id())
        .query(String.class)
        .optional()
        .ifPresent(
            why -> {
              throw new RawContentGone(why);
            });
  }

  /** Takes the raw content of a delivery away for ever; its row stays and says why. */
  public void drop(String companyId, UUID deliveryId, LocalDate month, String why) {
    jdbc.sql(
            "update delivery set raw_gone_at = now(), raw_gone = :why"
                + " where company_id = :company and delivery_id = :id")
        .param("why", why)
        .param("company", companyId)
        .param("id", deliveryId)
        .update();
    jdbc.sql("delete from delivery_key where company_id = :company and delivery_id = :id")
        .param("company", companyId)
        .param("id", deliveryId)
        .update();
    jdbc.sql(
            "delete from delivery_chunk where company_id = :company and received_month = :month"
                + " and delivery_id = :id")
        .param("company", companyId)
        .param("month", month)
        .param("id", deliveryId)
        .update();
  }

  private static String associated(String companyId, UUID deliveryId) {
    return companyId + "|" + deliveryId + "|raw content";
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
