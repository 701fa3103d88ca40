package org.dunlin.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.model.CanonicalRecord;

/** Canonical records as they lie in a {@code record} column. */
public final class StoredRecord {
  private StoredRecord() {}

  /**
   * The record of a column.
   *
   * @throws IllegalStateException when the column does not hold one of that type, which no version
   *     of the hub writes
   */
  public static <T extends CanonicalRecord> T of(String json, Class<T> type) {
    List<CanonicalRecord> read = new ArrayList<>();
    try {
      byte[] line = json.getBytes(StandardCharsets.UTF_8);
      new CanonicalReader("the database").read(new ByteArrayInputStream(line), read::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (read.size() != 1 || !type.isInstance(read.getFirst())) {
      throw new IllegalStateException("not a " + type.getSimpleName() + ": " + read);
    }
    return type.cast(read.getFirst());
  }
}
