package org.dunlin.config.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.dunlin.core.dunning.DunningDays;
import org.dunlin.core.dunning.DunningFacts;
import org.dunlin.core.dunning.OpenInvoice;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.PlausiblyPaid;
import org.dunlin.core.dunning.Settled;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.matching.History.KnownPayer;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.matching.PlausiblePayments;
import org.dunlin.core.matching.ReturnedMoney;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.Statement;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What dunning is decided from, read from a ledger file in whatever order of lines. {@code
 * outstanding} is the source's figure: booked allocations are in it, the others are taken off from
 * the day of their payment on. Money that is not allocated counts from its own day on.
 */
final class DunningBooks {
  /** What only a running hub can know, whatever a file says. */
  private static final Set<HoldReason> OF_A_SERVER =
      EnumSet.of(HoldReason.STALE_SOURCE, HoldReason.SHADOW, HoldReason.STOPPED);

  private final Consumer<Problem> refusing;
  private final Map<String, Customer> customers = new LinkedHashMap<>();
  private final Map<String, Invoice> invoices = new LinkedHashMap<>();
  private final Map<String, Payment> payments = new LinkedHashMap<>();
  private final List<Allocation> allocations = new ArrayList<>();
  private final List<Adjustment> adjustments = new ArrayList<>();
  private final List<Action> past = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();
  private final List<Promise> promises = new ArrayList<>();
  private final List<Dispute> disputes = new ArrayList<>();
  private final List<Arrangement> arrangements = new ArrayList<>();
  private @Nullable Company company;
  private int problems;

  DunningBooks(Consumer<Problem> refusing) {
    this.refusing = refusing;
  }

