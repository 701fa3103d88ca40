package org.dunlin.store.ledger;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Payment;
import org.dunlin.store.Ids;
import org.dunlin.store.ledger.Payments.Entry;
import org.dunlin.store.secret.Blinds;
import org.jspecify.annotations.Nullable;

/** Entries as arrays, one a column, so that one statement takes them all. */
record EntryColumns(Origin origin, List<Entry> entries, Blinds blinds) {
  /** By what the entries are known, also those whose payer was erased. */
  Map<String, Object> identities() {
    return Map.of(
        "key", entries.stream().map(Entry::key).toArray(String[]::new),
        "blind",
            entries.stream()
                .map(entry -> blinds.blind(origin.companyId(), entry.key()))
                .toArray(String[]::new),
        "ordinal", entries.stream().map(Entry::ordinal).toArray(Integer[]::new),
        "content", entries.stream().map(Entry::content).toArray(byte[][]::new));
  }

  Map<String, Object> values() {
    String[] ids =
        Stream.generate(() -> Ids.next().toString()).limit(entries.size()).toArray(String[]::new);
    Map<String, Object> values = new HashMap<>(identities());
    values.putAll(
        Map.ofEntries(
            entry("id", ids),
            entry("account", texts(said -> Payments.key(said.account()))),
            entry("kind", texts(said -> said.kind().name())),
            entry("direction", texts(said -> said.direction().name())),
            entry("date", texts(said -> said.bookingDate().toString())),
            entry("currency", texts(said -> said.amount().getCurrencyUnit().getCode())),
            entry("amount", texts(said -> said.amount().getAmount().toPlainString())),
            entry("record", records(ids))));
    return values;
  }

  private String[] texts(Function<Payment, @Nullable String> field) {
    return entries.stream().map(Entry::said).map(field).toArray(String[]::new);
  }

  private String[] records(String[] ids) {
    String[] records = new String[ids.length];
    for (int i = 0; i < ids.length; i++) {
      Payment said = entries.get(i).said();
      records[i] = CanonicalWriter.line(Sourced.payment(said, ids[i], origin.source(said.id())));
    }
    return records;
  }
}
