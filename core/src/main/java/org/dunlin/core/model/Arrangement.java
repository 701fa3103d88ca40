package org.dunlin.core.model;

import java.util.List;
import org.joda.money.CurrencyUnit;

/** An agreed schedule of payments over invoices. */
public record Arrangement(
    String id,
    String customerId,
    List<String> invoiceIds,
    List<Instalment> instalments,
    CurrencyUnit currency,
    ArrangementState state)
    implements CanonicalRecord {
  public Arrangement {
    invoiceIds = List.copyOf(invoiceIds);
    instalments = List.copyOf(instalments);
  }
}
