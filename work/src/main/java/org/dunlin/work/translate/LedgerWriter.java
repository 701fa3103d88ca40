package org.dunlin.work.translate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Scratch;
import org.dunlin.connectors.SourceObject;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.text.TextEncoding;
import org.dunlin.core.debit.BankStatus;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Mandate;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.Statement;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.debit.BankAnswers;
import org.dunlin.work.pay.CheckoutNews;
import org.dunlin.work.privacy.Nobody;
import org.jspecify.annotations.Nullable;

/**
 * Applies the records of one delivery to the ledger, in the order in which they come: a customer
 * before its invoices, the entries of a statement before the statement.
 */
final class LedgerWriter implements RecordSink {
  private final Context context;
  private final DocumentWriter documents;
  private final InvoiceWriter invoices;
  private final HandOver handOver;
  private final StatementWriter statements;
  private final AdviceWriter advices;
  private final JoinAdvised joined;
  private final BookingWriter bookings;
  private final ProviderWriter money;
  private final TakenObjects taken;
  private final KnownCustomers known;
  private final CheckoutNews checkouts;
  private final Gathered gathered = new Gathered();
  private final Scratch scratch;
  private boolean bankData;
  private final @Nullable Referred together;
  private boolean settled;
  private int records;

  /** With room for what a translator must remember, which is closed by who opened it. */
  LedgerWriter(
      Stores stores,
      Delivery delivery,
      LocalDate businessDate,
      Abilities abilities,
      Scratch scratch) {
    this(stores, delivery, businessDate, abilities, scratch, null);
  }

  /**
   * The same.
   *
   * @param together where the caller settles what several deliveries refer to; absent where each is
   *     settled by itself
   */
  LedgerWriter(
      Stores stores,
      Delivery delivery,
      LocalDate businessDate,
      Abilities abilities,
      Scratch scratch,
      @Nullable Referred together) {
    this.scratch = scratch;
    this.together = together;
    context = new Context(stores, delivery, businessDate, abilities);
    known = new KnownCustomers(context, new CustomerWriter(context));
    documents = new DocumentWriter(context);
    invoices = new InvoiceWriter(context, documents);
    handOver = new HandOver(context);
    AccountOwners owners = new AccountOwners(context, handOver);
    statements = new StatementWriter(context, owners);
    joined = new JoinAdvised(context);
    advices = new AdviceWriter(context, owners, joined);
    bookings = new BookingWriter(context);
    money = new ProviderWriter(context);
    taken = new TakenObjects(context);
    checkouts = new CheckoutNews(stores);
  }

  /** These are told of each customer and document that is added or changed. */
  void watch(Consumer<Happening> watcher) {
    context.watch(watcher);
  }

  @Override
  public Scratch scratch() {
    return scratch;
  }

  @Override
  public void namedByBank() {
    statements.namedByBank();
  }

  @Override
  public void document(int place) {
    documents.of(place);
  }

  @Override
  public void object(SourceObject object) {
    if (gathered.enough()) {
      writeGathered();
    }
    gathered.begin(object);
  }

  @Override
  public void debitStatus(BankStatus status) {
    if (new BankAnswers(context.stores())
        .take(context.origin().companyId(), status, context.businessDate())) {
      records++;
    } else {
      refused();
      context
          .problems()
          .add(
              new Problem(
                  context.delivery().name(),
                  status.message(),
                  "UNKNOWN_COLLECTION",
                  "no file of direct debits of this company was called "
                      + status.message()
                      + "; hand the report to the company, or the program, that sent it"));
    }
  }

  @Override
  public void advised(@Nullable AdvisedEntry entry) {
    bankData = true;
    try {
      if (entry == null) {
        advices.end();
      } else {
        advices.begin(entry);
      }
    } catch (RefusedRecord refused) {
      context.problems().add(refused.problem(context.delivery().name()));
    }
  }

  @Override
  public void accept(CanonicalRecord record) {
    if (!gathered.add(record)) {
      take(record);
    }
  }

  @Override
  public void encoding(Charset found) {
    String companyId = context.delivery().companyId();
    UUID id = context.delivery().id();
    context.stores().inbox().foundIn(companyId, id, TextEncoding.named(found));
  }

  /** Writes the objects that wait, each in its turn, with what can be written ahead. */
  private void writeGathered() {
    List<SaidObject> objects = gathered.take();
    if (!objects.isEmpty()) {
      new Ahead(context, known, invoices, bookings).write(objects);
      objects.forEach(this::write);
      bookings.writeWaiting();
    }
  }

  private void write(SaidObject said) {
    context.at(said.object());
    bookings.begin(said.object());
    taken.begin(said.object());
    said.records().forEach(this::take);
    bookings.end();
    taken.end();
  }

