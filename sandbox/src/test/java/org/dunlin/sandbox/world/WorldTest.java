package org.dunlin.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.core.model.Customer;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final Played PLAYED = Played.withReminders(7);

  @Test
  void theSameSeedAndTheSameRemindersGiveTheSameFilesToTheByte() {
    assertThat(Played.withReminders(7).byDay()).isEqualTo(PLAYED.byDay());
  }

  @Test
  void anotherSeedGivesOtherFiles() {
    assertThat(Played.withReminders(8).files()).doesNotContainAnyElementsOf(PLAYED.files());
  }

  @Test
  void whoIsNotRemindedPaysAsWithoutAnyReminder() {
    Truth reminded = PLAYED.world().truth();
    Truth left = Played.of(7).world().truth();
    Set<String> named =
        reminded.reminders().stream().map(Reminder::invoiceNumber).collect(Collectors.toSet());
    assertThat(named).isNotEmpty();
    left.open()
        .forEach(
            (number, open) -> {
              if (!named.contains(number)) {
                assertThat(reminded.open()).containsEntry(number, open);
              }
            });
  }

  @Test
  void daysPassOneAfterTheOtherAndNotBeyondTheLast() {
    World world = World.of(1, Played.FIRST, 2);
    assertThatIllegalArgumentException().isThrownBy(() -> world.day(Played.FIRST.plusDays(1)));
    assertThat(world.day(Played.FIRST)).isNotEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> world.day(Played.FIRST));
    assertThat(world.day(Played.FIRST.plusDays(1))).isNotEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> world.day(Played.FIRST.plusDays(2)));
  }

  @Test
  void thereAreFortyCustomersOfThreeCountriesAndTwoHaveNoEmail() {
    List<Customer> customers = PLAYED.world().customers();
    assertThat(customers).hasSize(40);
    assertThat(customers).filteredOn(customer -> customer.email() == null).hasSize(2);
    assertThat(customers.stream().map(c -> c.vatNumber() == null ? "" : c.vatNumber()))
        .doesNotHaveDuplicates()
        .allMatch(vat -> vat.matches("NL\\d{9}B01|BE0\\d{9}|DE\\d{9}"));
    assertThat(customers.stream().flatMap(customer -> customer.ibans().stream()))
        .hasSize(40)
        .doesNotHaveDuplicates()
        .allMatch(iban -> CheckDigits.remainder97(iban.substring(4) + iban.substring(0, 4)) == 1);
  }

  @Test
  void noNameOfAFileIsUsedTwice() {
    assertThat(PLAYED.files().stream().map(OutsideFile::name)).doesNotHaveDuplicates();
  }

  @Test
  void everyWayOfWritingAFileOccurs() {
    assertThat(PLAYED.files().stream().map(OutsideFile::writing).distinct())
        .containsExactlyInAnyOrder(OutsideFile.Writing.values());
  }

  @Test
  void whoPaysOnlyWhenRemindedDoesNotPayWithoutAReminder() {
    Set<String> unreminded = payersOf(Played.of(7));
    Set<String> reminded = payersOf(PLAYED);
    Set<String> waiting = names(Habit.AFTER_REMINDER);
    assertThat(unreminded).doesNotContainAnyElementsOf(waiting);
    assertThat(reminded).containsAnyElementsOf(waiting);
  }

  @Test
  void whoNeverPaysDoesNotPayEvenWhenReminded() {
    assertThat(payersOf(PLAYED)).doesNotContainAnyElementsOf(names(Habit.NEVER));
  }

  @Test
  void aMailToSomebodyElseChangesNothing() {
    World world = World.of(7, Played.FIRST, Played.DAYS);
    for (LocalDate day : world.days()) {
      world.day(day);
      String all = String.join(" ", world.truth().open().keySet());
      world.reminderReceived(day, "stranger@nowhere.example", all, all);
    }
    assertThat(world.truth().reminders()).isEmpty();
    assertThat(world.truth().open()).isEqualTo(Played.of(7).world().truth().open());
  }

  @Test
  void aMailIsReadForWholeInvoiceNumbersInSubjectAndBody() {
    World world = World.of(7, Played.FIRST, 1);
    world.day(Played.FIRST);
    String number = world.truth().open().keySet().iterator().next();
    for (Customer customer : world.customers()) {
      String email = String.valueOf(customer.email());
      world.reminderReceived(Played.FIRST, email, "Re: 9" + number, "A" + number + "-1");
    }
    assertThat(world.truth().reminders()).isEmpty();
    for (Customer customer : world.customers()) {
      String email = String.valueOf(customer.email());
      world.reminderReceived(Played.FIRST, email, "Reminder", "<b>" + number + "</b>,");
    }
    assertThat(world.truth().reminders())
        .singleElement()
        .satisfies(reminder -> assertThat(reminder.invoiceNumber()).isEqualTo(number));
  }

  private static Set<String> payersOf(Played played) {
    Set<String> names = new HashSet<>();
    for (TruePayment payment : played.world().truth().payments()) {
      if (payment.incoming() && payment.other() != null) {
        names.add(payment.other());
      }
    }
    return names;
  }

  private static Set<String> names(Habit habit) {
    return Debtors.of(7, 40).stream()
        .filter(debtor -> debtor.habit() == habit)
        .map(debtor -> debtor.payer().name())
        .collect(Collectors.toSet());
  }
}
