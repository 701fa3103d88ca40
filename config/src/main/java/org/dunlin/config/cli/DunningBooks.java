package org.dunlin.config.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.dunlin.core.dunning.CanonicalBooks;
import org.dunlin.core.dunning.DunningDays;
import org.dunlin.core.dunning.DunningFacts;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.RiskLevel;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Mandate;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.Statement;
import org.jspecify.annotations.Nullable;

/** What dunning is decided from, read from a ledger file in whatever order of lines. */
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
      if (CanonicalBooks.isOpen(invoice) && !customers.containsKey(invoice.customerId())) {
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
      case PaymentLink l -> {}
      case Checkout c -> {}
      case Mandate m -> {}
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

  /** What the records say of payments and of what is open. */
  CanonicalBooks books() {
    return new CanonicalBooks(
        known(),
        customers.values(),
        invoices.values(),
        payments.values(),
        allocations,
        adjustments);
  }

  private Company known() {
    return Objects.requireNonNull(company, "without a company there are no books");
  }

  /** The invoices as they were before anything of them was paid, and nothing done before. */
  DunningFacts before(List<Plan> plans, LocalDate first) {
    return new DunningFacts(
            known(), List.copyOf(customers.values()), books().before(), List.of(), holds, plans)
        .with(risks(books(), plans, first));
  }

  /** How risky customers are as the days begin, where a plan asks. */
  private Map<String, RiskLevel> risks(CanonicalBooks books, List<Plan> plans, LocalDate first) {
    return plans.stream().allMatch(plan -> plan.audience().risk().isEmpty())
        ? Map.of()
        : books.risks(first, promises);
  }

  /** Dunning over these books with the plans. */
  DunningDays under(List<Plan> plans, LocalDate first, LocalDate last) {
    CanonicalBooks books = books();
    DunningFacts facts =
        new DunningFacts(
            known(),
            List.copyOf(customers.values()),
            books.open(),
            past,
            holds,
            promises,
            disputes,
            arrangements,
            plans,
            Map.of(),
            risks(books, plans, first));
    return new DunningDays(facts, books.settled(), books.plausiblyPaid(last));
  }
}
