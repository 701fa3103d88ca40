package org.dunlin.store.ledger;

import java.time.Instant;
import org.dunlin.core.model.Source;

/**
 * Where records come from: the delivery's connection, its place in the order of intake, its time.
 *
 * @param sequence the version of records that have none of their own
 */
public record Origin(String companyId, String connectionId, long sequence, Instant readAt) {

  /** The source of a record that this delivery brought. */
  public Source source(String sourceId) {
    return new Source(connectionId, sourceId, String.valueOf(sequence), readAt);
  }
}
