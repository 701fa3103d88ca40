package org.dunlin.store.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.dialogue.Standstill.Changed;
import org.dunlin.store.dialogue.Standstill.Made;
import org.dunlin.store.dialogue.Standstill.Written;
import org.dunlin.store.secret.CustomerKeys;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads standstills from rows. */
public final class StandstillRows {
  /** What {@link #row} reads of {@link #FROM}. */
  public static final String COLUMNS =
      """
      s.company_id, s.standstill_id, s.kind, s.customer_id, s.state, s.record, s.on_date, s.amount, s.currency,
      s.owner, s.made_by, s.made_on, s.changed_by, s.changed_on, s.sealed, k.wrapped,
      array(select x.invoice_id from standstill_invoice x
             where x.company_id = s.company_id and x.standstill_id = s.standstill_id
             order by x.invoice_id) as invoices
      """;

  /** The rows with the keys of their customers. */
  public static final String FROM =
      "standstill s left join customer_key k on k.company_id = s.company_id"
          + " and k.customer_id = s.customer_id";

  private final SealedWords words;

  /** With the keys that open what people wrote. */
  public StandstillRows(CustomerKeys keys) {
    words = new SealedWords(keys, "standstill");
  }

  byte @Nullable [] seal(String companyId, UUID customerId, UUID id, Written written) {
    return words.seal(companyId, customerId, id, written.said(), written.outcome());
  }

  /** The standstill of a row. */
  public Standstill row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("standstill_id", UUID.class);
    UUID customerId = row.getObject("customer_id", UUID.class);
    String currency = row.getString("currency");
    String changedBy = row.getString("changed_by");
    List<@Nullable String> written = words.open(row, customerId, id, 2);
    return new Standstill(
        id,
        StandstillKind.valueOf(row.getString("kind")),
        customerId,
        StandstillState.valueOf(row.getString("state")),
        StoredRecord.of(row.getString("record"), CanonicalRecord.class),
        row.getObject("on_date", LocalDate.class),
        currency == null ? null : Money.of(CurrencyUnit.of(currency), row.getBigDecimal("amount")),
        row.getString("owner"),
        List.of((UUID[]) row.getArray("invoices").getArray()),
        new Made(row.getString("made_by"), row.getObject("made_on", LocalDate.class)),
        changedBy == null
            ? null
            : new Changed(changedBy, row.getObject("changed_on", LocalDate.class)),
        new Written(written.get(0), written.get(1)));
  }
}
