package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.Payment;
import org.joda.money.Money;

/**
 * Takes the books record by record, so that they need not be in memory as a whole: customers first,
 * then their documents, then what was booked. The order within each does not matter.
 */
public final class LedgerViewBuilder {
  final Company company;
  final List<Item> items = new ArrayList<>();
  final NumberKeys numberKeys = new NumberKeys();
  final Names names = new Names();
  final Payers payers = new Payers(names);
  final DebtorNumbers debtorNumbers = new DebtorNumbers();
  final Set<Refusal> refusals = new HashSet<>();

  /** The credit notes that name invoices. */
  final Map<Item, Invoice> naming = new HashMap<>();

  boolean settledKnown;

  final Map<String, Debtor> debtors = new HashMap<>();
  private final Map<String, Item> byId = new HashMap<>();

  LedgerViewBuilder(Company company) {
    this.company = company;
  }

  /** Takes a customer. */
  public void customer(Customer customer) {
    Debtor debtor = new Debtor(customer);
    debtors.put(customer.id(), debtor);
    names.add(debtor);
    payers.owns(debtor, customer.ibans());
    debtorNumbers.add(debtor);
  }

  /**
   * Takes a document; also one of which nothing is open, so that its number is known as settled.
   *
   * @throws IllegalArgumentException when it is there twice
   */
  public void document(Invoice document, Money open) {
    Debtor debtor = debtors.computeIfAbsent(document.customerId(), Debtor::new);
    Item item = new Item(document, open, debtor);
    if (byId.put(item.id, item) != null) {
      throw new IllegalArgumentException("document " + item.id + " is there twice");
    }
    items.add(item);
    numberKeys.learn(item.number, item.issued);
    if (document.kind() == InvoiceKind.CREDIT_NOTE && !document.precedingInvoices().isEmpty()) {
      naming.put(item, document);
    }
  }

  /** Takes what was booked, or decided by a person, of an old payment: whose invoice it settled. */
  public void booked(Payment payment, String invoiceId) {
    Item item = byId.get(invoiceId);
    if (item != null) {
      payers.learn(payment, item.debtor);
    }
  }

  /**
   * Takes what the books of before teach, after the customers: with it the numbers of settled
   * documents are known as they are asked for.
   */
  public void history(History history) {
    for (History.NumberGiven each : history.numbers()) {
      numberKeys.learn(each.number(), (int) each.issued().toEpochDay());
    }
    history.payers().forEach(this::paid);
    settledKnown();
  }

  /** Takes for whom an account paid, after the customers. */
  void paid(History.KnownPayer payer) {
    Debtor debtor = debtors.get(payer.customerId());
    if (debtor != null) {
      payers.learn(payer.account(), payer.name(), debtor);
    }
  }

  /**
   * Says that all documents are taken, also those of which nothing is open. Otherwise what a
   * payment names may be settled, so that it is paid twice, and only what is named rightly is sure.
   */
  public void settledKnown() {
    settledKnown = true;
  }

  /** Takes what a person refused. */
  public void refused(Refusal refusal) {
    refusals.add(refusal);
  }

  /** The view, after which nothing more is taken. */
  public LedgerView build() {
    return new LedgerView(this);
  }
}
