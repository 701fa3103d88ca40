package org.dunlin.sandbox.world;

import java.util.List;
import org.joda.money.Money;

/**
 * What a customer means to pay by the link of a message, if just that is asked there.
 *
 * @param payerName whose account it is paid from
 * @param amount all that is left of the invoices that are due
 */
public record OnlinePayment(
    String payerName, String payerIban, Money amount, List<String> invoiceNumbers) {
  public OnlinePayment {
    invoiceNumbers = List.copyOf(invoiceNumbers);
  }
}
