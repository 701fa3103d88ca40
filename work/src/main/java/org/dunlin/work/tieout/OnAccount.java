package org.dunlin.work.tieout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.store.tieout.Compared;

/**
 * Money that a program has booked and not applied to an invoice. Of a booking the ledger does not
 * know whose it is. So such money explains that a program says less of customers only where it is,
 * in a currency, exactly what all of them lack, or where one booking is exactly what one lacks.
 */
final class OnAccount {
  /** None: the program's figure is not less what is on account. */
  static final OnAccount NONE = new OnAccount(Map.of(), List.of());

  private final Map<String, List<BigDecimal>> left = new HashMap<>();
  private final Set<String> whole = new HashSet<>();

  /**
   * By what is left of each booking.
   *
   * @param left by currency
   */
  OnAccount(Map<String, List<BigDecimal>> left, List<Compared> differing) {
    left.forEach((currency, amounts) -> this.left.put(currency, new ArrayList<>(amounts)));
    Map<String, BigDecimal> lacking = new HashMap<>();
    for (Compared each : differing) {
      BigDecimal rest = Explanation.rest(each);
      if (rest.signum() < 0 && !each.otherCurrency() && each.customerId() != null) {
        lacking.merge(each.program().getCurrencyUnit().getCode(), rest.negate(), BigDecimal::add);
      }
    }
    lacking.forEach(
        (currency, lacks) -> {
          BigDecimal all =
              left.getOrDefault(currency, List.of()).stream()
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          if (all.compareTo(lacks) == 0) {
            whole.add(currency);
          }
        });
  }

  /** Whether it explains that the program says so much less of a customer; each booking once. */
  boolean holds(String currency, BigDecimal less) {
    if (whole.contains(currency)) {
      return true;
    }
    List<BigDecimal> amounts = left.getOrDefault(currency, List.of());
    for (int index = 0; index < amounts.size(); index++) {
      if (amounts.get(index).compareTo(less) == 0) {
        amounts.remove(index);
        return true;
      }
    }
    return false;
  }
}
