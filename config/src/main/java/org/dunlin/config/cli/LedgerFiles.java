package org.dunlin.config.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.matching.BackTest;
import org.dunlin.core.matching.BackTest.Past;
import org.dunlin.core.matching.LedgerView;
import org.dunlin.core.matching.LedgerViewBuilder;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Mandate;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.Statement;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The books of one company and its payments, from files in whatever order of lines. {@code
 * outstanding} is the source's figure: booked allocations are in it, what the hub or a person
 * allocated is taken off.
 */
final class LedgerFiles {
  private final @Nullable LocalDate asOf;
  private final Consumer<Problem> refusing;
  private final List<Customer> customers = new ArrayList<>();
  private final Map<String, Invoice> invoices = new LinkedHashMap<>();
  private final Map<String, Payment> past = new HashMap<>();
  private final Map<String, Payment> arrived = new LinkedHashMap<>();
  private final List<Allocation> decided = new ArrayList<>();
  private final List<Adjustment> adjustments = new ArrayList<>();
  private final Map<String, Money> used = new HashMap<>();
  private @Nullable Company company;
  private int problems;

  LedgerFiles(@Nullable LocalDate asOf, Consumer<Problem> refusing) {
    this.asOf = asOf;
    this.refusing = refusing;
  }

  void read(Path ledger, @Nullable Path payments) throws IOException {
    read(new CanonicalReader(ledger.toString()), ledger, record -> book(record, ledger));
    if (payments != null) {
      read(new CanonicalReader(payments.toString()), payments, record -> arrive(record, payments));
    }
    if (company == null) {
      refuse(ledger, "NO_COMPANY", "no line of type company was found; the ledger needs one");
    }
  }

