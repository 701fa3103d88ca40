package org.dunlin.work.privacy;

import java.time.Instant;
import org.dunlin.core.model.Customer;

/** What a customer's file says of itself. */
final class CustomerWords {
  private CustomerWords() {}

  static String readme(String companyId, Customer customer, Instant now) {
    return """
    All data about %s (customer %s of company %s), taken out at %s.

    Each file holds one JSON object a line.

    customer.jsonl     name, address, contact and account details
    invoices.jsonl     invoices and credit notes
    payments.jsonl     payments that were applied to them, or came from the customer's accounts
    advised.jsonl      payments that the bank told of before or beside its statements
    allocations.jsonl  which payment paid which invoice, who or what decided it, and why
    actions.jsonl      reminders: decided, held, sent
    messages.jsonl     what was written to the customer, and to the bookkeeping program
    calls.jsonl        what programs and mail servers were asked about them, and answered
    agreements.jsonl   promises, disputes, arrangements and holds
    payment-links.jsonl  payment links and the attempts to pay at them
    provider-refunds.jsonl  what was given back at a payment provider, or was to be
    claims.jsonl       what messages charged or announced beside the invoices
    dialogue.jsonl     notes, calls and answers
    hand-overs.jsonl   what was given to an agency, and what became of it
    mandates.jsonl     permissions to debit, with what proves them
    debits.jsonl       what was collected by direct debit, and what became of it
    timeline.jsonl     everything that happened, with who or what did it, and when (UTC)
    attachments/       the documents that came with the invoices, as they came
    sent/              the documents that the customer sent with what it contests
    raw/               the files that came in and concern nobody else, byte for byte

    Bank statements are not here: they name other people, too. What they say of this customer
    is in payments.jsonl.
    """
        .formatted(customer.name(), customer.id(), companyId, now);
  }
}