  private void take(CanonicalRecord record) {
    try {
      write(record);
    } catch (RefusedRecord refused) {
      refused();
      context.problems().add(refused.problem(context.delivery().name()));
    }
  }

  /** Writes what still waits, and says how many problems were too many to be listed. */
  void end() {
    writeGathered();
    statements.writeWaiting();
    advices.writeWaiting();
    context.appendNoted();
    settle();
    context.problems().end();
  }

  private void settle() {
    Referred referred = together == null ? new Referred() : together;
    referred.add(money.references());
    if (together == null) {
      settled =
          referred.settle(
              context.stores(),
              context.abilities(),
              context.origin().companyId(),
              context.businessDate());
    }
  }

  /** Whether an invoice was settled already by what the delivery told of. */
  boolean settled() {
    return settled;
  }

  /** Joins what the delivery told of to what else is known of the accounts. */
  void join() {
    joined.join();
  }

  private void claim(AccountId account, LocalDate from) {
    try {
      statements.claim(account, from);
    } catch (RefusedRecord refused) {
      context.problems().add(refused.problem(context.delivery().name()));
    }
  }

  int records() {
    return records;
  }

  /**
   * The customer whom the delivery concerns, where it concerns one and names nobody else; of what
   * could not be taken nobody knows whom it names.
   */
  Optional<UUID> onlyCustomer() {
    return bankData || firstProblem().isPresent() ? Optional.empty() : known.only();
  }

  /** Whether the delivery names somebody who was erased, and so must not be kept. */
  boolean namesErased() {
    return known.namesErased() || statements.namesErased() || money.namesErased();
  }

  Optional<Problem> firstProblem() {
    return context.problems().first();
  }

  /** Reads the file again for what the first reading passed over, where there is any. */
  void readAgain(Translator translator) throws IOException {
    if (documents.expectsContent()) {
      try (InputStream stream = context.stores().rawContent().read(context.delivery())) {
        translator.documents(stream, context.delivery().name(), documents);
      }
    }
    statements.unclaimed().forEach(this::claim);
    handOver.hand(translator);
  }

  private void refused() {
    bookings.skip();
    taken.refused();
  }

  private void write(CanonicalRecord record) {
    switch (record) {
      case Customer customer -> {
        known.take(customer);
        bookings.besides(true);
      }
      case Invoice invoice -> write(invoice);
      case Statement statement -> {
        bankData = true;
        if (!statements.write(statement)) {
          return;
        }
      }
      case Payment payment -> {
        bankData = true;
        if (context.ofProvider()) {
          money.write(payment);
        } else if (context.ofProgram()) {
          bookings.write(payment);
        } else if (!(advices.isBegun() ? advices.add(payment) : write(payment))) {
          return;
        }
      }
      case Allocation line when context.ofProgram() -> bookings.write(line);
      case Adjustment adjustment when context.ofProgram() -> bookings.write(adjustment);
      case Problem problem -> {
        refused();
        context.problems().add(problem);
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
      case PaymentLink other -> throw unexpected(other);
      case Checkout told when context.ofProgram() -> {
        checkouts.told(context.delivery().companyId(), context.delivery().connectionId(), told);
        return;
      }
      case Checkout other -> throw unexpected(other);
      case Mandate told when context.ofProgram() -> throw ofProvider(told);
      case Mandate other -> throw unexpected(other);
    }
    records++;
  }

  /** False where the entry of a statement is another company's. */
  private boolean write(Payment entry) {
    boolean ours = statements.write(entry);
    if (ours && entry.account() != null) {
      joined.saw(entry.account(), entry.bookingDate());
    }
    return ours;
  }

  private void write(Invoice invoice) {
    UUID customerId = known.of(invoice);
    boolean erased = customerId != null && known.isErased(customerId);
    switch (invoices.write(erased ? Nobody.document(invoice) : invoice, customerId)) {
      case ADDED -> bookings.besides(true);
      case CHANGED, SAME -> bookings.besides(false);
      case STALE -> bookings.stale();
    }
    taken.document();
  }

  /**
   * The hub debits by the company's own bank and in its own name (EPC016-06, AT-02); a mandate that
   * names a provider as the creditor is worth nothing there, and would be debited all the same.
   */
  private static RefusedRecord ofProvider(Mandate told) {
    return new RefusedRecord(
        "mandate " + told.reference(),
        "PROVIDERS_MANDATE",
        "a mandate that a program tells of is for the provider to debit by, and not for the"
            + " company's bank; leave it out of the mapping, and bring one that names the company"
            + " as creditor as a file of mandates");
  }

  private static RefusedRecord unexpected(CanonicalRecord record) {
    String kind = record.getClass().getSimpleName();
    return new RefusedRecord(kind, "UNEXPECTED_RECORD", "a file does not bring a " + kind);
  }
}
