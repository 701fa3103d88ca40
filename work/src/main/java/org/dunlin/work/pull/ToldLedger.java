package org.dunlin.work.pull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Stream;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;

/**
 * Tells the ledger what a program has no more: its documents, which the ledger counts itself how
 * often they were missed, and what it had booked. A key is one only within its stream, so each is
 * looked for only among what the stream gives.
 */
public final class ToldLedger implements MissingAtSource {
  private final org.dunlin.work.source.MissingAtSource documents;
  private final Stores stores;
  private final Links links;

  /** Over these stores; the links tell what each stream gives. */
  public ToldLedger(Stores stores, Links links) {
    this.documents = new org.dunlin.work.source.MissingAtSource(stores);
    this.stores = stores;
    this.links = links;
  }

  @Override
  public void missing(String companyId, String connectionId, String stream, List<String> keys) {
    if (bringsDocuments(brings(companyId, connectionId, stream))) {
      documents.missed(companyId, connectionId, keys);
    }
  }

  /** What is gone was missed twice; where the program says so itself, it was not missed before. */
  @Override
  public void gone(String companyId, String connectionId, String stream, List<String> keys) {
    Collection<Stream> brings = brings(companyId, connectionId, stream);
    if (bringsDocuments(brings)) {
      documents.missed(companyId, connectionId, keys);
      documents.missed(companyId, connectionId, keys);
    }
    boolean booked = false;
    for (Stream each : brings) {
      booked |= stores.bookedObjects().drop(companyId, connectionId, each.name(), keys);
    }
    if (booked) {
      stores.companies().addWorkDue(companyId, WorkDue.MATCH);
    }
  }

  /** What had been booked comes with its object, which is fetched. */
  @Override
  public void back(String companyId, String connectionId, String stream, List<String> keys) {
    if (bringsDocuments(brings(companyId, connectionId, stream))) {
      documents.found(companyId, connectionId, keys);
    }
  }

  /** The stream with its mapping; of one that is only a list, the streams to which it leads. */
  private Collection<Stream> brings(String companyId, String connectionId, String stream) {
    Map<String, Stream> found = new LinkedHashMap<>();
    follow(links.open(companyId, connectionId), stream, found);
    return found.values().stream().filter(each -> each.mapping() != null).toList();
  }

  private static void follow(Link link, String name, Map<String, Stream> found) {
    Stream stream = link.stream(name).orElse(null);
    if (stream == null || found.putIfAbsent(name, stream) != null || stream.mapping() != null) {
      return;
    }
    stream.wants().forEach(each -> follow(link, each.stream(), found));
  }

  private static boolean bringsDocuments(Collection<Stream> streams) {
    return streams.stream()
        .map(Stream::gives)
        .anyMatch(
            gives ->
                gives.contains(Capability.READ_INVOICES)
                    || gives.contains(Capability.READ_CREDIT_NOTES));
  }
}
