package org.dunlin.store.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.dunlin.store.ChunkWriter;
import org.dunlin.store.Chunks;
import org.dunlin.store.TooLarge;
import org.dunlin.store.secret.DataKey;
import org.dunlin.store.secret.DeliveryKeys;
import org.dunlin.store.secret.DeliveryKeys.WrappedKey;
import org.dunlin.store.secret.Unreadable;
import org.dunlin.store.secret.WholeContent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The raw bytes of deliveries, in chunks of 256 KB, written and read as streams. Each delivery's
 * chunks are sealed with a key of its own, a chunk at a time, which makes each 16 bytes longer.
 */
public final class RawContent {
  /**
   * SQL that destroys the keys of deliveries, which takes their bytes away for ever, and says so in
   * their rows. Where not all that they brought was applied, the same bytes may come again.
   * Conditions on the delivery {@code d} follow.
   */
  public static final String END =
      """
      update delivery d
         set raw_gone_at = now(), raw_gone = :why,
             customer_id = null, master_key = null, wrapped = null,
             may_come_again = may_come_again or state <> 'APPLIED' or exists (
               select 1 from problem p
                where p.company_id = d.company_id and p.delivery_id = d.delivery_id)
       where
      """;

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
   * The last piece of a stream, which {@link Inbox#accept} writes together with the delivery.
   *
   * @param part its place among the pieces, from 0; those before it are written
   * @param content sealed; empty where the stream is
   * @param bytes the length of the whole stream
   * @param key which opens all pieces
   */
  public record Rest(int part, byte[] content, long bytes, WrappedKey key) {}

  /**
   * Writes the stream but for its last piece, and all its bytes through the digest. Of a stream
   * that fits into one piece nothing is written.
   *
   * @throws TooLarge when there are more than {@code most} bytes; the transaction must be undone
   * @throws IOException when the stream breaks off
   */
  public Rest write(String companyId, UUID deliveryId, LocalDate month, Pieces pieces, long most)
      throws IOException {
    DataKey key = DataKey.random();
    String associated = associated(companyId, deliveryId);
    byte[] piece = pieces.first();
    long bytes = 0;
    for (int part = 0; ; part++) {
      bytes += piece.length;
      if (bytes > most) {
        throw new TooLarge(most);
      }
      byte[] next = pieces.next();
      if (next.length == 0) {
        byte[] last = piece.length == 0 ? piece : key.sealPart(part, piece, associated);
        return new Rest(part, last, bytes, keys.wrap(companyId, deliveryId, key));
      }
      insert(companyId, deliveryId, month, part, key.sealPart(part, piece, associated));
      piece = next;
    }
  }

  /**
   * Bytes of a delivery that are made here and not read from a stream.
   *
   * @param content takes them; closing it ends them
   */
  public record Writing(ChunkWriter content, WrappedKey key) {
    /** What {@link Inbox#accept} is to write beside the delivery: all pieces are written. */
    public Rest rest() {
      return new Rest(0, new byte[0], content.bytes(), key);
    }
  }

  /** Begins the bytes of a delivery. */
  public Writing writing(String companyId, UUID deliveryId, LocalDate month) {
    DataKey key = DataKey.random();
    String associated = associated(companyId, deliveryId);
    return new Writing(
        new ChunkWriter(
            Long.MAX_VALUE,
            (part, chunk) ->
                insert(companyId, deliveryId, month, part, key.sealPart(part, chunk, associated))),
        keys.wrap(companyId, deliveryId, key));
  }

  /** Takes bytes away that belong to no delivery after all. */
  public void discard(String companyId, UUID deliveryId, LocalDate month) {
    jdbc.sql(
            "delete from delivery_chunk where company_id = :company and received_month = :month"
                + " and delivery_id = :id")
        .param("company", companyId)
        .param("month", month)
        .param("id", deliveryId)
        .update();
  }

  /**
   * The bytes of a delivery, fetched a chunk at a time; a delivery of the time before there were
   * keys has plain ones. Reading throws {@link Unreadable} where they were changed or are not all
   * there.
   *
   * @param delivery as it lies in the inbox
   * @throws RawContentGone when they were dropped or erased; reading throws it, too
   */
  public InputStream read(Delivery delivery) {
    String associated = associated(delivery.companyId(), delivery.id());
    Head head = head(delivery);
    IntFunction<byte[]> sealed = part -> head.has(part) ? head.part(part) : chunk(delivery, part);
    IntFunction<byte[]> parts =
        head.key()
            .<IntFunction<byte[]>>map(
                key -> part -> opened(key, part, sealed.apply(part), associated))
            .orElse(sealed);
    WholeContent whole = new WholeContent(parts, delivery.bytes(), associated);
    return Chunks.joined(part -> unlessGone(delivery, whole, part));
  }

  /**
   * What is read at once, since most deliveries have one piece.
   *
   * @param more whether a second piece follows
   */
  private record Head(Optional<DataKey> key, byte[] first, boolean more) {
    boolean has(int part) {
      return part == 0 || part == 1 && !more;
    }

    byte[] part(int part) {
      return part == 0 ? first : new byte[0];
    }
  }

  private Head head(Delivery delivery) {
    return jdbc.sql(
            """
            select d.raw_gone_at is not null as gone, d.raw_gone, d.customer_id, d.wrapped,
                   (select c.content from delivery_chunk c
                     where c.company_id = :company and c.received_month = :month
                       and c.delivery_id = :id and c.part = 0) as first,
                   exists (select from delivery_chunk c
                            where c.company_id = :company and c.received_month = :month
                              and c.delivery_id = :id and c.part = 1) as more
              from (values (1)) as one
              left join delivery d on d.company_id = :company and d.delivery_id = :id
            """)
        .param("company", delivery.companyId())
        .param("month", delivery.receivedMonth())
        .param("id", delivery.id())
        .query((row, number) -> head(delivery, row))
        .single();
  }

  private Head head(Delivery delivery, ResultSet row) throws SQLException {
    if (row.getBoolean("gone")) {
      throw new RawContentGone(row.getString("raw_gone"));
    }
    byte[] first = row.getBytes("first");
    return new Head(
        keys.unwrap(
            delivery.companyId(),
            delivery.id(),
            row.getObject("customer_id", UUID.class),
            row.getBytes("wrapped")),
        first == null ? new byte[0] : first,
        row.getBoolean("more"));
  }

  /** What is dropped while it is read is gone, and was not changed. */
  private byte[] unlessGone(Delivery delivery, WholeContent whole, int part) {
    try {
      return whole.apply(part);
    } catch (Unreadable e) {
      refuseGone(delivery);
      throw e;
    }
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
    jdbc.sql(END + "company_id = :company and delivery_id = :id")
        .param("why", why)
        .param("company", companyId)
        .param("id", deliveryId)
        .update();
    discard(companyId, deliveryId, month);
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
