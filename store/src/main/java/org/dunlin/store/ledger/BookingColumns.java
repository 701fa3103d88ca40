package org.dunlin.store.ledger;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Payment;
import org.dunlin.store.ledger.BookedObjects.NewLines;
import org.dunlin.store.ledger.Bookings.NewBooking;
import org.jspecify.annotations.Nullable;

/** What programs have booked, as arrays, one a column, so that one statement takes it all. */
final class BookingColumns {
  private BookingColumns() {}

  static Map<String, Object> of(List<NewBooking> all) {
    Map<String, Object> values = new HashMap<>(origin(all.getFirst().origin()));
    values.putAll(
        Map.ofEntries(
            entry("sources", texts(all, Payment::id)),
            entry(
                "versions",
                all.stream().map(each -> each.origin().saidVersion()).toArray(String[]::new)),
            entry("voids", all.stream().map(each -> each.said().voided()).toArray(Boolean[]::new)),
            entry("directions", texts(all, said -> said.direction().name())),
            entry("dates", texts(all, said -> said.bookingDate().toString())),
            entry("currencies", texts(all, said -> said.amount().getCurrencyUnit().getCode())),
            entry("amounts", texts(all, said -> said.amount().getAmount().toPlainString())),
            entry("accounts", texts(all, said -> Payments.key(said.account()))),
            entry("references", all.stream().map(NewBooking::reference).toArray(String[]::new)),
            entry(
                "streams", all.stream().map(each -> each.object().stream()).toArray(String[]::new)),
            entry("keys", all.stream().map(each -> each.object().key()).toArray(String[]::new))));
    return values;
  }

  static Map<String, Object> objects(List<NewLines> all) {
    Map<String, Object> values = new HashMap<>(origin(all.getFirst().origin()));
    values.put("streams", all.stream().map(each -> each.object().stream()).toArray(String[]::new));
    values.put("keys", all.stream().map(each -> each.object().key()).toArray(String[]::new));
    values.put(
        "versions", all.stream().map(each -> each.origin().saidVersion()).toArray(String[]::new));
    return values;
  }

  static Map<String, Object> lines(List<NewLines> all) {
    List<Line> lines = new ArrayList<>();
    for (NewLines each : all) {
      for (int i = 0; i < each.lines().size(); i++) {
        lines.add(new Line(each, i, each.lines().get(i)));
      }
    }
    Map<String, Object> values = new HashMap<>(origin(all.getFirst().origin()));
    values.putAll(
        Map.of(
            "streams", said(lines, line -> line.of().object().stream()),
            "keys", said(lines, line -> line.of().object().key()),
            "ordinals", lines.stream().map(Line::ordinal).toArray(Integer[]::new),
            "payments", said(lines, line -> line.said().paymentId()),
            "notes", said(lines, line -> line.said().creditNoteId()),
            "invoices", said(lines, line -> line.said().invoiceId()),
            "currencies", said(lines, line -> line.said().amount().getCurrencyUnit().getCode()),
            "amounts", said(lines, line -> line.said().amount().getAmount().toPlainString())));
    return values;
  }

  private record Line(NewLines of, int ordinal, Allocation said) {}

  private static Map<String, Object> origin(Origin origin) {
    return Map.of(
        "company", origin.companyId(),
        "connection", origin.connectionId(),
        "sequence", origin.sequence());
  }

  private static String[] texts(List<NewBooking> all, Function<Payment, @Nullable String> field) {
    return all.stream().map(NewBooking::said).map(field).toArray(String[]::new);
  }

  private static String[] said(List<Line> lines, Function<Line, @Nullable String> field) {
    return lines.stream().map(field).toArray(String[]::new);
  }
}
