package org.dunlin.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.model.Customer;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Customers who pay by the link of a message, and the provider's payouts. */
class OnlineTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private static final int DAYS = 61;

  /** A world in which all overdue invoices are reminded of on its 50th day. */
  private static World reminded() {
    World world = World.of(7, FIRST, DAYS);
    world.days().subList(0, 50).forEach(world::day);
    return world;
  }

  private static List<OnlinePayment> wishes(World world, LocalDate on) {
    List<OnlinePayment> wishes = new ArrayList<>();
    for (Customer customer : world.customers()) {
      String email = customer.email();
      if (email != null) {
        String all = String.join(" ", world.truth().open().keySet());
        world.paysByLink(on, email, "Herinnering", all).ifPresent(wishes::add);
      }
    }
    return wishes;
  }

  @Test
  void someCustomersPayByTheLinkAllThatIsDueAndTheSameOnesEachTime() {
    LocalDate on = FIRST.plusDays(49);
    World world = reminded();
    List<OnlinePayment> wishes = wishes(world, on);
    assertThat(wishes).isNotEmpty().hasSizeLessThan(world.customers().size() / 2);
    assertThat(wishes(reminded(), on)).isEqualTo(wishes);
    Map<String, Money> open = world.truth().open();
    for (OnlinePayment wish : wishes) {
      assertThat(wish.amount())
          .isEqualTo(Euro.sum(wish.invoiceNumbers().stream().map(open::get).toList()));
    }
  }

  @Test
  void whatIsPaidByTheLinkIsPaidInTruthAndNotPaidAgainByBank() {
    LocalDate on = FIRST.plusDays(49);
    World world = reminded();
    OnlinePayment wish = wishes(world, on).getFirst();
    world.paidOnline(on, wish, "tr_1");
    Map<String, Money> open = world.truth().open();
    assertThat(wish.invoiceNumbers()).allSatisfy(n -> assertThat(open.get(n)).isEqualTo(Euro.ZERO));
    assertThat(world.truth().settlements())
        .filteredOn(settlement -> settlement.reference().equals("tr_1"))
        .extracting(Settlement::invoiceNumber)
        .isEqualTo(wish.invoiceNumbers());
    world.days().subList(50, DAYS).forEach(world::day);
    assertThat(world.truth().payments())
        .filteredOn(
            payment ->
                payment.meant().stream()
                    .anyMatch(s -> wish.invoiceNumbers().contains(s.invoiceNumber())))
        .filteredOn(payment -> payment.bookedOn().isAfter(on))
        .isEmpty();
  }

  @Test
  void aReminderOfTheDayItWasPaidIsNotWrongAndOneOfTheNextDayIs() {
    LocalDate on = FIRST.plusDays(49);
    World world = reminded();
    OnlinePayment wish = wishes(world, on).getFirst();
    String email =
        world.customers().stream()
            .filter(c -> world.paysByLink(on, "" + c.email(), "", all(wish)).isPresent())
            .map(Customer::email)
            .findFirst()
            .orElseThrow();
    world.paidOnline(on, wish, "tr_1");
    world.reminderReceived(on, email, "", all(wish));
    assertThat(world.truth().wrongReminders()).isEmpty();
    world.reminderReceived(on.plusDays(1), email, "", all(wish));
    assertThat(world.truth().wrongReminders()).hasSameSizeAs(wish.invoiceNumbers());
  }

  private static String all(OnlinePayment wish) {
    return String.join(" ", wish.invoiceNumbers());
  }

  @Test
  void aPayoutIsOneAmountOnTheNextStatementWithTheReferenceAndIsNoCustomersPayment() {
    World world = reminded();
    world.paidOut(Euro.cents(123456), "1234567.2610.01");
    world.days().subList(50, 54).forEach(world::day);
    Optional<TruePayment> payout =
        world.truth().payments().stream()
            .filter(payment -> payment.amount().equals(Euro.cents(123456)))
            .findFirst();
    assertThat(payout)
        .hasValueSatisfying(
            payment -> {
              assertThat(payment.other()).isEqualTo("Stg Mollie Payments");
              assertThat(payment.meant()).isEmpty();
              assertThat(payment.incoming()).isTrue();
            });
  }
}
