package org.dunlin.work.pull;

import java.util.List;
import java.util.Set;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Stream;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
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
    if (givesDocuments(gives(companyId, connectionId, stream))) {
      documents.missed(companyId, connectionId, keys);
    }
  }

  /** What is gone was missed twice; where the program says so itself, it was not missed before. */
  @Override
  public void gone(String companyId, String connectionId, String stream, List<String> keys) {
    Set<Capability> gives = gives(companyId, connectionId, stream);
    if (givesDocuments(gives)) {
      documents.missed(companyId, connectionId, keys);
      documents.missed(companyId, connectionId, keys);
    }
    if (givesBookings(gives) && stores.bookings().drop(companyId, connectionId, stream, keys)) {
      stores.companies().addWorkDue(companyId, WorkDue.MATCH);
    }
  }

  /** What had been booked comes with its object, which is fetched. */
  @Override
  public void back(String companyId, String connectionId, String stream, List<String> keys) {
    if (givesDocuments(gives(companyId, connectionId, stream))) {
      documents.found(companyId, connectionId, keys);
    }
  }

  private Set<Capability> gives(String companyId, String connectionId, String stream) {
    return links.open(companyId, connectionId).stream(stream)
        .map(Stream::gives)
        .map(Set::copyOf)
        .orElse(Set.of());
  }

  private static boolean givesDocuments(Set<Capability> gives) {
    return gives.contains(Capability.READ_INVOICES) || gives.contains(Capability.READ_CREDIT_NOTES);
  }

  private static boolean givesBookings(Set<Capability> gives) {
    return gives.contains(Capability.READ_PAYMENTS) || gives.contains(Capability.READ_ALLOCATIONS);
  }
}
