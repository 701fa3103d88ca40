package org.dunlin.work.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dunlin.core.model.Customer;
import org.jspecify.annotations.Nullable;

/** The texts by which a person is recognised, wherever they were quoted. */
record Traces(List<String> texts) {
  /** A shorter text stands in too many places that have nothing to do with the person. */
  private static final int SHORTEST = 4;

  /**
   * @param payers names and accounts from which nobody else's payments came
   */
  static Traces of(Customer customer, List<String> payers) {
    Set<String> texts = new LinkedHashSet<>();
    add(texts, customer.name());
    add(texts, customer.email());
    add(texts, customer.phone());
    add(texts, customer.vatNumber());
    add(texts, customer.registrationNumber());
    add(texts, customer.address() == null ? null : customer.address().street());
    add(texts, customer.source() == null ? null : customer.source().id());
    customer.ibans().forEach(iban -> add(texts, iban));
    payers.forEach(payer -> add(texts, payer));
    return new Traces(new ArrayList<>(texts));
  }

  private static void add(Set<String> texts, @Nullable String text) {
    if (text != null && text.strip().length() >= SHORTEST) {
      texts.add(text.strip());
    }
  }
}
