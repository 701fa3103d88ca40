package org.dunlin.bench.match;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dunlin.bench.match.World.Buyer;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Money that pays no open invoice, however much it looks as if it did. */
final class Strangers {
  private static final List<String> OTHERS =
      List.of(
          "Omzetbelasting teruggaaf",
          "Prämie Rückerstattung",
          "Remboursement trop perçu",
          "Interest credit",
          "Zorgverzekering declaratie",
          "Subsidie beschikking");

  /** Of these the payment names what it settles, so that it can be known that it comes twice. */
  private static final Set<Situation> NAMING =
      EnumSet.of(Situation.REFERENCE, Situation.NUMBER, Situation.LIST, Situation.THIRD_PARTY);

  private final World world;
  private final Dice dice;
  private final Hand hand;
  private final String provider;

  Strangers(World world, Hand hand, String provider) {
    this.world = world;
    this.dice = world.dice;
    this.hand = hand;
    this.provider = provider;
  }

  @Nullable Arrival one(Draft draft, Buyer buyer, @Nullable Invoice invoice, List<Arrival> paid) {
    CurrencyUnit euro = CurrencyUnit.EUR;
    long amount = dice.amount();
    draft.of(PaymentKind.TRANSFER, Direction.IN, euro, amount);
    return switch (draft.situation()) {
      case TWICE -> twice(draft, paid);
      case BEFORE_THE_INVOICE ->
          draft
              .of(PaymentKind.TRANSFER, Direction.IN, euro, 5_000L * dice.between(3, 90) + 1)
              .by(hand.name(buyer), buyer.account)
              .text("proforma " + dice.digits(4) + "-" + dice.digits(2))
              .nothing();
      case OTHER_CURRENCY ->
          invoice == null
              ? null
              : draft
                  .of(
                      PaymentKind.TRANSFER,
                      Direction.IN,
                      CurrencyUnit.of("SEK"),
                      world.open(invoice))
                  .by(hand.name(buyer), buyer.account)
                  .text(hand.text(buyer, invoice.number()))
                  .nothing();
      case PAYOUT -> draft.by("PAYVELO SETTLE", provider).text("batch " + dice.digits(9)).nothing();
      case NO_CUSTOMERS_MONEY ->
          draft
              .of(
                  PaymentKind.TRANSFER,
                  dice.oneIn(3) ? Direction.OUT : Direction.IN,
                  euro,
                  invoice != null && dice.oneIn(4) ? world.open(invoice) : amount)
              .by(dice.word() + " Instituut", dice.iban("NL"))
              .text(dice.of(OTHERS) + " " + dice.digits(8))
              .nothing();
      case OWN_MONEY ->
          draft
              .by(
                  world.company.name(),
                  dice.oneIn(2)
                      ? Objects.requireNonNull(world.company.accounts().getFirst().iban())
                      : dice.iban("NL"))
              .text("overboeking " + dice.digits(7))
              .nothing();
      case RETURN ->
          paid.isEmpty()
              ? null
              : draft
                  .of(
                      PaymentKind.RETURN,
                      Direction.OUT,
                      euro,
                      dice.of(paid).payment().amount().getAmountMinorLong())
                  .by(hand.name(buyer), buyer.account)
                  .text("RETURN AC04")
                  .nothing();
      case REFERENCE,
          REFERENCE_DAMAGED,
          NUMBER,
          NUMBER_REWRITTEN,
          NUMBER_WRAPPED,
          NUMBER_MISTYPED,
          LIST,
          LIST_SHORT,
          RANGE,
          ORDER,
          CUSTOMER_NUMBER,
          KNOWN_ACCOUNT,
          NAME,
          NAME_WRITTEN_OTHERWISE,
          SUM,
          CREDIT_NOTE,
          DISCOUNT,
          CHARGES,
          ROUNDING,
          PART,
          TOO_MUCH,
          THIRD_PARTY,
          PROVIDER,
          EQUAL_AMOUNTS,
          NOBODY_KNOWN,
          ON_ACCOUNT ->
          throw new IllegalArgumentException(draft.situation() + " pays an open invoice");
    };
  }

  /** The same payment again, while nothing more is open of what it names. */
  private @Nullable Arrival twice(Draft draft, List<Arrival> paid) {
    if (paid.isEmpty()) {
      return null;
    }
    Arrival first = dice.of(paid);
    String account =
        first.payment().payerAccount() == null ? null : first.payment().payerAccount().iban();
    if (!NAMING.contains(first.situation())) {
      return null;
    }
    draft
        .of(
            PaymentKind.TRANSFER,
            Direction.IN,
            CurrencyUnit.EUR,
            first.payment().amount().getAmountMinorLong())
        .by(first.payment().payerName(), account);
    String reference = first.payment().creditorReference();
    if (reference != null) {
      draft.reference(reference);
    }
    String text = first.payment().remittance();
    return draft.text(text == null ? "" : text).nothing();
  }
}
