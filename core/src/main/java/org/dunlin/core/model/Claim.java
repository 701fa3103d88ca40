package org.dunlin.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is owed beside the principal, with the law and the source of the rate.
 *
 * @param rate percent a year
 * @param citation where law and rate are published (JSON {@code source})
 */
public record Claim(
    List<String> invoiceIds,
    ClaimKind kind,
    Money amount,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable BigDecimal rate,
    @Nullable String law,
    @Nullable String citation)
    implements CanonicalRecord {
  public Claim {
    invoiceIds = List.copyOf(invoiceIds);
  }
}
