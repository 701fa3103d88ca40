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
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.debit.Debits.Instalment;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.work.dialogue.Standing;
import org.dunlin.work.dun.Doubts;
import org.dunlin.work.dun.SourceHolds;
import org.joda.money.Money;

/** What is open of a company's instalments, less what is contested, and which of them is held. */
final class OpenDebts {
  private final Map<Instalment, OpenInstalment> open = new HashMap<>();
  private final Set<Instalment> contested = new HashSet<>();
  private final Map<UUID, Customer> customers = new HashMap<>();
  private final Set<UUID> heldInvoices = new HashSet<>();
  private final Set<UUID> heldCustomers = new HashSet<>();
  private final Doubts doubts;

  /** As they are now; {@code sources} say whether the programs of the invoices were read lately. */
  OpenDebts(Stores stores, CompanyProfile profile, LocalDate today, SourceHolds sources) {
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
    List<OpenDocument> documents = new ArrayList<>();
    for (DocumentState state : stores.invoices().open(profile.id())) {
      documents.add(new OpenDocument(state.invoice(), state.open()));
      Customer customer = byId.get(state.invoice().customerId());
      if (state.invoice().kind() == InvoiceKind.INVOICE && customer != null) {
        Money asked = standing.asked(state.invoice().id(), state.open());
        UUID id = UUID.fromString(state.invoice().id());
        customers.put(id, customer);
        OpenInvoice invoice = new OpenInvoice(state.invoice(), asked);
        for (OpenInstalment each : OpenInstalment.of(invoice, customer, profile.company())) {
          open.put(new Instalment(id, each.dueDate()), each);
        }
        if (asked.isLessThan(state.open())) {
          OpenInvoice whole = new OpenInvoice(state.invoice(), state.open());
          for (OpenInstalment each : OpenInstalment.of(whole, customer, profile.company())) {
            contested.add(new Instalment(id, each.dueDate()));
          }
        }
      }
    }
    doubts = Doubts.of(stores, profile, today, sources, documents);
    heldInvoices.addAll(doubts.held());
  }

  /** Whether statements cover every account up to the last banking day. */
  boolean covered() {
    return doubts.covered();
  }

  /** Whether its program was not read lately, so that it waits. */
  boolean isUnread(UUID invoice) {
    return doubts.unread().contains(invoice);
  }

  /** Whether nothing may be asked of an instalment only because it is contested. */
  boolean isContested(UUID invoice, LocalDate dueDate) {
    Instalment instalment = new Instalment(invoice, dueDate);
    return contested.contains(instalment) && !open.containsKey(instalment);
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

  /**
   * Whether a promise, an arrangement, a person, an agency, an attempt to pay or money that nobody
   * has allocated stops it.
   */
  boolean isHeld(UUID invoice) {
    Customer owner = customers.get(invoice);
    return heldInvoices.contains(invoice)
        || owner != null && heldCustomers.contains(UUID.fromString(owner.id()));
  }
}
