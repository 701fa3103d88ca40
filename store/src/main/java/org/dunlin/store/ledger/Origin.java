package org.dunlin.store.ledger;

import java.time.Instant;
import org.dunlin.core.model.Source;
import org.jspecify.annotations.Nullable;

/**
 * Where records come from: the delivery's connection, its place in the order of intake, its time.
 *
 * @param sequence the version of records that have none of their own
 * @param saidVersion what the program gives as the version of the object that is read
 */
public record Origin(
    String companyId,
    String connectionId,
    long sequence,
    Instant readAt,
    @Nullable String saidVersion) {

  /** Of a delivery whose records have no version of their own. */
  public Origin(String companyId, String connectionId, long sequence, Instant readAt) {
    this(companyId, connectionId, sequence, readAt, null);
  }

  /** The same delivery, at an object that has this version. */
  public Origin at(@Nullable String version) {
    return new Origin(companyId, connectionId, sequence, readAt, version);
  }

  /** The state of what is read. */
  public Version version() {
    return new Version(saidVersion, sequence);
  }

  /** The source of a record that this delivery brought. */
  public Source source(String sourceId) {
    String version = saidVersion == null ? String.valueOf(sequence) : saidVersion;
    return new Source(connectionId, sourceId, version, readAt);
  }
}
