package org.dunlin.core.agreement;

import java.time.LocalDate;
import java.util.Optional;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.Instalment;
import org.joda.money.Money;

/**
 * What a company agrees to.
 *
 * @param mostInstalments so many instalments at most
 * @param mostDays so many days from today to the last instalment at most
 * @param least no instalment is less, but for the last; of arrangements in another currency nothing
 *     is said
 */
public record ArrangementRules(int mostInstalments, int mostDays, Money least) {

  /** What stands against an arrangement. */
  public enum Breach {
    /** It has no instalment, or one of nothing. */
    NO_AMOUNT,
    /** An instalment is not later than the one before. */
    NOT_IN_ORDER,
    /** The first instalment is due in the past. */
    IN_THE_PAST,
    /** The instalments are together not what is open of the invoices. */
    OTHER_SUM,
    /** It has more instalments than the company agrees to. */
    TOO_MANY,
    /** It takes longer than the company agrees to. */
    TOO_LONG,
    /** An instalment is less than the company agrees to. */
    TOO_SMALL
  }

  /** Whether it is an arrangement over these invoices at all; the first thing that is wrong. */
  public static Optional<Breach> unsound(Arrangement arrangement, Money open, LocalDate today) {
    Money sum = Money.zero(arrangement.currency());
    LocalDate last = null;
    for (Instalment instalment : arrangement.instalments()) {
      if (!instalment.amount().isPositive()) {
        return Optional.of(Breach.NO_AMOUNT);
      }
      if (last != null && !instalment.dueDate().isAfter(last)) {
        return Optional.of(Breach.NOT_IN_ORDER);
      }
      last = instalment.dueDate();
      sum = sum.plus(instalment.amount());
    }
    if (last == null) {
      return Optional.of(Breach.NO_AMOUNT);
    }
    if (arrangement.instalments().getFirst().dueDate().isBefore(today)) {
      return Optional.of(Breach.IN_THE_PAST);
    }
    return sum.isEqual(open) ? Optional.empty() : Optional.of(Breach.OTHER_SUM);
  }

  /** Which rule stands against agreeing to it today; the first one. */
  public Optional<Breach> against(Arrangement arrangement, LocalDate today) {
    int instalments = arrangement.instalments().size();
    if (instalments > mostInstalments) {
      return Optional.of(Breach.TOO_MANY);
    }
    if (arrangement.instalments().getLast().dueDate().isAfter(today.plusDays(mostDays))) {
      return Optional.of(Breach.TOO_LONG);
    }
    boolean small =
        arrangement.currency().equals(least.getCurrencyUnit())
            && arrangement.instalments().subList(0, instalments - 1).stream()
                .anyMatch(instalment -> instalment.amount().isLessThan(least));
    return small ? Optional.of(Breach.TOO_SMALL) : Optional.empty();
  }
}