  private static void read(CanonicalReader reader, Path file, Consumer<CanonicalRecord> sink)
      throws IOException {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      reader.read(stream, sink);
    }
  }

  private void book(CanonicalRecord record, Path file) {
    switch (record) {
      case Company found -> {
        if (company != null) {
          refuse(file, "TWO_COMPANIES", "the ledger holds two companies; give one at a time");
        }
        company = found;
      }
      case Customer customer -> customers.add(customer);
      case Invoice invoice -> {
        if (invoices.putIfAbsent(invoice.id(), invoice) != null) {
          refuse(file, "TWICE", "invoice " + invoice.id() + " is there twice; remove one");
        }
      }
      case Payment payment -> past.put(payment.id(), payment);
      case Allocation allocation -> decided.add(allocation);
      case Adjustment adjustment -> {
        adjustments.add(adjustment);
        use(adjustment.invoiceId(), adjustment.amount());
      }
      case Problem problem -> refuse(problem);
      case Statement s -> {}
      case Action a -> {}
      case Claim c -> {}
      case Hold h -> {}
      case Promise p -> {}
      case Dispute d -> {}
      case Arrangement a -> {}
      case PaymentLink l -> {}
      case Checkout c -> {}
      case Mandate m -> {}
    }
  }

  private void arrive(CanonicalRecord record, Path file) {
    if (record instanceof Problem problem) {
      refuse(problem);
    } else if (record instanceof Payment payment) {
      if (arrived.putIfAbsent(payment.id(), payment) != null) {
        refuse(file, "TWICE", "payment " + payment.id() + " is there twice; remove one");
      }
    }
  }

  private void refuse(Path file, String code, String sentence) {
    refuse(new Problem(file.toString(), null, code, sentence));
  }

  private void refuse(Problem problem) {
    problems++;
    refusing.accept(problem);
  }

  int problems() {
    return problems;
  }

  /** Whether there is a company to match for. */
  boolean usable() {
    return company != null;
  }

  String words() {
    return customers.size()
        + " customers, "
        + invoices.size()
        + " invoices and credit notes, "
        + arrived.size()
        + " payments, "
        + problems
        + " problems.";
  }

  private void use(String id, Money amount) {
    used.merge(id, amount, Money::plus);
  }

  /** What matching anew makes of what was booked, as if nothing of it had been. */
  BackTest.Result backTest() {
    Map<String, Map<String, Money>> byPayment = new TreeMap<>();
    Map<String, Money> given = new HashMap<>();
    for (Allocation allocation : decided) {
      if (known(allocation.decision()) && past.containsKey(allocation.paymentId())) {
        byPayment
            .computeIfAbsent(String.valueOf(allocation.paymentId()), id -> new HashMap<>())
            .merge(allocation.invoiceId(), allocation.amount(), Money::plus);
        if (allocation.decision() == Decision.BOOKED) {
          given.merge(allocation.invoiceId(), allocation.amount(), Money::plus);
        }
      }
    }
    LedgerViewBuilder builder = begun();
    Map<String, Money> withoutMoney = withoutMoney(given.keySet(), byPayment);
    for (Invoice invoice : invoices.values()) {
      Money none = Money.zero(invoice.currency());
      Money paid = invoice.outstanding().plus(given.getOrDefault(invoice.id(), none));
      Money rest = withoutMoney.getOrDefault(invoice.id(), none);
      builder.document(BackTest.reopened(invoice), BackTest.before(invoice, paid, rest));
    }
    List<Past> payments = new ArrayList<>();
    byPayment.forEach(
        (id, booked) -> payments.add(new Past(Objects.requireNonNull(past.get(id)), booked)));
    return BackTest.of(builder.build(), payments);
  }

  /** What was settled without money with what was booked of these invoices. */
  private Map<String, Money> withoutMoney(
      Set<String> booked, Map<String, Map<String, Money>> byPayment) {
    Map<String, Money> settled = new HashMap<>();
    for (Adjustment each : adjustments) {
      Map<String, Money> paid = each.paymentId() == null ? null : byPayment.get(each.paymentId());
      boolean beside = paid != null && paid.containsKey(each.invoiceId());
      if (beside && booked.contains(each.invoiceId())) {
        settled.merge(each.invoiceId(), each.amount(), Money::plus);
      }
    }
    return settled;
  }

  private LedgerViewBuilder begun() {
    if (company == null) {
      throw new IllegalStateException("there is no company");
    }
    LedgerViewBuilder builder = LedgerView.of(company);
    builder.settledKnown();
    customers.forEach(builder::customer);
    return builder;
  }

  LedgerView view() {
    LedgerViewBuilder builder = begun();
    decided.forEach(this::claim);
    for (Invoice invoice : invoices.values()) {
      if (!later(invoice.issueDate())) {
        builder.document(invoice, left(invoice.id(), invoice.outstanding()));
      }
    }
    for (Allocation allocation : decided) {
      Payment payment = allocation.paymentId() == null ? null : past.get(allocation.paymentId());
      if (payment != null && known(allocation.decision())) {
        builder.booked(payment, allocation.invoiceId());
      }
    }
    return builder.build();
  }

  private void claim(Allocation allocation) {
    boolean claims =
        switch (allocation.decision()) {
          case AUTOMATIC, CONFIRMED, MANUAL -> true;
          case SUGGESTED, BOOKED, CONFLICT -> false;
        };
    if (claims) {
      use(allocation.invoiceId(), allocation.amount());
    }
    boolean money = claims || allocation.decision() == Decision.BOOKED;
    if (money && allocation.paymentId() != null) {
      use(allocation.paymentId(), allocation.amount());
    } else if (claims && allocation.creditNoteId() != null) {
      use(allocation.creditNoteId(), allocation.amount());
    }
  }

  /** Only what was booked or decided by a person teaches who pays for whom. */
  private static boolean known(Decision decision) {
    return switch (decision) {
      case BOOKED, CONFIRMED, MANUAL -> true;
      case AUTOMATIC, SUGGESTED, CONFLICT -> false;
    };
  }

  private Money left(String id, Money amount) {
    Money taken = used.get(id);
    Money left = taken == null ? amount : amount.minus(taken);
    return left.isNegative() ? Money.zero(amount.getCurrencyUnit()) : left;
  }

  private boolean later(LocalDate day) {
    return asOf != null && day.isAfter(asOf);
  }

  /** What is not yet allocated, in booking order; payments of one day in the order of the file. */
  List<UnallocatedPayment> arrived() {
    return arrived.values().stream()
        .filter(payment -> !later(payment.bookingDate()))
        .sorted(Comparator.comparing(Payment::bookingDate).thenComparing(Payment::id))
        .map(payment -> new UnallocatedPayment(payment, left(payment.id(), payment.amount())))
        .toList();
  }
}
