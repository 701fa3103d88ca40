package org.dunlin.work.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.inbox.Pieces;
import org.dunlin.store.inbox.RawContent.Rest;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a program's stream brought into the inbox, in the transaction of the caller, who
 * writes with it where the stream goes on. It is never taken for something that came before.
 */
public final class AcceptPage {
  /** The stream of notices, which bring no records themselves. */
  public static final String NOTICES = "webhook";

  /** What notices are called among the formats of files. */
  public static final String NOTICE = "NOTICE";

  private final Stores stores;
  private final Clock clock;
  private volatile @Nullable LocalDate roomFor;

  /** Over these stores. */
  public AcceptPage(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /**
   * What came.
   *
   * @param name under which it is shown
   * @param parent of a single object: what led to it gave along, as a JSON object; absent of a page
   */
  public record Came(
      String companyId, String connectionId, String stream, String name, @Nullable String parent) {}

  /** Makes room for this month's bytes; outside of a transaction, before one that accepts. */
  public void makeRoom() {
    LocalDate month = month(clock.instant());
    if (!month.equals(roomFor)) {
      stores.transactions().run(() -> stores.rawContent().makeRoom(month));
      roomFor = month;
    }
  }

  /** Accepts the bytes; the id of the delivery. */
  public UUID accept(Came came, byte[] bytes) {
    return put(delivery(came, DeliveryState.NEW, null), bytes);
  }

  /**
   * Accepts the bytes of a notice. It brings nothing itself, so nothing is left to be done of it.
   */
  public UUID acceptNotice(String companyId, String connectionId, byte[] bytes) {
    Came came = new Came(companyId, connectionId, NOTICES, "notice", null);
    return put(delivery(came, DeliveryState.APPLIED, NOTICE), bytes);
  }

  private UUID put(Delivery delivery, byte[] bytes) {
    try {
      Pieces pieces = Pieces.of(new ByteArrayInputStream(bytes));
      Rest rest =
          stores
              .rawContent()
              .write(
                  delivery.companyId(),
                  delivery.id(),
                  delivery.receivedMonth(),
                  pieces,
                  Long.MAX_VALUE);
      stores.inbox().accept(delivery, pieces.sha256(), rest);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory do not break off
    }
    return delivery.id();
  }

  private Delivery delivery(Came came, DeliveryState state, @Nullable String format) {
    Instant now = clock.instant();
    return new Delivery(
        came.companyId(),
        Ids.next(),
        0,
        came.connectionId(),
        came.name(),
        0,
        now,
        month(now),
        false,
        format,
        state,
        0,
        0,
        null,
        null,
        null,
        came.stream(),
        came.parent());
  }

  private static LocalDate month(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
  }
}
