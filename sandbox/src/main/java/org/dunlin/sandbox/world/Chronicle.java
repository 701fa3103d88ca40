package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened, and since when the folder's files tell it. */
final class Chronicle {
  /** A document whose file came. */
  record Delivered(Document document, LocalDate on) {}

  /**
   * A movement whose statement came.
   *
   * @param bookedOn the booking date
   * @param known the day on which a good statement told it
   */
  record Booked(
      String bankReference,
      String accountIban,
      LocalDate bookedOn,
      LocalDate known,
      Movement movement) {}

  private final Map<String, Delivered> documents = new LinkedHashMap<>();
  private final List<Booked> bookings = new ArrayList<>();
  private final List<Disorder> disorder = new ArrayList<>();
  private final List<Reminder> reminders = new ArrayList<>();

  void delivered(Document document, LocalDate on) {
    documents.putIfAbsent(document.number(), new Delivered(document, on));
  }

  void delivered(BankDay statement, LocalDate on) {
    for (Entry entry : statement.entries()) {
      for (int i = 0; i < entry.movements().size(); i++) {
        bookings.add(
            new Booked(
                entry.bankReference(i),
                statement.account().iban(),
                statement.day(),
                on,
                entry.movements().get(i)));
      }
    }
  }

  /**
   * A payment at the provider, which a hub hears of at once: a reminder of the day after is late.
   */
  void paidOnline(String reference, LocalDate on, Movement movement) {
    bookings.add(new Booked(reference, Online.ACCOUNT, on, on.plusDays(1), movement));
  }

  void disorder(Disorder happened) {
    disorder.add(happened);
  }

  void reminded(Reminder reminder) {
    reminders.add(reminder);
  }

  /** What is known now; later events do not change it. */
  Truth truth() {
    return new Truth(List.copyOf(documents.values()), bookings, disorder, reminders);
  }
}
