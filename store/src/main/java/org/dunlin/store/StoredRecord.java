package org.dunlin.store;

import java.util.Optional;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.model.CanonicalRecord;
import org.springframework.util.ConcurrentLruCache;

/**
 * Canonical records as they lie in a {@code record} column.
 *
 * <p>What is open of a company is looked at with each payment and each decision, and hardly changes
 * from one to the next: what was read of a text is kept for the texts that were asked for last.
 */
public final class StoredRecord {
  private static final int KEPT = 4096;

  /** Longer ones are few, and would take the memory of many. */
  private static final int LONGEST_KEPT = 16_384;

  private static final ConcurrentLruCache<Text, CanonicalRecord> LATEST =
      new ConcurrentLruCache<>(KEPT, text -> read(text.json(), text.type()));

  private StoredRecord() {}

  /**
   * The record of a column.
   *
   * @throws IllegalStateException when the column does not hold one of that type, which no version
   *     of the hub writes
   */
  public static <T extends CanonicalRecord> T of(String json, Class<T> type) {
    Text text = new Text(type, json);
    return type.cast(
        json.length() <= LONGEST_KEPT
            ? LATEST.get(text)
            : ThisTransaction.once(text, () -> read(json, type)));
  }

  private record Text(Class<? extends CanonicalRecord> type, String json) {}

  private static <T extends CanonicalRecord> T read(String json, Class<T> type) {
    Optional<CanonicalRecord> record = new CanonicalReader("the database").record(json);
    if (record.isEmpty() || !type.isInstance(record.get())) {
      throw new IllegalStateException("not a " + type.getSimpleName() + ": " + record);
    }
    return type.cast(record.get());
  }
}
