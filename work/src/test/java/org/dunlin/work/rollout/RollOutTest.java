package org.dunlin.work.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.company.RollOutTicks.Tick;
import org.dunlin.work.BankFile;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.ChangePlans;
import org.dunlin.work.dun.ChangePlans.Chosen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each point before a step is checked by itself, and what blocks keeps the step away. */
class RollOutTest {
  private static final LocalDate DUE = TestHub.TODAY.minusDays(10);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final RollOut rollOut = new RollOut(hub.stores, new MailSender("hub@acme.example"));

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aNewCompanyStandsInShadowAndLacksWhatTestNeeds() {
    Standing standing = rollOut.of("acme");

    assertThat(standing.now()).isEqualTo(Rung.SHADOW);
    assertThat(held(standing, Rung.TEST)).containsExactly(Point.INVOICES_THERE);
    assertThat(held(standing, Rung.GROUP))
        .containsExactly(
            Point.INVOICES_THERE,
            Point.BANK_READ,
            Point.TEST_MESSAGE_RECEIVED,
            Point.FIRST_REMINDERS_REVIEWED);
    assertThat(standing.points()).extracting(CheckedPoint::point).containsExactly(Point.values());
  }

  @Test
  void aCompanyWithoutAccountsMailboxOrMailServerIsHeldByEach() {
    hub.company("bare", DunningMode.SHADOW, null);
    Standing standing = new RollOut(hub.stores, new MailSender("")).of("bare");

    assertThat(held(standing, Rung.TEST))
        .containsExactly(
            Point.ACCOUNTS_KNOWN, Point.INVOICES_THERE, Point.TEST_MAILBOX, Point.MAIL_LEAVES);
    assertThat(point(standing, Point.BANK_READ).done()).isFalse();
  }

  @Test
  void aMissingStatementIsNamedWithItsAccountUntilTheLastBankingDayIsCovered() {
    assertThat(point(rollOut.of("acme"), Point.BANK_READ).found())
        .containsExactly(1, 1, TestHub.IBAN, LocalDate.of(2026, 11, 23));

    cover(LocalDate.of(2026, 11, 23));

    assertThat(point(rollOut.of("acme"), Point.BANK_READ).done()).isTrue();
  }

  @Test
  void dueDatesThatCannotBeAreCounted() {
    invoice("A", DUE);
    assertThat(point(rollOut.of("acme"), Point.DUE_DATES).done()).isTrue();
    hub.sql("update invoice set due_date = issue_date - 1");
    assertThat(point(rollOut.of("acme"), Point.DUE_DATES).found()).containsExactly(1, 0, 1);
    hub.sql("update invoice set due_date = null");
    CheckedPoint undated = point(rollOut.of("acme"), Point.DUE_DATES);
    assertThat(undated.found()).containsExactly(1, 1, 0);
    assertThat(undated.holds()).isTrue();
  }

  @Test
  void whatOnlyAPersonKnowsIsTickedWithNameAndDayOnceAndTakenBack() {
    assertThat(rollOut.tick("acme", Point.TEST_MESSAGE_RECEIVED, "ann")).isTrue();
    assertThat(rollOut.tick("acme", Point.TEST_MESSAGE_RECEIVED, "bob")).isFalse();

    CheckedPoint ticked = point(rollOut.of("acme"), Point.TEST_MESSAGE_RECEIVED);
    assertThat(ticked.done()).isTrue();
    assertThat(ticked.tick()).isEqualTo(new Tick("ann", TestHub.TODAY));
    assertThat(rollOut.untick("acme", Point.TEST_MESSAGE_RECEIVED, "bob")).isTrue();
    assertThat(point(rollOut.of("acme"), Point.TEST_MESSAGE_RECEIVED).done()).isFalse();
    assertThat(
            hub.jdbc()
                .sql("select count(*) from journal where event like 'ROLL_OUT%'")
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void whatTheHubChecksItselfNobodyTicks() {
    assertThat(rollOut.tick("acme", Point.BANK_READ, "ann")).isFalse();
    assertThat(point(rollOut.of("acme"), Point.BANK_READ).done()).isFalse();
  }

  @Test
  void aCompanyIsLiveForAGroupWhileAPlanOnlyShadowsAndThenForAll() {
    hub.decisions.switchTo("acme", DunningMode.LIVE, "ann", "");
    assertThat(rollOut.of("acme").now()).isEqualTo(Rung.ALL);

    ChangePlans plans = new ChangePlans(hub.stores);
    plans.choose(
        "acme", List.of(new Chosen("nl-business", false), new Chosen("standard", true)), "ann");
    Standing group = rollOut.of("acme");
    assertThat(group.now()).isEqualTo(Rung.GROUP);
    assertThat(point(group, Point.GROUP_CHOSEN).done()).isTrue();

    plans.choose(
        "acme", List.of(new Chosen("nl-business", false), new Chosen("standard", false)), "ann");
    assertThat(rollOut.of("acme").now()).isEqualTo(Rung.ALL);
  }

  @Test
  void oneCompanysTicksAreNoOthers() {
    hub.company("other", DunningMode.SHADOW, "t@other.example", "NL20INGB0001234567");
    rollOut.tick("acme", Point.BACK_TESTED, "ann");
    assertThat(point(rollOut.of("other"), Point.BACK_TESTED).done()).isFalse();
  }

  private void invoice(String number, LocalDate due) {
    hub.offer(number + ".xml", InvoiceFile.of(number, "c1", due, "100.00").bytes());
    hub.settle();
  }

  private void cover(LocalDate day) {
    hub.offer("bank.xml", BankFile.day(TestHub.IBAN, day).bytes());
    hub.settle();
  }

  private static List<Point> held(Standing standing, Rung rung) {
    return standing.holding(rung).stream().map(CheckedPoint::point).toList();
  }

  private static CheckedPoint point(Standing standing, Point point) {
    return standing.points().stream()
        .filter(each -> each.point() == point)
        .findFirst()
        .orElseThrow();
  }
}
