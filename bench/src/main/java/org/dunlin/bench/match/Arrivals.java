package org.dunlin.bench.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.bench.match.World.Buyer;
import org.dunlin.core.model.Invoice;
import org.jspecify.annotations.Nullable;

/** Payments in all situations over a world, day after day, with the truth of each. */
final class Arrivals {
  /** Where less than is open settles it. */
  private static final Set<Situation> SETTLED_BY_LESS =
      EnumSet.of(Situation.DISCOUNT, Situation.CHARGES, Situation.ROUNDING);

  /** What pays no open invoice. */
  private static final Set<Situation> OF_STRANGERS =
      EnumSet.of(
          Situation.TWICE,
          Situation.BEFORE_THE_INVOICE,
          Situation.OTHER_CURRENCY,
          Situation.PAYOUT,
          Situation.NO_CUSTOMERS_MONEY,
          Situation.OWN_MONEY,
          Situation.RETURN);

  private static final int TRIES = 200;

  private final World world;
  private final Dice dice;
  private final Hand hand;
  private final List<Situation> often = new ArrayList<>();
  private final List<Arrival> arrivals = new ArrayList<>();
  private final List<Arrival> paid = new ArrayList<>();
  private final String provider;
  private LocalDate day = World.START;

  Arrivals(World world) {
    this.world = world;
    this.dice = world.dice;
    this.hand = new Hand(dice);
    this.provider = dice.iban("NL");
    for (Situation situation : Situation.values()) {
      for (int i = 0; i < situation.often; i++) {
        often.add(situation);
      }
    }
  }

  String provider() {
    return provider;
  }

  List<Arrival> make(int count) {
    for (int i = 0; i < count; i++) {
      day = World.START.plusDays(25L * i / count);
      Arrival arrival = null;
      for (int tries = 0; arrival == null && tries < TRIES; tries++) {
        arrival = one(dice.of(often));
      }
      arrivals.add(Objects.requireNonNull(arrival));
      if (!arrival.ambiguous() && !arrival.truth().isEmpty()) {
        boolean settled = SETTLED_BY_LESS.contains(arrival.situation());
        arrival
            .truth()
            .forEach((id, cents) -> world.open.merge(id, -cents, (a, b) -> settled ? 0 : a + b));
        paid.add(arrival);
      }
    }
    return arrivals;
  }

  private @Nullable Arrival one(Situation situation) {
    Buyer buyer = dice.of(world.buyers);
    List<Invoice> open = owed(buyer);
    Invoice invoice = open.isEmpty() ? null : dice.of(open);
    Draft draft = new Draft(situation, "p-" + (100_000 + arrivals.size()), day);
    if (OF_STRANGERS.contains(situation)) {
      return new Strangers(world, hand, provider).one(draft, buyer, invoice, paid);
    }
    if (invoice == null) {
      return null;
    }
    draft.by(
        hand.name(buyer), dice.oneIn(2) || buyer.accountKnown ? buyer.account : dice.iban("LT"));
    draft.pays(List.of(invoice), world);
    String number = invoice.number();
    return switch (situation) {
      case REFERENCE -> reference(draft, invoice.paymentReference());
      case REFERENCE_DAMAGED ->
          invoice.paymentReference() == null || unsure(open, invoice)
              ? null
              : reference(draft, hand.mistyped(invoice.paymentReference()));
      case NUMBER -> draft.text(hand.text(buyer, number)).done();
      case NUMBER_REWRITTEN -> draft.text(hand.text(buyer, hand.rewritten(number))).done();
      case NUMBER_WRAPPED -> draft.text(hand.text(buyer, hand.wrapped(number))).done();
      case NUMBER_MISTYPED ->
          unsure(open, invoice) ? null : draft.text(hand.text(buyer, hand.mistyped(number))).done();
      case LIST, LIST_SHORT, RANGE -> listed(draft, buyer, open);
      case ORDER ->
          invoice.orderReference() == null
              ? null
              : draft.text(hand.text(buyer, invoice.orderReference())).done();
      case CUSTOMER_NUMBER ->
          unsure(open, invoice)
              ? null
              : draft
                  .by(dice.word() + " " + dice.word(), dice.iban("BE"))
                  .text("" + buyer.customer.number())
                  .done();
      case KNOWN_ACCOUNT ->
          !buyer.accountKnown || unsure(open, invoice)
              ? null
              : draft.by(hand.name(buyer), buyer.account).text(dice.of(buyer.words.saying)).done();
      case NAME ->
          unsure(open, invoice) || shared(buyer)
              ? null
              : draft
                  .by(hand.name(buyer), dice.iban(buyer.words.country))
                  .text(dice.of(buyer.words.saying))
                  .done();
      case NAME_WRITTEN_OTHERWISE ->
          unsure(open, invoice) || shared(buyer)
              ? null
              : draft
                  .by(hand.otherName(buyer), dice.iban(buyer.words.country))
                  .text(dice.of(buyer.words.saying))
                  .done();
      case SUM -> sum(draft, buyer, open);
      case CREDIT_NOTE -> credited(draft, buyer, invoice);
      case DISCOUNT -> discounted(draft, buyer, open);
      case CHARGES -> draft.less(dice.between(3, 12) * 50L).text(hand.text(buyer, number)).done();
      case ROUNDING -> draft.less(dice.between(1, 4)).text(hand.text(buyer, number)).done();
      case PART -> draft.share(dice.between(25, 75)).text(hand.text(buyer, number)).done();
      case TOO_MUCH -> draft.more(dice.between(700, 9_000)).text(hand.text(buyer, number)).done();
      case THIRD_PARTY ->
          draft.by(dice.word() + " Beheer", dice.iban("LU")).text(hand.text(buyer, number)).done();
      case PROVIDER ->
          draft.by("PAYVELO SETTLE", provider).text(number + " " + dice.digits(12)).done();
      case EQUAL_AMOUNTS -> equal(draft, buyer, open, invoice);
      case NOBODY_KNOWN ->
          draft.by(null, dice.iban("CY")).text(dice.of(buyer.words.saying)).ambiguous();
      case ON_ACCOUNT ->
          open.size() < 4 || !buyer.accountKnown
              ? null
              : draft
                  .by(hand.name(buyer), buyer.account)
                  .onAccount(open, 10_000L * dice.between(2, 60), world)
                  .ambiguous();
      case TWICE,
          BEFORE_THE_INVOICE,
          OTHER_CURRENCY,
          PAYOUT,
          NO_CUSTOMERS_MONEY,
          OWN_MONEY,
          RETURN ->
          null;
    };
  }

