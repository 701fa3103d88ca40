package org.dunlin.bench.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;

/**
 * A payment with the truth of it.
 *
 * @param ambiguous whether more than one answer is right, so that nothing may be applied
 * @param truth what each document gets or gives, in cents; empty where nothing is to be matched
 */
record Arrival(Situation situation, Payment payment, boolean ambiguous, Map<String, Long> truth) {
  static Map<String, Long> of(List<Invoice> invoices, World world) {
    Map<String, Long> truth = new LinkedHashMap<>();
    new ArrayList<>(invoices).forEach(each -> truth.put(each.id(), world.open(each)));
    return truth;
  }
}
