package org.dunlin.sandbox.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.joda.money.Money;

/**
 * An invented creditor, its customers and its banks, day by day. The same seed, days and reminders
 * give the same files to the byte. Not for use by several threads.
 */
public final class World {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])\\d{4}-?\\d{4,6}(?![\\w-])");

  private final LocalDate firstDay;
  private final int days;
  private final Creditor creditor;
  private final List<Debtor> debtors;
  private final Billing billing;
  private final Plans plans;
  private final Online online;
  private final Debts debts = new Debts();
  private final Banks banks;
  private final Mishaps mishaps;
  private final Chronicle chronicle = new Chronicle();
  private final Deliveries deliveries;
  private final Elsewhere elsewhere;
  private LocalDate next;

  private World(long seed, LocalDate firstDay, int days, int customers) {
    this.firstDay = firstDay;
    this.days = days;
    this.next = firstDay;
    this.creditor = Creditor.of(seed);
    this.debtors = Debtors.of(seed, customers);
    this.elsewhere = new Elsewhere(chronicle);
    this.billing = new Billing(seed, creditor, debtors, elsewhere::numbersPlainly);
    this.plans = new Plans(seed);
    Payers payers = new Payers(seed, plans, debts);
    this.online = new Online(seed, debts, chronicle);
    this.banks =
        new Banks(creditor, payers, new DirectDebits(debts), new Overheads(seed, creditor), online);
    this.mishaps = Mishaps.of(seed, firstDay, days);
    this.deliveries = new Deliveries(seed, creditor, chronicle);
  }

  /**
   * A world before its first day, with the forty customers of the table.
   *
   * @param days how many days it lasts, weekends included
   */
  public static World of(long seed, LocalDate firstDay, int days) {
    return of(seed, firstDay, days, Debtors.inTable());
  }

  /**
   * A world before its first day.
   *
   * @param days how many days it lasts, weekends included
   * @param customers how many the company has; from forty-one on they are invented by the seed
   */
  public static World of(long seed, LocalDate firstDay, int days, int customers) {
    return new World(seed, firstDay, days, customers);
  }

  /**
   * Lets the documents of some customers be made in a program, in place of files; what is told of
   * one customer first counts. It belongs before the first day.
   *
   * @param plainNumbers whether the program knows numbers of digits alone
   */
  public void keepIn(String program, boolean plainNumbers, Predicate<Customer> customers) {
    if (!next.equals(firstDay)) {
      throw new IllegalStateException("The first day has passed.");
    }
    elsewhere.keep(program, plainNumbers, debtors, customers);
  }

  /**
   * Lets the documents of some customers come as files beside the program in which they are made,
   * so that they take two roads. It belongs before the first day.
   */
  public void fileToo(Predicate<Customer> customers) {
    elsewhere.fileToo(debtors, customers);
  }

  /** The documents made in a program since this was asked last. */
  public List<MadeDocument> made(String program) {
    return elsewhere.take(program);
  }

  /** The company whose invoices these are. */
  public Company company() {
    return creditor.company();
  }

  /** Its customers, with the account that each pays from. */
  public List<Customer> customers() {
    return debtors.stream().map(Debtor::customer).toList();
  }

  /** The addresses for which no mail server takes a mail any more. */
  public List<String> deadAddresses() {
    return debtors.stream()
        .filter(debtor -> debtor.habit() == Habit.GONE)
        .map(debtor -> debtor.customer().email())
        .filter(Objects::nonNull)
        .toList();
  }

  /** The days of this world, in order. */
  public List<LocalDate> days() {
    return firstDay.datesUntil(firstDay.plusDays(days)).toList();
  }

  /**
   * Lets a day pass: what the accounting program and the banks put into the folder on it.
   *
   * @throws IllegalArgumentException when the day is not the one after the last that passed
   */
  public List<OutsideFile> day(LocalDate day) {
    if (!day.equals(next) || !day.isBefore(firstDay.plusDays(days))) {
      throw new IllegalArgumentException(
          "days pass one after the other, from " + firstDay + " on, " + days + " in all: " + day);
    }
    next = day.plusDays(1);
    List<Document> documents = new ArrayList<>(billing.invoices(day));
    documents.sort(Comparator.comparing(elsewhere::keeps));
    boolean filed = documents.stream().anyMatch(document -> !elsewhere.keeps(document));
    Optional<Mishap> mishap = mishaps.on(day).filter(m -> filed);
    boolean late = mishap.filter(m -> m == Mishap.INVOICE_LATE).isPresent();
    if (late) {
      documents.sort(
          Comparator.comparing(elsewhere::keeps)
              .thenComparing(document -> !paysByItself(document)));
    }
    for (int i = 0; i < documents.size(); i++) {
      receive(documents.get(i), late && i == 0);
    }
    documents.addAll(creditNotes(day));
    List<BankDay> statements = BankingDays.isOne(day) ? banks.book(day) : List.of();
    elsewhere.make(documents, day);
    documents.removeIf(document -> !elsewhere.files(document));
    documents.sort(Comparator.comparing(elsewhere::keeps));
    return deliveries.of(day, documents, statements, mishap);
  }

  /**
   * A customer finds a message in its mailbox; if it names overdue invoices, the customer may pay
   * within some days. A message to anybody else, or one that names no invoice, changes nothing.
   *
   * @param on the day on which it is read, after the files of that day
   */
  public void reminderReceived(LocalDate on, String customerEmail, String subject, String body) {
    reminderReceived(on, on, customerEmail, subject, body);
  }

  /**
   * As above, for a message that may have left while the files of the day were still coming.
   *
   * @param known the last day all of whose files had come when it left: by those it is judged
   */
  public void reminderReceived(
      LocalDate on, LocalDate known, String customerEmail, String subject, String body) {
    for (String number : numbers(subject, body)) {
      debts
          .find(number)
          .filter(
              debt -> customerEmail.equalsIgnoreCase(debt.invoice().debtor().customer().email()))
          .ifPresent(debt -> remind(debt, on, known, customerEmail));
    }
  }

  /**
   * What the customer means to pay by the link of a message; empty where it pays another way, or
   * not. To be asked before the message counts as received, and to be {@link #paidOnline} where
   * just that is asked by the link.
   *
   * @param on the day on which it is read, after the files of that day
   */
  public Optional<OnlinePayment> paysByLink(
      LocalDate on, String customerEmail, String subject, String body) {
    return online.wish(on, customerEmail, numbers(subject, body));
  }

  /**
   * The customer has paid by the link.
   *
   * @param reference by which the provider knows the payment
   */
  public void paidOnline(LocalDate on, OnlinePayment payment, String reference) {
    online.paid(on, payment, reference);
  }

  /**
   * The provider pays out what it holds; the next statement of the main account tells it, in one
   * amount.
   *
   * @param reference of the settlement, which the statement shows
   */
  public void paidOut(Money amount, String reference) {
    online.payOut(amount, reference);
  }

  private static Set<String> numbers(String subject, String body) {
    Set<String> numbers = new LinkedHashSet<>();
    Matcher matcher = NUMBER.matcher(subject + "\n" + body);
    while (matcher.find()) {
      numbers.add(matcher.group());
    }
    return numbers;
  }

  /** What is really so, as far as the files delivered until now tell it. */
  public Truth truth() {
    return chronicle.truth();
  }

  private static boolean paysByItself(Document document) {
    Habit habit = document.debtor().habit();
    return habit != Habit.NEVER && habit != Habit.GONE && habit != Habit.DIRECT_DEBIT;
  }

  private void receive(Document invoice, boolean late) {
    Debt debt = new Debt(invoice);
    debt.plan(late ? plans.hurried(invoice) : plans.first(invoice));
    debts.add(debt);
  }

  private void remind(Debt debt, LocalDate on, LocalDate known, String email) {
    chronicle.reminded(new Reminder(on, known, email, debt.invoice().number()));
    if (debt.remaining().isPositive() && debt.invoice().due().isBefore(on)) {
      debt.reminded();
      debt.plan(plans.afterReminder(debt, on));
    }
  }

  /** The discounts that were taken, on working days; what is taken back, on Wednesdays. */
  private List<Document> creditNotes(LocalDate day) {
    List<Document> notes = new ArrayList<>();
    if (BankingDays.isOne(day)) {
      debts.all().stream()
          .filter(Debt::discountTaken)
          .forEach(debt -> notes.add(credited(debt, billing.discountNote(debt.invoice(), day))));
    }
    if (day.getDayOfWeek() == DayOfWeek.WEDNESDAY) {
      debts.all().stream()
          .filter(debt -> debt.creditable(day))
          .limit(Math.max(1, debtors.size() / Debtors.inTable()))
          .forEach(debt -> notes.add(credited(debt, billing.creditNote(debt.invoice(), day))));
    }
    return notes;
  }

  private static Document credited(Debt debt, Document note) {
    debt.credited(note);
    return note;
  }
}