  private List<Invoice> owed(Buyer buyer) {
    return buyer.invoices.stream()
        .filter(each -> world.open(each) > 2_000 && !each.issueDate().isAfter(day))
        .toList();
  }

  /** Whether the amount alone, of this customer, could be meant for anything else. */
  private boolean unsure(List<Invoice> open, Invoice invoice) {
    return Sums.others(open, invoice, world) > 0
        || world.open(invoice) != invoice.total().getAmountMinorLong();
  }

  private boolean shared(Buyer buyer) {
    String word = buyer.customer.name().split(" ", -1)[0];
    return world.buyers.stream().filter(each -> each.customer.name().startsWith(word)).count() > 1;
  }

  private @Nullable Arrival reference(Draft draft, @Nullable String given) {
    if (given == null) {
      return null;
    }
    return (dice.oneIn(3) ? draft.text("ref " + given) : draft.reference(given)).done();
  }

  private @Nullable Arrival listed(Draft draft, Buyer buyer, List<Invoice> open) {
    List<Invoice> some =
        open.stream()
            .skip(dice.below(Math.max(1, open.size() - 2)))
            .limit(dice.between(2, 6))
            .toList();
    if (some.size() < 2) {
      return null;
    }
    List<String> numbers = some.stream().map(Invoice::number).toList();
    String named = hand.list(numbers);
    if (draft.situation() == Situation.LIST_SHORT) {
      named =
          hand.list(
              numbers.stream()
                  .map(each -> each.replaceAll("^.*?0*([1-9][0-9]{1,4})(/[0-9]{2})?$", "$1"))
                  .toList());
    } else if (draft.situation() == Situation.RANGE) {
      List<Invoice> all = open.stream().sorted(Comparator.comparing(Invoice::number)).toList();
      int from = dice.below(all.size() - 1);
      some = all.subList(from, Math.min(all.size(), from + 4));
      named = some.getFirst().number() + " t/m " + some.getLast().number();
    }
    return draft.pays(some, world).text(hand.text(buyer, named)).done();
  }

  private @Nullable Arrival sum(Draft draft, Buyer buyer, List<Invoice> open) {
    if (open.size() < 2 || open.size() > 9 || !buyer.accountKnown) {
      return null;
    }
    List<Invoice> some = open.subList(0, dice.between(2, Math.min(4, open.size())));
    long sum = some.stream().mapToLong(world::open).sum();
    return Sums.ways(open, sum, world) != 1
        ? null
        : draft.by(hand.name(buyer), buyer.account).pays(some, world).text("").done();
  }

  private @Nullable Arrival credited(Draft draft, Buyer buyer, Invoice invoice) {
    List<Invoice> notes =
        buyer.notes.stream()
            .filter(each -> world.open(each) > 0 && world.open(each) < world.open(invoice))
            .toList();
    if (notes.isEmpty()) {
      return null;
    }
    Invoice note = notes.getFirst();
    String text = invoice.number() + " - " + note.number();
    return draft.less(world.open(note)).credit(note, world).text(text).done();
  }

  private @Nullable Arrival discounted(Draft draft, Buyer buyer, List<Invoice> open) {
    List<Invoice> early =
        open.stream()
            .filter(each -> each.earlyPayment() != null)
            .filter(each -> !Objects.requireNonNull(each.earlyPayment()).until().isBefore(day))
            .toList();
    if (early.isEmpty()) {
      return null;
    }
    Invoice invoice = dice.of(early);
    long discount = Math.round(world.open(invoice) * 0.025);
    return draft
        .pays(List.of(invoice), world)
        .less(discount)
        .text(hand.text(buyer, invoice.number()))
        .done();
  }

  private @Nullable Arrival equal(Draft draft, Buyer buyer, List<Invoice> open, Invoice invoice) {
    Map<Long, List<Invoice>> byAmount = open.stream().collect(Collectors.groupingBy(world::open));
    return byAmount.getOrDefault(world.open(invoice), List.of()).size() < 2 || !buyer.accountKnown
        ? null
        : draft.by(hand.name(buyer), buyer.account).text("").ambiguous();
  }
}
