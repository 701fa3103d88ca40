package org.dunlin.work.privacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.dunlin.core.call.Transcript;
import org.dunlin.store.Stores;
import org.dunlin.store.call.OutboundCall;

/** The calls that concern several customers, or none that is known, and name a person. */
final class NamingCalls {
  private static final int BATCH = 200;

  /** A call gets its id when it begins, and is written down when it is over. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Stores stores;
  private final String companyId;
  private final RawSearch search;
  private final Set<UUID> naming = new TreeSet<>();
  private UUID after = new UUID(0, 0);

  NamingCalls(Stores stores, String companyId, RawSearch search) {
    this.stores = stores;
    this.companyId = companyId;
    this.search = search;
  }

  /** Looks at those that were written down since it looked the last time. */
  void look() {
    Instant begin = stores.customerFiles().now();
    List<OutboundCall> batch = stores.outboundCalls().shared(companyId, after, BATCH);
    while (!batch.isEmpty()) {
      for (OutboundCall call : batch) {
        Transcript said = call.transcript();
        if (said != null && names(said)) {
          naming.add(call.id());
        }
      }
      batch = stores.outboundCalls().shared(companyId, batch.getLast().id(), BATCH);
    }
    after = new UUID(begin.minus(LONGEST).toEpochMilli() << 16, 0);
  }

  /** Takes away what was said in them. */
  void forget() {
    naming.forEach(id -> stores.outboundCalls().forget(companyId, id));
  }

  private boolean names(Transcript said) {
    String all =
        String.join(
            "\n",
            said.address(),
            String.join("\n", said.asked()),
            String.valueOf(said.request()),
            String.join("\n", said.answered()),
            String.valueOf(said.reply()),
            String.valueOf(said.reason()));
    try {
      return search.finds(new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory do not break off
    }
  }
}
