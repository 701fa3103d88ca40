package org.dunlin.work.debit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.dunning.OpenInstalment;
import org.dunlin.core.dunning.OpenInvoice;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.debit.Debits.Instalment;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.work.dialogue.Standing;
import org.joda.money.Money;

/** What is open of a company's instalments, less what is contested, and which of them is held. */
final class OpenDebts {
  private final Map<Instalment, OpenInstalment> open = new HashMap<>();
  private final Map<UUID, Customer> customers = new HashMap<>();
  private final Set<UUID> heldInvoices = new HashSet<>();
  private final Set<UUID> heldCustomers = new HashSet<>();

  OpenDebts(Stores stores, CompanyProfile profile, LocalDate today) {
    Standing standing = Standing.said(stores, profile.id(), today);
    for (Hold hold : standing.holds()) {
      if (hold.invoiceId() != null) {
        heldInvoices.add(UUID.fromString(hold.invoiceId()));
      } else if (hold.customerId() != null) {
        heldCustomers.add(UUID.fromString(hold.customerId()));
      }
    }
    heldInvoices.addAll(stores.pay().checkouts().inFlight(profile.id()));
    Map<String, Customer> byId = new HashMap<>();
    stores.customers().of(profile.id()).forEach(each -> byId.put(each.id(), each));
    for (DocumentState state : stores.invoices().open(profile.id())) {
      Customer customer = byId.get(state.invoice().customerId());
      if (state.invoice().kind() == InvoiceKind.INVOICE && customer != null) {
        Money asked = standing.asked(state.invoice().id(), state.open());
        UUID id = UUID.fromString(state.invoice().id());
        customers.put(id, customer);
        OpenInvoice invoice = new OpenInvoice(state.invoice(), asked);
        for (OpenInstalment each : OpenInstalment.of(invoice, customer, profile.company())) {
          open.put(new Instalment(id, each.dueDate()), each);
        }
      }
    }
  }

  /** All, in no order. */
  List<OpenInstalment> all() {
    return new ArrayList<>(open.values());
  }

  /** What is open of one. */
  Optional<OpenInstalment> of(UUID invoice, LocalDate dueDate) {
    return Optional.ofNullable(open.get(new Instalment(invoice, dueDate)));
  }

  /** Whose an open invoice is. */
  Optional<Customer> customer(UUID invoice) {
    return Optional.ofNullable(customers.get(invoice));
  }

  /** Whether a promise, an arrangement, a person, an agency or an attempt to pay stops it. */
  boolean isHeld(UUID invoice) {
    Customer owner = customers.get(invoice);
    return heldInvoices.contains(invoice)
        || owner != null && heldCustomers.contains(UUID.fromString(owner.id()));
  }
}
