package org.dunlin.work.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.ledger.NewInvoice;
import org.dunlin.store.ledger.Origin;

/**
 * Does for several objects in few round trips what each of them would take some for: it asks which
 * of their customers are there, and adds what is new. The outcome is that of writing one object
 * after the other, which follows; whatever is not plainly new is left to that.
 */
record Ahead(
    Context context, KnownCustomers known, InvoiceWriter invoices, BookingWriter bookings) {

  void write(List<SaidObject> objects) {
    lookUp(objects);
    invoices.addAhead(plainlyNew(objects));
    bookings.lookUp(objects);
  }

  private void lookUp(List<SaidObject> objects) {
    List<Customer> said = objects.stream().flatMap(each -> each.records(Customer.class)).toList();
    Set<String> ids = new HashSet<>();
    said.forEach(each -> ids.add(each.id()));
    objects.stream()
        .flatMap(each -> each.records(Invoice.class))
        .forEach(invoice -> ids.add(invoice.customerId()));
    if (!ids.isEmpty()) {
      known.lookUp(said, ids);
    }
  }

  /** The first of each id; where its customer is not there yet, none of that id. */
  private List<NewInvoice> plainlyNew(List<SaidObject> objects) {
    List<NewInvoice> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (SaidObject each : objects) {
      Origin origin = context.origin().at(each.object().version());
      each.records(Invoice.class)
          .filter(said -> seen.add(said.id()))
          .forEach(said -> add(all, origin, said));
    }
    return all;
  }

  private void add(List<NewInvoice> all, Origin origin, Invoice said) {
    UUID customerId = known.owner(said.customerId()).orElse(null);
    if (customerId != null) {
      all.add(new NewInvoice(origin, said, customerId));
    }
  }
}
