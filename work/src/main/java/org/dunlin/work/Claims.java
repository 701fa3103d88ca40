package org.dunlin.work;

import java.math.BigDecimal;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.store.Stores;

/**
 * What allocations take of both their sides: of the invoice, and of the payment or credit note.
 * Each is a conditional update, so that two can never take the same cent.
 */
public final class Claims {
  private final Stores stores;
  private final String companyId;

  /** The claims of one company. */
  public Claims(Stores stores, String companyId) {
    this.stores = stores;
    this.companyId = companyId;
  }

  /** Claims both sides; a fact that came in meanwhile may have left less, and then neither. */
  public boolean raise(Allocation line) {
    UUID invoice = UUID.fromString(line.invoiceId());
    BigDecimal amount = line.amount().getAmount();
    if (!stores.invoices().claim(companyId, invoice, amount)) {
      return false;
    }
    if (!raiseOther(line, amount)) {
      stores.invoices().unclaim(companyId, invoice, amount);
      return false;
    }
    return true;
  }

  /** Gives back what the line had taken of both sides. */
  public void giveBack(Allocation line) {
    BigDecimal amount = line.amount().getAmount();
    stores.invoices().unclaim(companyId, UUID.fromString(line.invoiceId()), amount);
    if (line.creditNoteId() != null) {
      stores.invoices().unclaim(companyId, UUID.fromString(line.creditNoteId()), amount);
    } else {
      stores.payments().unclaim(companyId, payment(line), amount);
    }
  }

  private boolean raiseOther(Allocation line, BigDecimal amount) {
    return line.creditNoteId() != null
        ? stores.invoices().claim(companyId, UUID.fromString(line.creditNoteId()), amount)
        : stores.payments().claim(companyId, payment(line), amount);
  }

  private static UUID payment(Allocation line) {
    return UUID.fromString(String.valueOf(line.paymentId()));
  }
}
