package org.dunlin.work.translate;

import java.util.Locale;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Applied;
import org.dunlin.store.ledger.Applied.Outcome;
import org.jspecify.annotations.Nullable;

/** Applies customers. */
final class CustomerWriter {
  private final Context context;
  private @Nullable String own;

  CustomerWriter(Context context) {
    this.context = context;
  }

  /** The ledger's id of the customer. */
  UUID write(Customer said) {
    if (isCompanyItself(said)) {
      throw new RefusedRecord(
          "customer " + said.name(),
          "NOT_A_RECEIVABLE",
          "the customer is the company itself, so this is a bill that it received and not one that it"
              + " sent");
    }
    Applied<Customer> applied = context.stores().customers().apply(context.origin(), said);
    if (applied.outcome() == Outcome.ADDED || applied.outcome() == Outcome.CHANGED) {
      context.note(
          new Happening(
              context.businessDate(),
              "translate",
              "customer",
              applied.id().toString(),
              "CUSTOMER_" + applied.outcome(),
              null,
              applied.before(),
              said,
              context.delivery().id()),
          applied.id());
    }
    return applied.id();
  }

  /** Whether it is no customer, but the company, which is then no receivable of its own. */
  boolean isCompanyItself(Customer said) {
    return own().equals(plain(said.name()));
  }

  private String own() {
    if (own == null) {
      String companyId = context.origin().companyId();
      own = plain(context.stores().companies().profile(companyId).company().name());
    }
    return own;
  }

  private static String plain(String name) {
    return name.replaceAll("[\\p{Punct}\\s]", "").toLowerCase(Locale.ROOT);
  }
}
