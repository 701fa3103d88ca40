package org.dunlin.work.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.ledger.Invoices.Locked;

/**
 * Tells a new version of a document from another document under the same number. A correction keeps
 * number, customer, currency and date of issue; and once something is allocated to it, its total.
 * Whatever else comes under the number is a question for a person, and the first one stands.
 */
final class UsedNumber {
  private UsedNumber() {}

  /** Whether what is said may be another document than the one in the ledger. */
  static boolean atOdds(Locked locked, Invoice said, UUID customerId, boolean later) {
    Invoice before = locked.invoice();
    boolean totalFixed = later && locked.claimed().isPositive();
    return another(before, said, customerId)
        || !before.issueDate().equals(said.issueDate())
        || (totalFixed && !before.total().isEqual(said.total()));
  }

  /** Whether it is of another customer, currency or kind, so that no claim on it can be kept. */
  static boolean another(Invoice before, Invoice said, UUID customerId) {
    return !before.customerId().equals(customerId.toString())
        || !before.currency().equals(said.currency())
        || before.kind() != said.kind();
  }

  static RefusedRecord twice(Locked locked, Invoice said, UUID customerId, String position) {
    return new RefusedRecord(
        position,
        "NUMBER_USED_TWICE",
        "the number is already that of a document of "
            + locked.invoice().issueDate()
            + " over "
            + locked.invoice().total()
            + ", and this one has "
            + String.join(", ", differences(locked.invoice(), said, customerId))
            + "; the first one stands. If this one is right, say so on the page of this delivery; if"
            + " not, have it numbered anew");
  }

  private static List<String> differences(Invoice before, Invoice said, UUID customerId) {
    List<String> differences = new ArrayList<>();
    if (!before.customerId().equals(customerId.toString())) {
      differences.add("another customer");
    }
    if (before.kind() != said.kind()) {
      differences.add("another kind");
    }
    if (!before.issueDate().equals(said.issueDate())) {
      differences.add("another date of issue, " + said.issueDate());
    }
    if (!before.total().equals(said.total())) {
      differences.add("another total, " + said.total());
    }
    return differences;
  }
}
