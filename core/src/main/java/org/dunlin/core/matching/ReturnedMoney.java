package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.jspecify.annotations.Nullable;

/**
 * Which money that came in went back: a return names what it undoes, of the same amount, on the
 * same account and no later. Where it could be several, none is said to have gone.
 */
public final class ReturnedMoney {
  private ReturnedMoney() {}

  /** The ids of the payments among these that were returned; the order means nothing. */
  public static Set<String> of(Collection<Payment> payments) {
    Map<String, List<Payment>> byName = new HashMap<>();
    for (Payment payment : payments) {
      if (payment.direction() == Direction.IN && payment.kind() != PaymentKind.RETURN) {
        for (String name : names(payment)) {
          byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(payment);
        }
      }
    }
    Set<String> returned = new HashSet<>();
    for (Payment back : payments) {
      String undone = back.returnOf();
      if (back.kind() == PaymentKind.RETURN
          && back.direction() == Direction.OUT
          && undone != null) {
        List<Payment> fitting =
            byName.getOrDefault(undone, List.of()).stream()
                .filter(payment -> undoes(back, payment))
                .toList();
        if (fitting.size() == 1) {
          returned.add(fitting.getFirst().id());
        }
      }
    }
    return Set.copyOf(returned);
  }

  private static Set<String> names(Payment payment) {
    Set<String> names = new HashSet<>();
    names.add(payment.id());
    if (payment.endToEndId() != null) {
      names.add(payment.endToEndId());
    }
    return names;
  }

  private static boolean undoes(Payment back, Payment payment) {
    return back.amount().equals(payment.amount())
        && !payment.bookingDate().isAfter(back.bookingDate())
        && Objects.equals(key(back.account()), key(payment.account()));
  }

  private static @Nullable String key(@Nullable AccountId account) {
    return account == null ? null : account.key();
  }
}
