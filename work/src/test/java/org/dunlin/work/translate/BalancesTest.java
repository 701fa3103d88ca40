package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Balances that come back, as those of an account swept to zero do, say nothing of an order. */
class BalancesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate FIRST = DAY.minusDays(20);
  private static final LocalDate MIDDLE = DAY.minusDays(6);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aPartOfAMonthOfASweptAccountWithOtherReferencesAsksAPerson() {
    offer("month", FIRST, DAY, "0.00", swept("R", DAY.minusDays(1)));
    offer("again", MIDDLE, DAY, "0.00", swept("S", DAY.minusDays(1)));

    assertAsked();
  }

  @Test
  void whatIsSweptOffOnItsDayIsHeldAgainstTheOther() {
    offer("month", FIRST, DAY, "0.00", swept("R", DAY));
    offer("again", MIDDLE, DAY, "0.00", swept("S", DAY));

    assertAsked();
  }

  @Test
  void aPartThatOpensWithWhatTheMonthClosedWithDoesNotFollowIt() {
    offer("month", FIRST, DAY, "50.00", in("R-0", MIDDLE.minusDays(1)), in("R-1", DAY));
    offer("again", MIDDLE, DAY, "70.00", in("S-1", DAY));

    assertAsked();
  }

  @Test
  void aBalanceThatComesBackProvesNothing() {
    offer("noon", DAY, DAY, "0.00", in("R-1", DAY));
    offer("earlier", DAY.minusDays(5), DAY.minusDays(4), "10.00", in("R-0", DAY.minusDays(5)));
    offer("again", DAY, DAY.plusDays(1), "10.00", in("S-1", DAY));

    assertAsked();
  }

  @Test
  void daysOfASweptAccountThatShareNoneAreTaken() {
    offer("one", DAY.minusDays(1), DAY.minusDays(1), "0.00", swept("R", DAY.minusDays(1)));
    offer("two", DAY, DAY, "0.00", swept("S", DAY));

    assertThat(hub.deliveries()).extracting(Seen::state).containsOnly("APPLIED");
  }

  private static Entry[] swept(String name, LocalDate day) {
    return new Entry[] {in(name + "-1", day), Entry.in(name + "-2", day, "-10.00", "Pool", "zero")};
  }

  private static Entry in(String reference, LocalDate day) {
    return Entry.in(reference, day, "10.00", "Customer c1", "thanks");
  }

  private void offer(String name, LocalDate from, LocalDate to, String opening, Entry... entries) {
    BankFile file =
        BankFile.empty().with(TestHub.IBAN, from, to, new BigDecimal(opening), List.of(entries));
    hub.offer(name, file.bytes());
    hub.settle();
  }

  private void assertAsked() {
    Seen last = hub.deliveries().getLast();
    assertThat(last.state()).isEqualTo("QUARANTINED");
    assertThat(last.reasonCode()).isEqualTo("STATEMENT_CONTRADICTED");
  }
}
