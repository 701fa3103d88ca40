package org.dunlin.core.dunning;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.matching.BackTest;
import org.dunlin.core.matching.History.KnownPayer;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.matching.ReturnedMoney;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.Promise;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A company's books as canonical records tell them, and what of them is open on each day. {@code
 * outstanding} is the source's figure: booked allocations are in it, the others are taken off from
 * the day of their payment on. Money that is not allocated counts from its own day on.
 */
public final class CanonicalBooks {
  private final Company company;
  private final List<Customer> customers;
  private final Map<String, Invoice> invoices = new LinkedHashMap<>();
  private final Map<String, Payment> payments = new LinkedHashMap<>();
  private final List<Allocation> allocations;
  private final List<Adjustment> adjustments;
  private final List<Settled> settled;

  /**
   * @param invoices each once, credit notes among them
   * @param payments each once, returns and money that went out among them
   */
  public CanonicalBooks(
      Company company,
      Collection<Customer> customers,
      Collection<Invoice> invoices,
      Collection<Payment> payments,
      List<Allocation> allocations,
      List<Adjustment> adjustments) {
    this.company = company;
    this.customers = List.copyOf(customers);
    invoices.forEach(each -> this.invoices.put(each.id(), each));
    payments.forEach(each -> this.payments.put(each.id(), each));
    this.allocations = List.copyOf(allocations);
    this.adjustments = List.copyOf(adjustments);
    this.settled = settle();
  }

  /** The invoices of which the source says that something is open, with what it says. */
  public List<OpenInvoice> open() {
    return invoices.values().stream()
        .filter(CanonicalBooks::isOpen)
        .map(invoice -> new OpenInvoice(invoice, invoice.outstanding()))
        .toList();
  }

  /** Whether it can be dunned, as far as its source says. */
  public static boolean isOpen(Invoice invoice) {
    return invoice.kind() == InvoiceKind.INVOICE
        && invoice.status() == InvoiceStatus.OPEN
        && invoice.outstanding().isPositive();
  }

  /** What was allocated, booked or adjusted, with the day of its payment where that is known. */
  public List<Settled> booked() {
    List<Settled> found = new ArrayList<>(settled);
    Set<String> lines = new HashSet<>();
    for (Allocation each : allocations) {
      if (each.decision() == Decision.BOOKED) {
        lines.add(each.paymentId() + "/" + each.invoiceId());
        settle(found, each.invoiceId(), day(each), each.amount());
      }
    }
    for (Adjustment each : adjustments) {
      if (lines.contains(each.paymentId() + "/" + each.invoiceId())) {
        settle(found, each.invoiceId(), dayOfPayment(each.paymentId()), each.amount());
      }
    }
    found.removeIf(each -> each.on().equals(LocalDate.MIN));
    return found;
  }

  /**
   * The invoices as they were before what is {@link #booked}; one that is paid and of which nobody
   * knows when is left out.
   */
  public List<OpenInvoice> before() {
    Map<String, Money> dated = new HashMap<>();
    booked().forEach(each -> dated.merge(each.invoiceId(), each.amount(), Money::plus));
    Map<String, Money> taken = new HashMap<>();
    settled.forEach(each -> taken.merge(each.invoiceId(), each.amount(), Money::plus));
    List<OpenInvoice> before = new ArrayList<>();
    for (Invoice each : invoices.values()) {
      Money zero = Money.zero(each.currency());
      Money now =
          isOpen(each) ? each.outstanding().minus(taken.getOrDefault(each.id(), zero)) : zero;
      Money open = (now.isNegative() ? zero : now).plus(dated.getOrDefault(each.id(), zero));
      if (each.kind() == InvoiceKind.INVOICE
          && each.status() != InvoiceStatus.VOID
          && open.isPositive()) {
        before.add(new OpenInvoice(BackTest.reopened(each), open));
      }
    }
    return before;
  }

