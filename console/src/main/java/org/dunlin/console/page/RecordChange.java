package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dunlin.console.words.Words;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * What of a record became different, as people compare it.
 *
 * @param what the field, in the reader's language
 * @param before as it was; absent where it said nothing
 * @param after as it is
 */
public record RecordChange(String what, @Nullable String before, @Nullable String after) {

  /** The changes that an entry of the journal notes; none where it notes no two records. */
  public static List<RecordChange> of(Journal.Entry entry, Words words) {
    if (entry.before() == null || entry.after() == null) {
      return List.of();
    }
    CanonicalRecord before = StoredRecord.of(entry.before(), CanonicalRecord.class);
    CanonicalRecord after = StoredRecord.of(entry.after(), CanonicalRecord.class);
    return of(before, after, words);
  }

  /** What people call a record of which something is different. */
  public static String name(CanonicalRecord record) {
    return switch (record) {
      case Invoice invoice -> invoice.number();
      case Customer customer -> customer.name();
      default -> "";
    };
  }

  /** The changes from one record to the other; none where nothing is compared. */
  public static List<RecordChange> of(CanonicalRecord before, CanonicalRecord after, Words words) {
    if (before instanceof Invoice was && after instanceof Invoice is) {
      return invoice(was, is, words);
    }
    if (before instanceof Customer was && after instanceof Customer is) {
      return customer(was, is, words);
    }
    return List.of();
  }

  private static List<RecordChange> invoice(Invoice before, Invoice after, Words words) {
    Comparison comparison = new Comparison(words);
    comparison.add("invoices.number", before.number(), after.number());
    comparison.add("invoices.total", words.amount(before.total()), words.amount(after.total()));
    comparison.add(
        "invoices.outstanding",
        words.amount(before.outstanding()),
        words.amount(after.outstanding()));
    comparison.add("invoices.state", words.name(before.status()), words.name(after.status()));
    comparison.add(
        "invoices.due",
        before.dueDate() == null ? null : words.date(before.dueDate()),
        after.dueDate() == null ? null : words.date(after.dueDate()));
    return comparison.changes;
  }

  private static List<RecordChange> customer(Customer before, Customer after, Words words) {
    Comparison comparison = new Comparison(words);
    comparison.add("customers.name", before.name(), after.name());
    comparison.add("customers.number", before.number(), after.number());
    comparison.add("customers.email", before.email(), after.email());
    comparison.add("customers.phone", before.phone(), after.phone());
    comparison.add("customers.vat", before.vatNumber(), after.vatNumber());
    return comparison.changes;
  }

  private static final class Comparison {
    private final Words words;
    private final List<RecordChange> changes = new ArrayList<>();

    private Comparison(Words words) {
      this.words = words;
    }

    private void add(String key, @Nullable String before, @Nullable String after) {
      if (!Objects.equals(before, after)) {
        changes.add(new RecordChange(words.say(key), before, after));
      }
    }
  }
}
