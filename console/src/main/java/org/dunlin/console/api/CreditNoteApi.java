package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.ledger.CreditNoteRefunds.Order;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.pay.ProviderRefund;
import org.dunlin.work.pay.GiveBack;
import org.dunlin.work.pay.GiveCreditBack;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stays open of a credit note and is given back, for programs. */
@RestController
@Needs(Right.DECIDE)
@RequestMapping(
    path = "/api/v1/companies/{company}/credit-notes/{id}",
    produces = MediaType.APPLICATION_JSON_VALUE)
class CreditNoteApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;
  private final GiveCreditBack giveCreditBack;

  CreditNoteApi(Stores stores, GiveCreditBack giveCreditBack) {
    this.stores = stores;
    this.giveCreditBack = giveCreditBack;
  }

  /** Gives back what is left: at the provider where its invoice was paid, else by the bank. */
  @PostMapping("/give-back")
  byte[] giveBack(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    switch (giveCreditBack.give(company, id, null, by.getName())) {
      case GiveCreditBack.Outcome.Ordered ordered -> {}
      case GiveCreditBack.Outcome.AtProvider(GiveBack.Outcome outcome) ->
          GivenBack.require(
              outcome, "Nothing of the credit note is left to be given back, or it was before.");
    }
    return json(company, id);
  }

  /** Says that what was asked for at the provider did not happen. */
  @PostMapping("/not-given-back")
  byte[] notGiven(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    if (!giveCreditBack.notGiven(company, id, by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          "Nothing of the credit note was asked back at a provider, or not any more.");
    }
    return json(company, id);
  }

  /** Says that what the bank was to give back does not leave. */
  @PostMapping("/withdraw-refund")
  byte[] withdraw(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    if (!giveCreditBack.withdraw(company, id, by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          "The bank is to give nothing of the credit note back, or not any more.");
    }
    return json(company, id);
  }

  private DocumentState find(String company, UUID id) {
    return stores
        .invoices()
        .find(company, id)
        .filter(state -> state.invoice().kind() == InvoiceKind.CREDIT_NOTE)
        .orElseThrow(
            () -> ProblemType.NOT_FOUND.because("The company has no credit note " + id + "."));
  }

  private byte[] json(String company, UUID id) {
    DocumentState state = find(company, id);
    GiveCreditBack.Standing standing = giveCreditBack.standing(company, id);
    ObjectNode json = JSON.createObjectNode().put("type", "creditNoteRefund");
    json.put("creditNoteId", id.toString());
    json.put("open", state.open().getAmount().toPlainString());
    json.put("currency", state.open().getCurrencyUnit().getCode());
    Order order = standing.order();
    if (order != null) {
      ObjectNode bank = json.putObject("bank");
      bank.put("state", order.state().name());
      bank.put("amount", order.amount().getAmount().toPlainString());
      bank.put("endToEndId", order.reference());
      if (order.iban() != null) {
        bank.put("iban", order.iban());
      }
    }
    ProviderRefund latest = standing.latest();
    if (latest != null) {
      ObjectNode provider = json.putObject("provider");
      provider.put("state", latest.state().name());
      provider.put("amount", latest.amount().getAmount().toPlainString());
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
