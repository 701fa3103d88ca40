package org.dunlin.sandbox.program.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An invoice or credit note; amounts are positive for both. */
public record SalesDocument(Stamp stamp, Kind kind, State state, Draft draft)
    implements Kept<SalesDocument> {
  /** Which of the two. */
  public enum Kind {
    INVOICE,
    CREDIT_NOTE
  }

  /** How far it is; whether it is paid follows from payments. */
  public enum State {
    DRAFT,
    APPROVED,
    VOIDED,
    DELETED
  }

  @Override
  public SalesDocument stamped(Stamp next) {
    return new SalesDocument(next, kind, state, draft);
  }

  public SalesDocument in(State other) {
    return new SalesDocument(stamp, kind, other, draft);
  }

  public SalesDocument with(Draft other) {
    return new SalesDocument(stamp, kind, state, other);
  }

  public boolean isInvoice() {
    return kind == Kind.INVOICE;
  }

  /** Whether it counts: neither a draft nor voided nor deleted. */
  public boolean stands() {
    return state == State.APPROVED;
  }

  public CurrencyUnit currency() {
    return draft.currency();
  }

  /** Without tax. */
  public Money net() {
    return draft.items().stream().map(Item::net).reduce(Money.zero(currency()), Money::plus);
  }

  /** The tax of each rate, rounded once. */
  public Money tax() {
    Map<BigDecimal, Money> byRate = new TreeMap<>();
    draft.items().forEach(item -> byRate.merge(item.taxPercent(), item.net(), Money::plus));
    Money tax = Money.zero(currency());
    for (Map.Entry<BigDecimal, Money> rate : byRate.entrySet()) {
      BigDecimal share = rate.getKey().movePointLeft(2);
      tax = tax.plus(rate.getValue().multipliedBy(share, RoundingMode.HALF_UP));
    }
    return tax;
  }

  public Money total() {
    return net().plus(tax());
  }
}
