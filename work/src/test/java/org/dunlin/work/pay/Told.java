package org.dunlin.work.pay;

import static org.dunlin.work.pay.Owed.eur;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.WriteBack;
import org.jspecify.annotations.Nullable;

/**
 * The money of which a payment provider tells.
 *
 * @param scheme of the provider's account numbers
 */
record Told(String scheme) {
  static final Told MOLLIE = new Told("mollie");
  static final Told LEDGERLY = new Told("ledgerly");

  /** All programs take payments, and none can be told anything. */
  static final Abilities ALL_TAKE_PAYMENTS = takenBy(program -> true);

  /** So does this one only. */
  static final Abilities LEDGERLY_TAKES_PAYMENTS = takenBy("ledgerly"::equals);

  private static Abilities takenBy(Predicate<String> programs) {
    return new Abilities() {
      @Override
      public Set<WriteBack> told(String program) {
        return Set.of();
      }

      @Override
      public boolean takesPayments(String program) {
        return programs.test(program);
      }
    };
  }

  /** What came in for an attempt to pay, today. */
  Payment came(String id, UUID attempt, String amount) {
    return moved(
        id, PaymentKind.TRANSFER, Direction.IN, Owed.TODAY, amount, attempt.toString(), null);
  }

  /** What of another went back today. */
  Payment wentBack(String id, String of, String amount) {
    return moved(id, PaymentKind.RETURN, Direction.OUT, Owed.TODAY, amount, null, of);
  }

  Payment moved(
      String id,
      PaymentKind kind,
      Direction direction,
      LocalDate on,
      String amount,
      @Nullable String endToEndId,
      @Nullable String returnOf) {
    return new Payment(
        id,
        kind,
        direction,
        on,
        null,
        eur(amount),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        endToEndId,
        null,
        new AccountId(null, "pfl_1", scheme),
        returnOf,
        null);
  }
}
