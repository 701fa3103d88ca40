package org.dunlin.work.translate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.Statement;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.ledger.Origin;
import org.dunlin.work.privacy.Nobody;
import org.jspecify.annotations.Nullable;

/**
 * Applies the records of one delivery to the ledger, in the order in which they come: a customer
 * before its invoices, the entries of a statement before the statement.
 */
final class LedgerWriter implements Consumer<CanonicalRecord> {
  /** Nobody reads further, and a hostile file could have millions. */
  static final int MOST_PROBLEMS = 1000;

  private final Stores stores;
  private final Delivery delivery;
  private final InvoiceWriter invoices;
  private final StatementWriter statements;
  private final KnownCustomers known;
  private boolean bankData;
  private int records;
  private int problems;
  private @Nullable Problem firstProblem;

  LedgerWriter(Stores stores, Delivery delivery, LocalDate businessDate) {
    Origin origin =
        new Origin(
            delivery.companyId(),
            delivery.connectionId(),
            delivery.intakeSequence(),
            delivery.receivedAt());
    Context context = new Context(stores, delivery, origin, businessDate);
    this.stores = stores;
    this.delivery = delivery;
    known = new KnownCustomers(context, new CustomerWriter(context));
    invoices = new InvoiceWriter(context);
    statements = new StatementWriter(context);
  }

  /** What all writers of a delivery share. */
  record Context(Stores stores, Delivery delivery, Origin origin, LocalDate businessDate) {}

  @Override
  public void accept(CanonicalRecord record) {
    try {
      write(record);
    } catch (RefusedRecord refused) {
      note(refused.problem(delivery.name()));
    }
  }

  /** Writes what still waits, and says how many problems were too many to be listed. */
  void end() {
    statements.writeWaiting();
    if (problems > MOST_PROBLEMS) {
      String more =
          (problems - MOST_PROBLEMS)
              + " more records were refused; the first "
              + MOST_PROBLEMS
              + " are listed";
      add(new Problem(delivery.name(), null, "MORE_PROBLEMS", more));
    }
  }

  int records() {
    return records;
  }

  /** The customer whom the delivery concerns, where it concerns one and names nobody else. */
  Optional<UUID> onlyCustomer() {
    return bankData ? Optional.empty() : known.only();
  }

  /** Whether the delivery names somebody who was erased, and so must not be kept. */
  boolean namesErased() {
    return known.namesErased() || statements.namesErased();
  }

  Optional<Problem> firstProblem() {
    return Optional.ofNullable(firstProblem);
  }

  private void write(CanonicalRecord record) {
    switch (record) {
      case Customer customer -> known.take(customer);
      case Invoice invoice -> write(invoice);
      case Statement statement -> {
        bankData = true;
        statements.write(statement);
      }
      case Payment payment -> {
        bankData = true;
        statements.write(payment);
      }
      case Problem problem -> {
        note(problem);
        return;
      }
      case Company other -> throw unexpected(other);
      case Allocation other -> throw unexpected(other);
      case Adjustment other -> throw unexpected(other);
      case Action other -> throw unexpected(other);
      case Claim other -> throw unexpected(other);
      case Hold other -> throw unexpected(other);
      case Promise other -> throw unexpected(other);
      case Dispute other -> throw unexpected(other);
      case Arrangement other -> throw unexpected(other);
    }
    records++;
  }

  private void write(Invoice invoice) {
    UUID customerId = known.of(invoice);
    boolean erased = customerId != null && known.isErased(customerId);
    invoices.write(erased ? Nobody.document(invoice) : invoice, customerId);
  }

  private static RefusedRecord unexpected(CanonicalRecord record) {
    return new RefusedRecord(
        "UNEXPECTED_RECORD", "a file does not bring a " + record.getClass().getSimpleName());
  }

  private void note(Problem problem) {
    problems++;
    if (problems <= MOST_PROBLEMS) {
      add(problem);
    }
    if (firstProblem == null) {
      firstProblem = problem;
    }
  }

  private void add(Problem problem) {
    stores.problems().add(delivery.companyId(), delivery.id(), problem);
  }
}
