package org.dunlin.work.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.claim.Agreed;
import org.dunlin.core.claim.Applicable;
import org.dunlin.core.claim.Claims;
import org.dunlin.core.claim.Debt;
import org.dunlin.core.claim.InvoiceDebts;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.claim.StatedClaims;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.DocumentState;

/** Reckons what is owed beside a customer's invoices, for people and programs to look at. */
public final class ReckonClaims {
  private final Stores stores;

  /** Over these stores. */
  public ReckonClaims(Stores stores) {
    this.stores = stores;
  }

  /** Of all open invoices of a customer and of those who are one with it; empty: no such one. */
  public Optional<ReckonedClaims> ofCustomer(String companyId, UUID customerId) {
    return stores
        .customers()
        .find(companyId, customerId)
        .map(
            customer -> {
              List<UUID> group = stores.customerLinks().group(companyId, customerId);
              return onItsDay(
                  companyId, customer, stores.claims().settlements().openOf(companyId, group));
            });
  }

  /**
   * Of one invoice, which may be paid by now: what was paid late was owed until then. Empty where
   * there is no such invoice, or it is void or a credit note.
   */
  public Optional<ReckonedClaims> ofInvoice(String companyId, UUID invoiceId) {
    return stores
        .invoices()
        .find(companyId, invoiceId)
        .filter(state -> state.invoice().kind() == InvoiceKind.INVOICE)
        .filter(state -> state.invoice().status() != InvoiceStatus.VOID)
        .flatMap(
            state ->
                stores
                    .customers()
                    .find(companyId, UUID.fromString(state.invoice().customerId()))
                    .map(customer -> onItsDay(companyId, customer, List.of(state))));
  }

  private ReckonedClaims onItsDay(
      String companyId, Customer customer, List<DocumentState> invoices) {
    CompanyProfile profile = stores.companies().profile(companyId);
    return ofInvoices(profile, customer, invoices, stores.companies().businessDate(profile));
  }

  /** Of these invoices of a customer together, as in one demand of a day. */
  public ReckonedClaims ofInvoices(
      CompanyProfile profile, Customer customer, List<DocumentState> invoices, LocalDate today) {
    Company company = profile.company();
    String companyId = company.id();
    List<UUID> ids = invoices.stream().map(state -> UUID.fromString(state.invoice().id())).toList();
    ClaimFacts facts = ClaimFacts.of(stores, company, today, ids);
    List<ReckonedClaims.Item> items = new ArrayList<>();
    for (DocumentState state : invoices) {
      Invoice invoice = state.invoice();
      InvoiceDebts debts = facts.debts(invoice, state.open(), customer);
      for (Debt debt : debts.debts()) {
        if (!today.isBefore(debt.lateFrom())) {
          items.add(
              new ReckonedClaims.Item(
                  invoice, debt, Claims.of(debt, today, facts.rates()), debts.undated()));
        }
      }
    }
    items.sort(Comparator.comparing(item -> item.debt().due()));
    List<Debt> debts = withFees(companyId, ids, facts, customer, items, today);
    List<StatedClaims.Statement> stated = stores.claims().stated().of(companyId, ids);
    return new ReckonedClaims(
        today,
        customer,
        Applicable.of(company, customer),
        items,
        Claims.together(debts, today, facts.rates()),
        company.vatRecoverable() != null,
        facts.lacksTerms(customer),
        stated);
  }

  /** What messages charged by agreement is on the oldest debt. */
  private List<Debt> withFees(
      String companyId,
      List<UUID> ids,
      ClaimFacts facts,
      Customer customer,
      List<ReckonedClaims.Item> items,
      LocalDate today) {
    List<Debt> debts = new ArrayList<>(items.stream().map(ReckonedClaims.Item::debt).toList());
    List<Agreed.Fee> fees =
        stores.claims().stated().fees(companyId, ids, today).stream()
            .map(fee -> new Agreed.Fee(fee.on(), fee.amount()))
            .toList();
    if (!fees.isEmpty() && !debts.isEmpty()) {
      debts.set(0, debts.getFirst().agreed(facts.agreed(customer, fees)));
    }
    return debts;
  }
}
