package org.dunlin.work.person;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.dunlin.store.Stores;

/** What a person says of a payment or a credit note without applying it. */
final class JudgeSum {
  private final Stores stores;

  JudgeSum(Stores stores) {
    this.stores = stores;
  }

  /** Says that it is not for these invoices: no rule joins them again. */
  void refuse(String companyId, Sum sum, List<UUID> invoices, String by) {
    said(
        companyId,
        sum,
        "MATCH_REFUSED",
        by,
        () -> {
          invoices.forEach(invoice -> stores.refusals().add(companyId, sum.id(), invoice, by));
          sum.clearSuggestions(stores, companyId);
          return !invoices.isEmpty();
        });
  }

  /** Says that no rule is to apply what is left of it; false where that changes nothing. */
  boolean aside(String companyId, Sum sum, String event, String by, BooleanSupplier change) {
    return said(
        companyId,
        sum,
        event,
        by,
        () -> {
          boolean changed = change.getAsBoolean();
          if (changed) {
            sum.clearSuggestions(stores, companyId);
          }
          return changed;
        });
  }

  /** Says anything else of it; false, and nothing noted, where it had been said before. */
  boolean said(String companyId, Sum sum, String event, String by, BooleanSupplier change) {
    return new Judgement(stores).said(companyId, sum.kind(), sum.id(), event, by, change);
  }
}
