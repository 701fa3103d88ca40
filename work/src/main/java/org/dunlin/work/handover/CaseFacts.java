package org.dunlin.work.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.claim.Claims;
import org.dunlin.core.claim.Debt;
import org.dunlin.core.claim.Debtor;
import org.dunlin.core.claim.PartPayment;
import org.dunlin.core.claim.Rates;
import org.dunlin.core.claim.Reckoning;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.DocumentState;
import org.joda.money.Money;

/**
 * The facts of a case on the day of its decision, as the outbox keeps them: they do not change
 * until it leaves, and what they say is open must still be so then.
 */
public final class CaseFacts {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;
  private final CompanyProfile profile;

  /** Of cases of a company. */
  public CaseFacts(Stores stores, CompanyProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** What is open of the invoices of a hand-over, by their ids. */
  public Map<UUID, Money> open(Action action) {
    Map<UUID, Money> open = new TreeMap<>();
    for (ActionItem item : action.items()) {
      UUID id = UUID.fromString(item.invoiceId());
      stores
          .invoices()
          .find(profile.id(), id)
          .map(DocumentState::open)
          .filter(Money::isPositive)
          .ifPresent(amount -> open.put(id, amount));
    }
    return open;
  }

  /** The facts as JSON. */
  public String json(Action action, Customer customer, String agency, LocalDate today) {
    ObjectNode facts = JSON.createObjectNode();
    Map<UUID, Money> open = open(action);
    facts.put("to", agency);
    facts.put("subject", customer.name() + " – " + agency);
    facts.put("on", today.toString());
    facts.set("company", read(CanonicalWriter.line(profile.company())));
    facts.set("customer", read(CanonicalWriter.line(customer)));
    List<Debt> debts = new ArrayList<>();
    var invoices = facts.putArray("invoices");
    for (UUID id : open.keySet()) {
      DocumentState state = stores.invoices().find(profile.id(), id).orElseThrow();
      ObjectNode line = (ObjectNode) read(CanonicalWriter.line(state.invoice()));
      line.put("open", state.open().getAmount().toPlainString());
      invoices.add(line);
      debts.add(debt(state, action, customer));
    }
    reckon(facts, debts, today);
    ObjectNode said = facts.putObject("said");
    open.forEach((id, amount) -> said.put(id.toString(), amount.toString()));
    return facts.toString();
  }

  /** What was paid of it, the books do not date here; it is taken off at once. */
  private Debt debt(DocumentState state, Action action, Customer customer) {
    Invoice invoice = state.invoice();
    LocalDate due =
        action.items().stream()
            .filter(item -> item.invoiceId().equals(invoice.id()))
            .map(ActionItem::dueDate)
            .max(LocalDate::compareTo)
            .orElseThrow();
    String country = customer.address() == null ? null : customer.address().country();
    List<PartPayment> paid = new ArrayList<>();
    Money settled = invoice.total().minus(state.open());
    if (settled.isPositive()) {
      paid.add(new PartPayment(due, settled));
    }
    return Debt.of(
            country == null ? profile.company().country() : country,
            Debtor.of(customer.consumer()),
            invoice.total(),
            due)
        .paid(paid)
        .vatRecoverable(!Boolean.FALSE.equals(profile.company().vatRecoverable()))
        .invoices(List.of(invoice.id()));
  }

  private static void reckon(ObjectNode facts, List<Debt> debts, LocalDate today) {
    Reckoning reckoning = Claims.together(debts, today, Rates.carried());
    var claims = facts.putArray("claims");
    reckoning.claims().forEach(claim -> claims.add(read(CanonicalWriter.line(claim))));
    var problems = facts.putArray("claimProblems");
    reckoning.problems().forEach(problem -> problems.add(problem.message()));
    var remarks = facts.putArray("claimRemarks");
    reckoning.remarks().forEach(remarks::add);
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was kept of a case is JSON", e);
    }
  }
}
