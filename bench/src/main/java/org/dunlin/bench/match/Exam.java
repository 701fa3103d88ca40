package org.dunlin.bench.match;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.bench.match.World.Buyer;
import org.dunlin.core.matching.LedgerView;
import org.dunlin.core.matching.LedgerViewBuilder;
import org.dunlin.core.matching.Matcher;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;

/** One world, its payments, and how matching does over them. */
final class Exam {
  private static final int CUSTOMERS = 1_500;
  private static final int INVOICES = 12_000;
  private static final int PAYMENTS = 4_000;

  private Exam() {}

  static Marks of(long seed) {
    World world = new World(seed, CUSTOMERS, INVOICES);
    LedgerViewBuilder builder = LedgerView.of(world.company);
    builder.settledKnown();
    world.buyers.forEach(buyer -> builder.customer(buyer.customer));
    for (Invoice document : world.documents) {
      builder.document(document, document.outstanding());
    }
    Arrivals arrivals = new Arrivals(world);
    for (Buyer buyer : world.buyers) {
      if (!buyer.invoices.isEmpty()) {
        String invoice = buyer.invoices.getFirst().id();
        if (buyer.accountKnown) {
          builder.booked(old(buyer.account, buyer.customer.name()), invoice);
        }
        if (world.dice.oneIn(10)) {
          builder.booked(old(arrivals.provider(), "PAYVELO SETTLE"), invoice);
        }
      }
    }
    List<Arrival> made = arrivals.make(PAYMENTS);
    Matcher matcher = new Matcher(builder.build());
    Marks marks = new Marks();
    List<Arrival> inOrder =
        made.stream()
            .sorted(
                Comparator.comparing((Arrival each) -> each.payment().bookingDate())
                    .thenComparing(each -> each.payment().id()))
            .toList();
    Map<String, List<Allocation>> lines = new HashMap<>();
    inOrder.forEach(each -> lines.put(each.payment().id(), matcher.named(arrived(each))));
    inOrder.forEach(
        each -> lines.merge(each.payment().id(), matcher.next(arrived(each)), Exam::both));
    inOrder.forEach(each -> marks.mark(each, lines.getOrDefault(each.payment().id(), List.of())));
    return marks;
  }

  private static List<UnallocatedPayment> arrived(Arrival each) {
    return List.of(new UnallocatedPayment(each.payment(), each.payment().amount()));
  }

  private static List<Allocation> both(List<Allocation> named, List<Allocation> next) {
    return named.isEmpty() ? next : named;
  }

  private static Payment old(String account, String name) {
    return new Payment(
        "old",
        PaymentKind.TRANSFER,
        Direction.IN,
        World.START.minusDays(100),
        null,
        Money.parse("EUR 1.00"),
        name,
        AccountId.ofIban(account),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null);
  }
}
