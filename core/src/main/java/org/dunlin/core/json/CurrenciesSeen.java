package org.dunlin.core.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The currency of a line that has none of its own: its invoice's, else its payment's or credit
 * note's, else what {@code x-currency} says where none of them came before it, else the company's.
 */
final class CurrenciesSeen {
  private final Map<String, CurrencyUnit> ofInvoices = new HashMap<>();
  private final Map<String, CurrencyUnit> ofPayments = new HashMap<>();
  private @Nullable CurrencyUnit company;

  void note(CanonicalRecord record) {
    if (record instanceof Invoice invoice) {
      ofInvoices.put(invoice.id(), invoice.currency());
    } else if (record instanceof Payment payment) {
      ofPayments.put(payment.id(), payment.amount().getCurrencyUnit());
    } else if (record instanceof Company said) {
      company = said.currency();
    }
  }

  CurrencyUnit of(Fields fields) {
    return of(fields, null);
  }

  /** The currency of a line that may name a credit note. */
  CurrencyUnit of(Fields fields, @Nullable String creditNoteId) {
    CurrencyUnit invoice = ofInvoices.get(fields.optionalText("invoiceId"));
    CurrencyUnit payment = ofPayments.get(fields.optionalText("paymentId"));
    CurrencyUnit creditNote = ofInvoices.get(creditNoteId);
    CurrencyUnit said = said(fields);
    CurrencyUnit found =
        Stream.of(invoice, payment, creditNote, said, company)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (found == null) {
      throw new Refused(
          "CURRENCY_UNKNOWN",
          "the line has no currency of its own; its invoice, its payment or the company must stand before it");
    }
    return found;
  }

  private static @Nullable CurrencyUnit said(Fields fields) {
    String code = FreeNames.readable(() -> fields.optionalText("x-currency"));
    try {
      return code == null ? null : CurrencyUnit.of(code);
    } catch (IllegalCurrencyException e) {
      return null;
    }
  }
}
