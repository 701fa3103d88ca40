package org.dunlin.work.dun;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Source;
import org.dunlin.core.port.Freshness;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.store.ledger.RefusedObjects.Behind;

/**
 * What of an invoice's source holds its reminders: the program was not read for too long or is not
 * connected any more, it says of the invoice what could not be taken, it does not bring it any
 * more, it is not sure whether another program has the same, or another that has the same, or the
 * program's own bookings, know of more that was paid.
 */
public final class SourceHolds {
  /** So old the last reading may be when nobody says otherwise. */
  public static final Duration MOST_AGE = Duration.ofHours(24);

  private final Stores stores;
  private final Freshness freshness;
  private final Duration mostAge;
  private final Clock clock;

  /**
   * @param mostAge so old the last complete reading of a program's invoices may be
   */
  public SourceHolds(Stores stores, Freshness freshness, Duration mostAge, Clock clock) {
    this.stores = stores;
    this.freshness = freshness;
    this.mostAge = mostAge;
    this.clock = clock;
  }

  /** Where programs are not asked when they were read: what else is known of sources counts. */
  public static SourceHolds ofNoProgram(Stores stores) {
    return new SourceHolds(stores, Freshness.NONE, MOST_AGE, Clock.systemUTC());
  }

  /**
   * Whether the program of one of these invoices was not read for too long, or is not connected any
   * more; asked right before a message leaves that names them.
   */
  public boolean anyUnread(String companyId, Collection<UUID> invoices) {
    Set<String> stale = stale(companyId);
    Set<String> connected = connected(companyId);
    return invoices.stream()
        .map(id -> stores.invoices().find(companyId, id).orElseThrow().invoice().source())
        .anyMatch(source -> source != null && unread(source, stale, connected));
  }

  /** When each connection that is read was last read to the end. */
  public Map<String, Instant> lastRead(String companyId) {
    return freshness.lastRead(companyId);
  }

  private Set<String> connected(String companyId) {
    return stores.connections().of(companyId).stream().map(Connection::id).collect(toSet());
  }

  private static boolean unread(Source source, Set<String> stale, Set<String> connected) {
    return !connected.contains(source.connection()) || stale.contains(source.connection());
  }

  /** What holds a company's invoices now. */
  Known known(String companyId) {
    Set<UUID> paid = new HashSet<>(stores.furtherSources().paidElsewhere(companyId));
    paid.addAll(stores.bookedInvoices().contradicted(companyId));
    return new Known(
        stale(companyId),
        connected(companyId),
        behind(companyId),
        stores.missing().invoices(companyId),
        stores.furtherSources().unclear(companyId),
        paid);
  }

  /**
   * What holds a company's invoices at one moment.
   *
   * @param stale connections that were not read for too long
   * @param connected all connections
   * @param paid invoices of which other sources, or bookings, know of more that was paid
   */
  record Known(
      Set<String> stale,
      Set<String> connected,
      Set<UUID> behind,
      Set<UUID> missing,
      Set<UUID> unclear,
      Set<UUID> paid) {
    /** Invoices of which something else than the age of the last reading is in doubt. */
    Set<UUID> inDoubt() {
      Set<UUID> all = new HashSet<>(behind);
      all.addAll(missing);
      all.addAll(unclear);
      all.addAll(paid);
      return all;
    }

    /** Those whose program was not read for too long, or is not connected any more. */
    Set<UUID> unread(Collection<OpenDocument> open) {
      Set<UUID> all = new HashSet<>();
      for (OpenDocument each : open) {
        Source source = each.document().source();
        if (source != null && SourceHolds.unread(source, stale, connected)) {
          all.add(UUID.fromString(each.document().id()));
        }
      }
      return all;
    }

    List<Hold> on(Collection<OpenDocument> open) {
      List<Hold> holds = new ArrayList<>();
      for (OpenDocument each : open) {
        String id = each.document().id();
        UUID key = UUID.fromString(id);
        Source source = each.document().source();
        boolean unread = source != null && SourceHolds.unread(source, stale, connected);
        if (unread || behind.contains(key)) {
          holds.add(new Hold(null, id, HoldReason.STALE_SOURCE, null));
        }
        if (missing.contains(key)) {
          holds.add(new Hold(null, id, HoldReason.MISSING_AT_SOURCE, null));
        }
        if (unclear.contains(key)) {
          holds.add(new Hold(null, id, HoldReason.IDENTITY_UNCLEAR, null));
        }
        if (paid.contains(key)) {
          holds.add(new Hold(null, id, HoldReason.PAYMENT_IN_FLIGHT, null));
        }
      }
      return holds;
    }
  }

  /** Invoices of which their program has a newer state that could not be taken. */
  private Set<UUID> behind(String companyId) {
    return stores.refusedObjects().behind(companyId).stream()
        .filter(each -> freshness.bringsInvoices(companyId, each.connectionId(), each.stream()))
        .map(Behind::invoiceId)
        .collect(toSet());
  }

  private Set<String> stale(String companyId) {
    Instant earliest = clock.instant().minus(mostAge);
    Set<String> stale = new HashSet<>();
    for (Map.Entry<String, Instant> read : freshness.lastRead(companyId).entrySet()) {
      if (read.getValue().isBefore(earliest)) {
        stale.add(read.getKey());
      }
    }
    return stale;
  }
}
