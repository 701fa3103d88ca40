package org.dunlin.work.program;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dunlin.connectors.program.Capability;
import org.dunlin.core.port.Freshness;
import org.dunlin.store.Stores;
import org.dunlin.store.program.LinkedProgram;
import org.dunlin.store.program.Reading;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.Unlinked;

/**
 * Since when a connection's invoices are surely known: when the streams that give them, or lead to
 * them, were last read to the end, the earliest of them; and no later than the oldest object that
 * was wanted and is not fetched yet, or the oldest page that cannot be read. A connection whose
 * program is not known any more was never read.
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

  @Override
  public boolean bringsInvoices(String companyId, String connectionId, String stream) {
    try {
      return links.open(companyId, connectionId).stream(stream)
          .map(each -> each.gives().contains(Capability.READ_INVOICES))
          .orElse(false);
    } catch (Unlinked e) {
      return true; // nobody knows
    }
  }

  private Optional<Instant> lastRead(LinkedProgram linked) {
    try {
      Link link = links.open(linked.companyId(), linked.connectionId());
      Set<String> leading = leading(link.manifest().streams());
      return leading.isEmpty() ? Optional.empty() : Optional.of(lastRead(linked, leading));
    } catch (Unlinked e) {
      return Optional.of(Instant.EPOCH);
    }
  }

  private Instant lastRead(LinkedProgram linked, Set<String> leading) {
    String company = linked.companyId();
    String connection = linked.connectionId();
    Instant read =
        stores.programs().streams().of(company, connection).stream()
            .filter(state -> state.reading() == Reading.POLL && leading.contains(state.stream()))
            .map(state -> Optional.ofNullable(state.lastSuccessAt()).orElse(Instant.EPOCH))
            .min(Instant::compareTo)
            .orElse(Instant.EPOCH);
    return Stream.of(
            Optional.of(read),
            stores.programs().wanted().oldest(company, connection, leading),
            stores.refusedObjects().oldestPage(company, connection, leading))
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** The streams that give invoices, and those whose objects lead to them. */
  private static Set<String> leading(List<org.dunlin.connectors.program.Stream> streams) {
    Set<String> leading = new HashSet<>();
    int before = -1;
    while (leading.size() > before) {
      before = leading.size();
      for (org.dunlin.connectors.program.Stream stream : streams) {
        if (stream.gives().contains(Capability.READ_INVOICES)
            || stream.wants().stream().anyMatch(each -> leading.contains(each.stream()))) {
          leading.add(stream.name());
        }
      }
    }
    return leading;
  }
}
