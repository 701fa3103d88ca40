package org.dunlin.work;

import java.math.BigDecimal;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.store.Stores;

/**
 * What allocations take of both their sides: of the invoice, and of the payment or credit note.
 * Each is a conditional update, so that two can never take the same cent. A line that a program has
 * booked takes of the money only, since the figures of the documents hold it already.
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
    if (!raiseDocuments(line)) {
      return false;
    }
    if (!raiseMoney(line)) {
      giveBackDocuments(line);
      return false;
    }
    return true;
  }

  /** Gives back what the line had taken of both sides. */
  public void giveBack(Allocation line) {
    giveBackDocuments(line);
    giveBackMoney(line);
  }

  /** Claims the invoice, and the credit note where one settles it; all of it, or nothing. */
  public boolean raiseDocuments(Allocation line) {
    BigDecimal amount = line.amount().getAmount();
    UUID invoice = UUID.fromString(line.invoiceId());
    if (!stores.invoices().claim(companyId, invoice, amount)) {
      return false;
    }
    if (line.creditNoteId() != null
        && !stores.invoices().claim(companyId, UUID.fromString(line.creditNoteId()), amount)) {
      stores.invoices().unclaim(companyId, invoice, amount);
      return false;
    }
    return true;
  }

  /** Gives back what the line had taken of the invoice and of the credit note. */
  public void giveBackDocuments(Allocation line) {
    BigDecimal amount = line.amount().getAmount();
    stores.invoices().unclaim(companyId, UUID.fromString(line.invoiceId()), amount);
    if (line.creditNoteId() != null) {
      stores.invoices().unclaim(companyId, UUID.fromString(line.creditNoteId()), amount);
    }
  }

  /** Claims the payment, where it is one that settles; false when less is left of it. */
  public boolean raiseMoney(Allocation line) {
    return line.creditNoteId() != null
        || stores.payments().claim(companyId, payment(line), line.amount().getAmount());
  }

  /** Gives back what the line had taken of the payment. */
  public void giveBackMoney(Allocation line) {
    if (line.creditNoteId() == null) {
      stores.payments().unclaim(companyId, payment(line), line.amount().getAmount());
    }
  }

  private static UUID payment(Allocation line) {
    return UUID.fromString(String.valueOf(line.paymentId()));
  }
}
