package org.dunlin.store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dunlin.core.model.CanonicalRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records that were read lately, by their JSON: matching and dunning read what is open again and
 * again, and mostly nothing of it has changed. Of large ledgers it holds a small part only, and
 * nothing for long, since what is erased is to be gone from memory, too.
 */
final class ReadLately {
  private static final int MOST = 4_096;
  private static final int LONGEST = 8_192;
  private static final long FORGOTTEN_AFTER = Duration.ofMinutes(10).toNanos();

  private final Map<String, CanonicalRecord> records =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CanonicalRecord> eldest) {
          return size() > MOST;
        }
      };

  private long since = System.nanoTime();

  synchronized @Nullable CanonicalRecord find(String json) {
    long now = System.nanoTime();
    if (now - since > FORGOTTEN_AFTER) {
      records.clear();
      since = now;
    }
    return records.get(json);
  }

  synchronized void keep(String json, CanonicalRecord record) {
    if (json.length() <= LONGEST) {
      records.put(json, record);
    }
  }
}
