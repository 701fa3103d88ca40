package org.dunlin.work.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.message.CallScript;
import org.dunlin.core.message.Enclosed;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.Reminder;
import org.dunlin.core.message.ReminderLine;
import org.dunlin.core.message.Sender;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.DocumentState;
import org.joda.money.Money;

/** Writes what is said in the call of an action, with what is open at this moment. */
public final class CallScripts {
  private final Stores stores;

  /** Over these stores. */
  public CallScripts(Stores stores) {
    this.stores = stores;
  }

  /** The script; empty where nothing is open any more of what the call was to be about. */
  public Optional<CallScript> of(String companyId, Action call) {
    CompanyProfile profile = stores.companies().profile(companyId);
    Customer customer =
        stores.customers().find(companyId, UUID.fromString(call.customerId())).orElseThrow();
    List<ReminderLine> lines = new ArrayList<>();
    for (ActionItem item : call.items()) {
      stores
          .invoices()
          .find(companyId, UUID.fromString(item.invoiceId()))
          .flatMap(state -> line(state, item))
          .ifPresent(lines::add);
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String iban =
        profile.company().accounts().stream()
            .map(AccountId::iban)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return Optional.of(
        CallScript.of(
            new Reminder(
                new Sender(
                    profile.company().name(), profile.replyTo(), iban, Optional.empty(), false),
                customer,
                Language.of(customer, profile.company()),
                call.step(),
                lines,
                List.of(),
                new Enclosed(0, List.of()),
                stores.companies().businessDate(profile))));
  }

  private static Optional<ReminderLine> line(DocumentState state, ActionItem item) {
    Money open = state.open().isLessThan(item.amount()) ? state.open() : item.amount();
    if (!open.isPositive()) {
      return Optional.empty();
    }
    Invoice invoice = state.invoice();
    return Optional.of(
        new ReminderLine(
            invoice.number(),
            invoice.issueDate(),
            item.dueDate(),
            item.amount(),
            open,
            invoice.paymentReference()));
  }
}
