package org.dunlin.work.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.event.EventKind;
import org.dunlin.store.Stores;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.event.NewEvents.Overdue;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each program is told: what the journal notes, in its order, what becomes overdue
 * with the days, and what is found to be so. How far a program was told is kept with what it is
 * told, so that nothing is left out and nothing decided twice.
 */
public final class TellEvents {
  /** So many rows of the journal are looked at in one transaction. */
  static final int ROWS = 500;

  /**
   * While so many events wait for a program it is decided no further: the journal keeps the rest.
   */
  static final int MOST_WAITING = 1000;

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration STATES_EVERY = Duration.ofMinutes(1);

  /** What waits longer was put back while the program was switched off. */
  private static final Duration LONG = Duration.ofDays(2);

  /** More than the journal lets its rows lie before their transaction. */
  static final Duration APART = Duration.ofSeconds(1);

  private final Stores stores;
  private final @Nullable Ailing ailing;
  private final Duration apart;

  /**
   * Over these stores.
   *
   * @param ailing which connections do not work as they should; absent: nobody knows
   */
  public TellEvents(Stores stores, @Nullable Ailing ailing) {
    this(stores, ailing, APART);
  }

  TellEvents(Stores stores, @Nullable Ailing ailing, Duration apart) {
    this.apart = apart;
    this.stores = stores;
    this.ailing = ailing;
  }

  /**
   * Tells the program that was not looked at for longest; false where none is due. For the stage
   * that delivers, which goes on with what was decided.
   */
  public boolean next() {
    return next(EVERY);
  }

  /** The same of programs that were not looked at for so long. */
  boolean next(Duration every) {
    return stores
        .transactions()
        .in(
            () -> {
              Optional<EventEndpoint> due = stores.events().endpoints().claim(every);
              due.ifPresent(this::look);
              return due.isPresent();
            });
  }

  private void look(EventEndpoint endpoint) {
    boolean statesDue = stores.events().endpoints().statesDue(endpoint, STATES_EVERY);
    if (statesDue) {
      stores.events().log().waitNoLonger(endpoint.companyId(), endpoint.id(), LONG);
    }
    if (stores.events().log().waiting(endpoint, MOST_WAITING)) {
      return;
    }
    String company = endpoint.companyId();
    LocalDate today = stores.companies().businessDate(stores.companies().profile(company));
    Telling telling = new Telling(stores, endpoint, today);
    boolean noted = noted(endpoint, telling);
    boolean overdue = overdue(endpoint, telling, today);
    if (statesDue) {
      new Standings(stores, ailing).look(endpoint, telling, today);
    }
    if (noted || overdue) {
      stores.events().endpoints().lookAgain(endpoint);
    }
  }

  private boolean noted(EventEndpoint endpoint, Telling telling) {
    UUID until = stores.events().news().settled(apart);
    Optional<UUID> last =
        stores.events().news().last(endpoint.companyId(), endpoint.toldTo(), until, ROWS);
    last.ifPresent(
        to -> {
          new NotedEvents(stores, endpoint, telling).tell(endpoint.toldTo(), to);
          stores.events().endpoints().toldTo(endpoint, to);
        });
    return last.isPresent();
  }

  /** What was due on the days that are over, a day at a time. */
  private boolean overdue(EventEndpoint endpoint, Telling telling, LocalDate today) {
    LocalDate day = endpoint.overdueTo();
    if (!day.isBefore(today)) {
      return false;
    }
    List<Overdue> due =
        telling.wants(EventKind.INVOICE_OVERDUE)
            ? stores.events().news().dueOn(endpoint.companyId(), day, endpoint.overdueAfter(), ROWS)
            : List.of();
    NotedEvents events = new NotedEvents(stores, endpoint, telling);
    Instant now = stores.events().news().now();
    due.forEach(each -> events.overdue(each, now));
    boolean whole = due.size() < ROWS;
    stores
        .events()
        .endpoints()
        .overdueTo(
            endpoint, whole ? day.plusDays(1) : day, whole ? null : due.getLast().invoiceId());
    return true;
  }
}