  /**
   * How risky customers are on a day, as the payments up to it show; who is not there is UNKNOWN.
   */
  public Map<String, RiskLevel> risks(LocalDate day, Collection<Promise> promises) {
    Map<String, LocalDate> lastPaid = new HashMap<>();
    for (Allocation each : allocations) {
      LocalDate paid = dayOfPayment(each.paymentId());
      boolean counts = each.decision() == Decision.BOOKED || applies(each.decision());
      if (counts && !paid.equals(LocalDate.MIN) && !paid.isAfter(day)) {
        lastPaid.merge(each.invoiceId(), paid, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    Map<String, Money> settledBy = new HashMap<>();
    for (Settled each : booked()) {
      if (!each.on().isAfter(day)) {
        settledBy.merge(each.invoiceId(), each.amount(), Money::plus);
      }
    }
    BehaviourOfBooks behaviour = new BehaviourOfBooks(company, customers, day);
    for (OpenInvoice each : before()) {
      String id = each.invoice().id();
      Money settledSum = settledBy.getOrDefault(id, Money.zero(each.invoice().currency()));
      behaviour.take(each.invoice(), each.open().minus(settledSum), lastPaid.get(id));
    }
    promises.forEach(behaviour::take);
    return behaviour.levels();
  }

  /** What was allocated or adjusted and is not in the source's figure, with its day. */
  public List<Settled> settled() {
    return settled;
  }

  /** What the money that is allocated to nothing could settle, of all that is booked by a day. */
  public List<PlausiblyPaid> plausiblyPaid(LocalDate last) {
    List<UnallocatedPayment> unallocated = unallocated(last);
    if (unallocated.isEmpty()) {
      return List.of();
    }
    UndecidedMoney money =
        new UndecidedMoney(
            new MatchFacts(company, customers, documents(last), List.of(), Set.of()),
            knownPayers());
    money.cameIn(pages -> pages.accept(unallocated));
    return money.plausiblyPaid();
  }

  private List<OpenDocument> documents(LocalDate last) {
    Map<String, Money> taken = new HashMap<>();
    for (Settled each : settled) {
      if (!each.on().isAfter(last)) {
        taken.merge(each.invoiceId(), each.amount(), Money::plus);
      }
    }
    List<OpenDocument> documents = new ArrayList<>();
    for (Invoice document : invoices.values()) {
      Money less = taken.get(document.id());
      Money open = less == null ? document.outstanding() : document.outstanding().minus(less);
      if (document.status() == InvoiceStatus.OPEN && open.isPositive()) {
        documents.add(new OpenDocument(document, open));
      }
    }
    return documents;
  }

  private List<Settled> settle() {
    List<Settled> found = new ArrayList<>();
    Set<String> booked = new HashSet<>();
    Map<String, LocalDate> undone = undone();
    for (Allocation each : allocations) {
      if (each.decision() == Decision.BOOKED) {
        booked.add(each.paymentId() + "/" + each.invoiceId());
      } else if (applies(each.decision())) {
        // The line of a return takes its amount back from what was paid.
        Money amount = isReturn(each.paymentId()) ? each.amount().negated() : each.amount();
        settle(found, each.invoiceId(), day(each), amount);
        goBack(found, each.invoiceId(), undone.get(String.valueOf(each.paymentId())), amount);
      }
    }
    for (Adjustment each : adjustments) {
      if (!booked.contains(each.paymentId() + "/" + each.invoiceId())) {
        settle(found, each.invoiceId(), dayOfPayment(each.paymentId()), each.amount());
        LocalDate back = undone.get(String.valueOf(each.paymentId()));
        goBack(found, each.invoiceId(), back, each.amount());
      }
    }
    return found;
  }

  private boolean isReturn(@Nullable String paymentId) {
    Payment payment = paymentId == null ? null : payments.get(paymentId);
    return payment != null && payment.kind() == PaymentKind.RETURN;
  }

  private void goBack(List<Settled> found, String invoiceId, @Nullable LocalDate on, Money amount) {
    if (on != null) {
      settle(found, invoiceId, on, amount.negated());
    }
  }

  /**
   * The payments that went back as a whole, and the day from which they settle nothing; but not
   * where lines of the return itself say what is open again.
   */
  private Map<String, LocalDate> undone() {
    Set<String> said = new HashSet<>();
    allocations.forEach(line -> said.add(String.valueOf(line.paymentId())));
    Map<String, LocalDate> undone = new HashMap<>();
    for (Payment back : payments.values()) {
      String returnOf = back.kind() == PaymentKind.RETURN ? back.returnOf() : null;
      Payment payment = returnOf == null ? null : payments.get(returnOf);
      if (payment != null && payment.amount().equals(back.amount()) && !said.contains(back.id())) {
        undone.put(payment.id(), back.bookingDate());
      }
    }
    return undone;
  }

  /** A line without a currency has its invoice's, which may stand below it in the file. */
  private void settle(List<Settled> found, String invoiceId, LocalDate on, Money amount) {
    Invoice invoice = invoices.get(invoiceId);
    if (invoice != null) {
      Money ofTheInvoice =
          amount.isSameCurrency(invoice.total())
              ? amount
              : Money.of(invoice.currency(), amount.getAmount(), RoundingMode.HALF_EVEN);
      found.add(new Settled(invoiceId, on, ofTheInvoice));
    }
  }

  private LocalDate day(Allocation allocation) {
    Invoice creditNote =
        allocation.creditNoteId() == null ? null : invoices.get(allocation.creditNoteId());
    return creditNote == null ? dayOfPayment(allocation.paymentId()) : creditNote.issueDate();
  }

  private LocalDate dayOfPayment(@Nullable String paymentId) {
    Payment payment = paymentId == null ? null : payments.get(paymentId);
    return payment == null ? LocalDate.MIN : payment.bookingDate();
  }

  /** For whom accounts paid, as programs booked and people decided. */
  private List<KnownPayer> knownPayers() {
    List<KnownPayer> known = new ArrayList<>();
    for (Allocation each : allocations) {
      Payment payment = each.paymentId() == null ? null : payments.get(each.paymentId());
      Invoice invoice = invoices.get(each.invoiceId());
      boolean proved =
          switch (each.decision()) {
            case BOOKED, CONFIRMED, MANUAL -> true;
            case AUTOMATIC, SUGGESTED, CONFLICT -> false;
          };
      if (proved && payment != null && payment.payerAccount() != null && invoice != null) {
        known.add(
            new KnownPayer(
                payment.payerAccount().key(), invoice.customerId(), payment.payerName()));
      }
    }
    return known;
  }

  private List<UnallocatedPayment> unallocated(LocalDate last) {
    Map<String, Money> used = new HashMap<>();
    for (Allocation each : allocations) {
      boolean holds = each.decision() == Decision.BOOKED || applies(each.decision());
      if (holds && each.paymentId() != null) {
        used.merge(each.paymentId(), each.amount(), Money::plus);
      }
    }
    List<Payment> there =
        payments.values().stream().filter(payment -> !payment.bookingDate().isAfter(last)).toList();
    Set<String> returned = ReturnedMoney.of(there);
    return there.stream()
        .filter(payment -> !returned.contains(payment.id()))
        .sorted(Comparator.comparing(Payment::bookingDate).thenComparing(Payment::id))
        .map(payment -> new UnallocatedPayment(payment, left(payment, used.get(payment.id()))))
        .filter(payment -> payment.unallocated().isPositive())
        .toList();
  }

  private static Money left(Payment payment, @Nullable Money used) {
    return used == null || !used.isSameCurrency(payment.amount())
        ? payment.amount()
        : payment.amount().minus(used);
  }

  private static boolean applies(Decision decision) {
    return switch (decision) {
      case AUTOMATIC, CONFIRMED, MANUAL -> true;
      case SUGGESTED, BOOKED, CONFLICT -> false;
    };
  }
}