  void read(Path ledger) throws IOException {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(ledger), 1 << 16)) {
      new CanonicalReader(ledger.toString()).read(stream, record -> take(record, ledger));
    }
    if (company == null) {
      refuse(ledger, "NO_COMPANY", "no line of type company was found; the ledger needs one");
    }
    for (Invoice invoice : invoices.values()) {
      if (isOpen(invoice) && !customers.containsKey(invoice.customerId())) {
        refuse(
            ledger,
            "UNKNOWN_CUSTOMER",
            "invoice %s is of customer %s, who is not in the file; add the line of the customer"
                .formatted(invoice.id(), invoice.customerId()));
      }
    }
  }

  private void take(CanonicalRecord record, Path file) {
    switch (record) {
      case Company found -> {
        if (company != null) {
          refuse(file, "TWO_COMPANIES", "the ledger holds two companies; give one at a time");
        }
        company = found;
      }
      case Customer customer -> once(customers.putIfAbsent(customer.id(), customer), record, file);
      case Invoice invoice -> once(invoices.putIfAbsent(invoice.id(), invoice), record, file);
      case Payment payment -> once(payments.putIfAbsent(payment.id(), payment), record, file);
      case Allocation allocation -> allocations.add(allocation);
      case Adjustment adjustment -> adjustments.add(adjustment);
      case Action action -> {
        // What is only DUE was never done; the day decides it anew, or it would be lost.
        if (action.state() != ActionState.DUE) {
          past.add(action);
        }
      }
      case Hold hold -> {
        if (!OF_A_SERVER.contains(hold.reason())) {
          holds.add(hold);
        }
      }
      case Promise promise -> promises.add(promise);
      case Dispute dispute -> disputes.add(dispute);
      case Arrangement arrangement -> arrangements.add(arrangement);
      case Problem problem -> refuse(problem);
      case Statement s -> {}
      case Claim c -> {}
    }
  }

  private void once(@Nullable CanonicalRecord before, CanonicalRecord record, Path file) {
    if (before != null) {
      String what =
          switch (record) {
            case Customer customer -> "customer " + customer.id();
            case Invoice invoice -> "invoice " + invoice.id();
            case Payment payment -> "payment " + payment.id();
            case CanonicalRecord other -> other.toString();
          };
      refuse(file, "TWICE", what + " is there twice; remove one");
    }
  }

  private void refuse(Path file, String code, String sentence) {
    refuse(new Problem(file.toString(), null, code, sentence));
  }

  /** Notes what is refused and hands it on. */
  void refuse(Problem problem) {
    problems++;
    refusing.accept(problem);
  }

  int problems() {
    return problems;
  }

  /** Whether there is a company to dun for. */
  boolean usable() {
    return company != null;
  }

  String words() {
    return "%d customers, %d invoices and credit notes, %d actions of before, %d problems."
        .formatted(customers.size(), invoices.size(), past.size(), problems);
  }

  /** Dunning over these books with the plans. */
  DunningDays under(List<Plan> plans, LocalDate last) {
    Company known = Objects.requireNonNull(company, "without a company there are no books");
    List<OpenInvoice> open =
        invoices.values().stream()
            .filter(DunningBooks::isOpen)
            .map(invoice -> new OpenInvoice(invoice, invoice.outstanding()))
            .toList();
    DunningFacts facts =
        new DunningFacts(
            known,
            List.copyOf(customers.values()),
            open,
            past,
            holds,
            promises,
            disputes,
            arrangements,
            plans,
            Map.of());
    List<Settled> settled = settled();
    return new DunningDays(facts, settled, plausible(known, settled, last));
  }

  private static boolean isOpen(Invoice invoice) {
    return invoice.kind() == InvoiceKind.INVOICE
        && invoice.status() == InvoiceStatus.OPEN
        && invoice.outstanding().isPositive();
  }

  /** What was allocated or adjusted and is not in the source's figure, with its day. */
  private List<Settled> settled() {
    List<Settled> settled = new ArrayList<>();
    Set<String> booked = new HashSet<>();
    Map<String, LocalDate> undone = undone();
    for (Allocation each : allocations) {
      if (each.decision() == Decision.BOOKED) {
        booked.add(each.paymentId() + "/" + each.invoiceId());
      } else if (applies(each.decision())) {
        settle(settled, each.invoiceId(), day(each), each.amount());
        LocalDate back = each.paymentId() == null ? null : undone.get(each.paymentId());
        if (back != null) {
          settle(settled, each.invoiceId(), back, each.amount().negated());
        }
      }
    }
    for (Adjustment each : adjustments) {
      if (!booked.contains(each.paymentId() + "/" + each.invoiceId())) {
        settle(settled, each.invoiceId(), dayOfPayment(each.paymentId()), each.amount());
      }
    }
    return settled;
  }

  /** The payments that went back as a whole, and the day from which they settle nothing. */
  private Map<String, LocalDate> undone() {
    Map<String, LocalDate> undone = new HashMap<>();
    for (Payment back : payments.values()) {
      String returnOf = back.kind() == PaymentKind.RETURN ? back.returnOf() : null;
      Payment payment = returnOf == null ? null : payments.get(returnOf);
      if (payment != null && payment.amount().equals(back.amount())) {
        undone.put(payment.id(), back.bookingDate());
      }
    }
    return undone;
  }

  /** A line without a currency has its invoice's, which may stand below it in the file. */
  private void settle(List<Settled> settled, String invoiceId, LocalDate on, Money amount) {
    Invoice invoice = invoices.get(invoiceId);
    if (invoice != null) {
      Money ofTheInvoice =
          amount.isSameCurrency(invoice.total())
              ? amount
              : Money.of(invoice.currency(), amount.getAmount(), RoundingMode.HALF_EVEN);
      settled.add(new Settled(invoiceId, on, ofTheInvoice));
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

  /** What the money that is allocated to nothing could settle. */
  private List<PlausiblyPaid> plausible(Company known, List<Settled> settled, LocalDate last) {
    List<UnallocatedPayment> unallocated = unallocated(last);
    if (unallocated.isEmpty()) {
      return List.of();
    }
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
    List<PlausiblyPaid> plausible = new ArrayList<>();
    MatchFacts facts =
        new MatchFacts(known, List.copyOf(customers.values()), documents, List.of(), Set.of());
    new PlausiblePayments(
            facts,
            knownPayers(),
            (invoiceId, settledBy) -> {
              Payment payment = payments.get(settledBy);
              if (payment != null) {
                plausible.add(new PlausiblyPaid(invoiceId, payment.bookingDate()));
              }
            })
        .next(unallocated);
    return plausible;
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
        payments.values().stream()
            .filter(payment -> !payment.bookingDate().isAfter(last))
            .toList();
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
