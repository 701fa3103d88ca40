package org.dunlin.core.model;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/** A day on which a customer said that an amount would be paid. */
public record Promise(
    String id,
    String customerId,
    List<String> invoiceIds,
    Money amount,
    LocalDate on,
    PromiseState state)
    implements CanonicalRecord {
  public Promise {
    invoiceIds = List.copyOf(invoiceIds);
  }
}
