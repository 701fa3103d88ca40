package org.dunlin.connectors.datev;

import java.util.Map;
import org.dunlin.core.model.AdjustmentReason;

/**
 * The numbers of a company's ledger accounts.
 *
 * @param banks by the key of the bank account ({@link org.dunlin.core.model.AccountId#key()})
 * @param debtors by the id of the customer
 * @param adjustments by reason; a discount needs none, since DATEV knows its account
 */
public record LedgerAccounts(
    Map<String, String> banks,
    Map<String, String> debtors,
    Map<AdjustmentReason, String> adjustments) {
  public LedgerAccounts {
    banks = Map.copyOf(banks);
    debtors = Map.copyOf(debtors);
    adjustments = Map.copyOf(adjustments);
  }
}
