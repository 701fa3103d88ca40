package org.dunlin.core.port;

import java.time.Instant;
import java.util.Map;

/** When the invoices of outside programs were last read to the end. */
@FunctionalInterface
public interface Freshness {
  /** Nothing is read from programs. */
  Freshness NONE = companyId -> Map.of();

  /**
   * Of each connection to a program from which invoices are read; {@link Instant#EPOCH} where they
   * never were. What comes by itself, such as a folder's files, is not among them.
   */
  Map<String, Instant> lastRead(String companyId);

  /** Whether the objects that a connection's stream brings are invoices, by their own keys. */
  default boolean bringsInvoices(String companyId, String connectionId, String stream) {
    return true;
  }
}
