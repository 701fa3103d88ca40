package org.dunlin.work.program;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Stream;
import org.dunlin.core.port.Freshness;
import org.dunlin.store.Stores;
import org.dunlin.store.program.LinkedProgram;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.StreamState;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.Unlinked;

/**
 * When the streams that give a connection's invoices were last read to the end: the earliest of
 * them counts. A connection whose program is not known any more was never read.
 */
public final class StreamFreshness implements Freshness {
  private final Stores stores;
  private final Links links;

  /** Over these stores. */
  public StreamFreshness(Stores stores, Links links) {
    this.stores = stores;
    this.links = links;
  }

  @Override
  public Map<String, Instant> lastRead(String companyId) {
    Map<String, Instant> read = new TreeMap<>();
    for (LinkedProgram linked : stores.programs().linked().of(companyId)) {
      lastRead(linked).ifPresent(at -> read.put(linked.connectionId(), at));
    }
    return read;
  }

  private Optional<Instant> lastRead(LinkedProgram linked) {
    try {
      Link link = links.open(linked.companyId(), linked.connectionId());
      return stores.programs().streams().of(linked.companyId(), linked.connectionId()).stream()
          .filter(state -> state.reading() == Reading.POLL && givesInvoices(link, state))
          .map(state -> Optional.ofNullable(state.lastSuccessAt()).orElse(Instant.EPOCH))
          .min(Instant::compareTo);
    } catch (Unlinked e) {
      return Optional.of(Instant.EPOCH);
    }
  }

  private static boolean givesInvoices(Link link, StreamState state) {
    return link.stream(state.stream())
        .map(Stream::gives)
        .filter(gives -> gives.contains(Capability.READ_INVOICES))
        .isPresent();
  }
}
