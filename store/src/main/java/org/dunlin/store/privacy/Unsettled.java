package org.dunlin.store.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * What is not settled with a customer, and so still needs the customer's data.
 *
 * @param documents invoices and credit notes of which something is open
 * @param payments payments of which something has found no invoice
 * @param messages messages that have not left, or of which that is not known
 * @param conflicts allocations that a later fact contradicts
 * @param deliveries deliveries of the company that wait to be translated
 */
public record Unsettled(int documents, int payments, int messages, int conflicts, int deliveries) {

  /** Whether everything is settled. */
  public boolean nothing() {
    return documents + payments + messages + conflicts + deliveries == 0;
  }

  /** What there is, as words. */
  public String words() {
    List<String> words = new ArrayList<>();
    add(words, documents, "open invoice or credit note", "open invoices or credit notes");
    add(words, payments, "payment not wholly allocated", "payments not wholly allocated");
    add(
        words,
        messages,
        "message that waits or whose fate is unknown",
        "messages that wait or whose fate is unknown");
    add(words, conflicts, "allocation in conflict", "allocations in conflict");
    add(words, deliveries, "delivery that waits to be read", "deliveries that wait to be read");
    return String.join(", ", words);
  }

  private static void add(List<String> words, int count, String one, String many) {
    if (count > 0) {
      words.add(count + " " + (count == 1 ? one : many));
    }
  }
}
