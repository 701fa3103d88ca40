package org.dunlin.core.dunning;

import java.time.LocalDate;
import org.dunlin.core.model.ActionItem;

/** What an instalment is known by, in facts and in past actions alike. */
record InstalmentKey(String invoiceId, LocalDate dueDate) {
  static InstalmentKey of(ActionItem item) {
    return new InstalmentKey(item.invoiceId(), item.dueDate());
  }
}
