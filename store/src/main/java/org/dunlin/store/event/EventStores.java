package org.dunlin.store.event;

import javax.sql.DataSource;
import org.dunlin.store.journal.Journal;

/** What is kept of programs that are told what happens, of one database. */
public record EventStores(
    EventEndpoints endpoints, EventLog log, KnownStates known, NewEvents news) {
  /**
   * The stores over a pool.
   *
   * @param journal opens what its rows say
   */
  public static EventStores over(DataSource pool, Journal journal) {
    return new EventStores(
        new EventEndpoints(pool),
        new EventLog(pool),
        new KnownStates(pool),
        new NewEvents(pool, journal));
  }
}
