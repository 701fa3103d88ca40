package org.dunlin.store;

import java.util.Optional;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.model.CanonicalRecord;

/** Canonical records as they lie in a {@code record} column. */
public final class StoredRecord {
  private StoredRecord() {}

  /**
   * The record of a column, which is read once a transaction: whoever decides on a document or a
   * payment looks at it several times.
   *
   * @throws IllegalStateException when the column does not hold one of that type, which no version
   *     of the hub writes
   */
  public static <T extends CanonicalRecord> T of(String json, Class<T> type) {
    return type.cast(ThisTransaction.once(new Text(type, json), () -> read(json, type)));
  }

  private record Text(Class<?> type, String json) {}

  private static <T extends CanonicalRecord> T read(String json, Class<T> type) {
    Optional<CanonicalRecord> record = new CanonicalReader("the database").record(json);
    if (record.isEmpty() || !type.isInstance(record.get())) {
      throw new IllegalStateException("not a " + type.getSimpleName() + ": " + record);
    }
    return type.cast(record.get());
  }
}
