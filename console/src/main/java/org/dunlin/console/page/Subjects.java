package org.dunlin.console.page;

import java.util.Locale;
import org.dunlin.console.words.Words;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.view.Traced;
import org.jspecify.annotations.Nullable;

/** Where the pages are of what the journal and traces tell of. */
public final class Subjects {
  private Subjects() {}

  /** The path to which an id is added; absent of what has no page of its own. */
  public static @Nullable String path(String subjectKind) {
    return switch (subjectKind) {
      case "customer" -> "/customers/";
      case "invoice" -> "/invoices/";
      case "payment" -> "/payments/";
      case "delivery" -> "/deliveries/";
      case "effect" -> "/outbox/";
      case "replay" -> "/replays/";
      case "endpoint" -> "/endpoints/";
      default -> null;
    };
  }

  /** The path of a record that a delivery brought. */
  public static @Nullable String path(Traced.RecordKind kind) {
    return path(kind.name().toLowerCase(Locale.ROOT));
  }

  /** The record of an entry, such as {@code Invoice 2026-0042}; absent where it holds none. */
  public static @Nullable String name(Journal.Entry entry, Words words) {
    String record = entry.after();
    if (record == null) {
      return null;
    }
    return switch (entry.event()) {
      case "INVOICE_ADDED", "INVOICE_CHANGED", "INVOICE_REPLACED" -> {
        Invoice invoice = StoredRecord.of(record, Invoice.class);
        yield words.name(invoice.kind()) + " " + invoice.number();
      }
      case "CUSTOMER_ADDED", "CUSTOMER_CHANGED" ->
          words.name(Traced.RecordKind.CUSTOMER)
              + " "
              + StoredRecord.of(record, Customer.class).name();
      default -> null;
    };
  }
}
