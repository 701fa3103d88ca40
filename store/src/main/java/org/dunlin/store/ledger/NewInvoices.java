package org.dunlin.store.ledger;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Ids;
import org.jspecify.annotations.Nullable;

/** Documents as arrays, one a column, so that one statement takes them all. */
record NewInvoices(List<NewInvoice> all) {
  Map<String, Object> values() {
    UUID[] ids = all.stream().map(each -> Ids.next()).toArray(UUID[]::new);
    String[] records = new String[ids.length];
    for (int i = 0; i < ids.length; i++) {
      NewInvoice each = all.get(i);
      records[i] = Invoices.record(each.origin(), each.said(), ids[i], each.customerId());
    }
    return new HashMap<>(
        Map.ofEntries(
            entry("company", all.getFirst().origin().companyId()),
            entry("connection", all.getFirst().origin().connectionId()),
            entry("sequence", all.getFirst().origin().sequence()),
            entry("ids", ids),
            entry("sources", texts(Invoice::id)),
            entry(
                "versions",
                all.stream().map(each -> each.origin().saidVersion()).toArray(String[]::new)),
            entry("customers", all.stream().map(NewInvoice::customerId).toArray(UUID[]::new)),
            entry("numbers", texts(Invoice::number)),
            entry("kinds", texts(said -> said.kind().name())),
            entry("issued", texts(said -> said.issueDate().toString())),
            entry("due", texts(said -> said.dueDate() == null ? null : said.dueDate().toString())),
            entry("currencies", texts(said -> said.currency().getCode())),
            entry("totals", texts(said -> said.total().getAmount().toPlainString())),
            entry("outstanding", texts(said -> said.outstanding().getAmount().toPlainString())),
            entry("statuses", texts(said -> said.status().name())),
            entry("records", records)));
  }

  private String[] texts(Function<Invoice, @Nullable String> field) {
    return all.stream().map(NewInvoice::said).map(field).toArray(String[]::new);
  }
}
