package org.dunlin.store.debit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.core.debit.SequenceType;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.store.debit.Debit.Place;
import org.dunlin.store.debit.Debit.Said;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads debits from rows, what is sealed of them opened. */
final class DebitRows {
  private static final int PARTS = 8;

  private final SealedParts parts;

  DebitRows(SealedParts parts) {
    this.parts = parts;
  }

  Debit row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("debit_id", UUID.class);
    UUID customerId = row.getObject("customer_id", UUID.class);
    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
    UUID collection = row.getObject("collection_id", UUID.class);
    BigDecimal announced = row.getBigDecimal("announced");
    return new Debit(
        id,
        customerId,
        row.getObject("mandate_id", UUID.class),
        row.getObject("invoice_id", UUID.class),
        row.getObject("due_date", LocalDate.class),
        DebitState.valueOf(row.getString("state")),
        Money.of(currency, announced),
        Money.of(currency, row.getBigDecimal("amount")),
        row.getObject("collect_on", LocalDate.class),
        row.getInt("attempt"),
        row.getObject("notice_id", UUID.class),
        row.getBoolean("tested"),
        row.getString("end_to_end_id"),
        collection == null
            ? null
            : new Place(
                collection,
                row.getInt("batch"),
                MandateScheme.valueOf(row.getString("scheme")),
                SequenceType.valueOf(row.getString("sequence")),
                row.getInt("told")),
        row.getString("reason"),
        row.getObject("payment_id", UUID.class),
        row.getObject("ended_on", LocalDate.class),
        row.getObject("made_on", LocalDate.class),
        said(parts.open(row, customerId, id.toString(), PARTS)));
  }

  private static @Nullable Said said(List<@Nullable String> parts) {
    String reference = parts.get(0);
    return reference == null
        ? null
        : new Said(
            reference,
            LocalDate.parse(Objects.requireNonNull(parts.get(1))),
            Objects.requireNonNull(parts.get(2)),
            Objects.requireNonNull(parts.get(3)),
            parts.get(4),
            parts.get(5),
            parts.get(6),
            Objects.requireNonNull(parts.get(7)));
  }
}
