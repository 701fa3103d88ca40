package org.dunlin.work.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.work.claim.ClaimJson;
import org.dunlin.work.claim.ReckonClaims;
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

  /**
   * What is asked for of the invoices of a hand-over, by their ids: neither what is contested nor
   * what is not due, and no more than is open.
   */
  public Map<UUID, Money> open(Action action) {
    Map<UUID, Money> asked = new TreeMap<>();
    for (ActionItem item : action.items()) {
      asked.merge(UUID.fromString(item.invoiceId()), item.amount(), Money::plus);
    }
    Map<UUID, Money> open = new TreeMap<>();
    asked.forEach(
        (id, amount) ->
            stores
                .invoices()
                .find(profile.id(), id)
                .map(DocumentState::open)
                .filter(Money::isPositive)
                .ifPresent(left -> open.put(id, amount.isGreaterThan(left) ? left : amount)));
    return open;
  }

  /** The facts as JSON; what is claimed is what a message could claim on this day. */
  public String json(Action action, Customer customer, String agency, LocalDate today) {
    ObjectNode facts = JSON.createObjectNode();
    Map<UUID, Money> open = open(action);
    facts.put("to", agency);
    facts.put("subject", customer.name() + " – " + agency);
    facts.put("on", today.toString());
    facts.set("company", read(CanonicalWriter.line(profile.company())));
    facts.set("customer", read(CanonicalWriter.line(customer)));
    List<DocumentState> states = new ArrayList<>();
    ArrayNode invoices = facts.putArray("invoices");
    for (Map.Entry<UUID, Money> asked : open.entrySet()) {
      UUID id = asked.getKey();
      DocumentState state = stores.invoices().find(profile.id(), id).orElseThrow();
      ObjectNode line = (ObjectNode) read(CanonicalWriter.line(state.invoice()));
      line.put("open", asked.getValue().getAmount().toPlainString());
      invoices.add(line);
      states.add(state);
    }
    facts.setAll(
        ClaimJson.demanded(new ReckonClaims(stores).ofInvoices(profile, customer, states, today)));
    ObjectNode said = facts.putObject("said");
    open.forEach((id, amount) -> said.put(id.toString(), amount.toString()));
    return facts.toString();
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was kept of a case is JSON", e);
    }
  }
}
