package org.dunlin.core.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Payment;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Which open documents a payment or credit note could settle, before anything is matched. */
final class OpenDocuments {
  private final Map<String, Money> open = new HashMap<>();
  private final Set<Refusal> refusals;

  OpenDocuments(MatchFacts facts) {
    refusals = facts.refusals();
    facts.documents().forEach(each -> open.put(each.document().id(), each.open()));
  }

  boolean payable(Invoice document, Payment payment) {
    return settled(document, payment.amount().getCurrencyUnit(), payment.id());
  }

  boolean creditable(Invoice document, Invoice creditNote) {
    return settled(document, creditNote.currency(), creditNote.id());
  }

  private boolean settled(Invoice document, CurrencyUnit currency, String by) {
    return document.kind() == InvoiceKind.INVOICE
        && document.status() == InvoiceStatus.OPEN
        && document.currency().equals(currency)
        && open.getOrDefault(document.id(), Money.zero(currency)).isPositive()
        && !refusals.contains(new Refusal(by, document.id()));
  }
}
