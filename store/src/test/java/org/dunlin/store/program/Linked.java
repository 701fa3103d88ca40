package org.dunlin.store.program;

import java.time.Duration;
import java.util.Map;
import org.dunlin.store.Rows;
import org.dunlin.store.company.Connection;
import org.dunlin.store.program.Streams.Key;

/** Connections to programs with which specifications begin. */
final class Linked {
  private Linked() {}

  /** A connection of {@code acme} that may be asked, with one stream that is due. */
  static void add(Rows rows, String connectionId) {
    add(rows, "acme", connectionId);
  }

  static void add(Rows rows, String companyId, String connectionId) {
    rows.stores
        .connections()
        .put(new Connection(companyId, connectionId, "example", Map.of(), false));
    ProgramStores programs = rows.stores.programs();
    programs.linked().add(companyId, connectionId, Access.AUTHORISED, "It was added.");
    programs
        .streams()
        .add(new Key(companyId, connectionId, "invoices", Reading.POLL), Duration.ZERO);
    programs.streams().add(Key.wanted(companyId, connectionId), null);
    programs.linked().refresh(companyId, connectionId);
  }
}
