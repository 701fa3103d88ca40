package org.dunlin.sandbox.program.books;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.program.books.Change.Action;
import org.dunlin.sandbox.program.books.Change.Subject;
import org.dunlin.sandbox.program.books.SalesDocument.Kind;
import org.dunlin.sandbox.program.books.SalesDocument.State;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The books of one company in one program. Every method may be called by any thread; what the books
 * cannot do is refused with {@link Impossible}.
 */
public final class Books {
  private final Stamps stamps;
  private final Shelf<Contact> contacts;
  private final Shelf<SalesDocument> documents;
  private final Shelf<Receipt> receipts;
  private final Shelf<Deposit> deposits;
  private final Shelf<Application> applications;
  private final Shelf<Note> notes;
  private final Shelf<Gone> gone;
  private final Map<UUID, byte[]> papers = new ConcurrentHashMap<>();
  private final Map<UUID, String> links = new ConcurrentHashMap<>();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final Sums sums;

  /**
   * Empty books.
   *
   * @param name from which the ids follow
   * @param clock by which records are stamped
   */
  public Books(String name, Clock clock) {
    this.stamps = new Stamps(name, clock);
    this.contacts = new Shelf<>(stamps);
    this.documents = new Shelf<>(stamps);
    this.receipts = new Shelf<>(stamps);
    this.deposits = new Shelf<>(stamps);
    this.applications = new Shelf<>(stamps);
    this.notes = new Shelf<>(stamps);
    this.gone = new Shelf<>(stamps);
    this.sums = new Sums(receipts, applications);
  }

  public Shelf<Contact> contacts() {
    return contacts;
  }

  public Shelf<SalesDocument> documents() {
    return documents;
  }

  public Shelf<Receipt> receipts() {
    return receipts;
  }

  public Shelf<Deposit> deposits() {
    return deposits;
  }

  public Shelf<Application> applications() {
    return applications;
  }

  public Shelf<Note> notes() {
    return notes;
  }

  /** What was taken out of the books. */
  public Shelf<Gone> gone() {
    return gone;
  }

  /** What follows from the records. */
  public Sums sums() {
    return sums;
  }

  /** Tells a listener of every change from now on, in the thread that makes it. */
  public void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  public Contact addContact(Customer customer) {
    Contact contact = contacts.add(stamp -> new Contact(stamp, customer, false));
    tell(Subject.CONTACT, Action.CREATED, contact.id());
    return contact;
  }

  public Contact changeContact(UUID id, UnaryOperator<Contact> change) {
    Contact contact = contacts.change(id, change);
    tell(Subject.CONTACT, Action.CHANGED, id);
    return contact;
  }

  /** Adds an approved document, or a draft. */
  public SalesDocument addDocument(Kind kind, State state, Draft draft) {
    contacts.get(draft.contact());
    SalesDocument document = documents.add(stamp -> new SalesDocument(stamp, kind, state, draft));
    tell(subject(document), Action.CREATED, document.id());
    return document;
  }

  public SalesDocument changeDocument(UUID id, UnaryOperator<SalesDocument> change) {
    SalesDocument document = documents.change(id, change);
    tell(subject(document), Action.CHANGED, id);
    return document;
  }

  /** Voids a document that nothing settles. */
  public synchronized SalesDocument voidDocument(UUID id) {
    SalesDocument document = documents.get(id);
    if (!sums.open(document).equals(document.total())) {
      throw new Impossible("This document has payments or credits and cannot be voided.");
    }
    return changeDocument(id, d -> d.in(State.VOIDED));
  }

  /** Takes a document out of the books. */
  public synchronized void deleteDocument(UUID id) {
    SalesDocument document = documents.get(id);
    documents.remove(id);
    gone.add(stamp -> new Gone(stamp, subject(document), id));
    tell(subject(document), Action.DELETED, id);
  }

  /** The paper of a document, as PDF. */
  public Optional<byte[]> paper(UUID document) {
    return Optional.ofNullable(papers.get(document)).map(byte[]::clone);
  }

  public void keepPaper(UUID document, byte[] pdf) {
    papers.put(document, pdf.clone());
    touch();
  }

  /** Grows with everything that changes in these books. */
  public long version() {
    synchronized (stamps) {
      return stamps.version();
    }
  }

  /** Tells by {@link #version} that something changed that these books do not keep. */
  public void touch() {
    synchronized (stamps) {
      stamps.pass();
    }
  }

  /** The address that a document names as where it comes from, or where it can be paid. */
  public Optional<String> link(UUID document) {
    return Optional.ofNullable(links.get(document));
  }

  /** Lets a document name an address. */
  public void keepLink(UUID document, String address) {
    links.put(document, address);
    changeDocument(document, changed -> changed);
  }

  /** Books a payment of what is open, or of less. */
  public synchronized Receipt pay(
      UUID document, LocalDate on, Money amount, @Nullable String reference) {
    SalesDocument paid = documents.get(document);
    if (!paid.stands()) {
      throw new Impossible("Payments can only be made against approved documents.");
    }
    if (!amount.isPositive()) {
      throw new Impossible("The payment amount must be greater than zero.");
    }
    if (amount.isGreaterThan(sums.open(paid))) {
      throw new Impossible("Payment amount exceeds the amount outstanding on this document");
    }
    return keep(paid.draft().contact(), document, on, amount, reference);
  }

  /** Books a payment of which it is not known what it is for. */
  public synchronized Receipt receive(
      UUID contact, LocalDate on, Money amount, @Nullable String reference) {
    contacts.get(contact);
    return keep(contact, null, on, amount, reference);
  }

  public synchronized Receipt deletePayment(UUID id) {
    if (receipts.get(id).deleted()) {
      throw new Impossible("The payment has been deleted before.");
    }
    Receipt receipt = receipts.change(id, Receipt::delete);
    gone.add(stamp -> new Gone(stamp, Subject.PAYMENT, id));
    touch(receipt.document());
    tell(Subject.PAYMENT, Action.DELETED, id);
    return receipt;
  }

  public Deposit deposit(
      Deposit.Kind kind, UUID contact, LocalDate on, Money amount, @Nullable String reference) {
    contacts.get(contact);
    Deposit deposit =
        deposits.add(stamp -> new Deposit(stamp, kind, contact, on, amount, reference, false));
    tell(Subject.DEPOSIT, Action.CREATED, deposit.id());
    return deposit;
  }

  public Deposit voidDeposit(UUID id) {
    Deposit deposit = deposits.change(id, Deposit::toVoid);
    tell(Subject.DEPOSIT, Action.CHANGED, id);
    return deposit;
  }

  /** Settles an invoice, or a part of it, with a credit note or deposit. */
  public synchronized Application apply(UUID from, UUID invoice, Money amount, LocalDate on) {
    Money left =
        deposits.find(from).map(sums::left).orElseGet(() -> sums.open(documents.get(from)));
    if (!amount.isPositive() || amount.isGreaterThan(left)) {
      throw new Impossible("The amount exceeds the remaining credit.");
    }
    if (amount.isGreaterThan(sums.open(documents.get(invoice)))) {
      throw new Impossible("The amount exceeds the amount outstanding on the invoice.");
    }
    Application made = applications.add(stamp -> new Application(stamp, from, invoice, amount, on));
    sums.settles(made);
    touch(from);
    touch(invoice);
    return made;
  }

  public synchronized void unapply(UUID application) {
    Application removed = applications.get(application);
    applications.remove(application);
    touch(removed.from());
    touch(removed.invoice());
  }

  public Note note(UUID subject, String text) {
    return notes.add(stamp -> new Note(stamp, subject, text));
  }

  private Receipt keep(
      UUID contact,
      @Nullable UUID document,
      LocalDate on,
      Money amount,
      @Nullable String reference) {
    Receipt receipt =
        receipts.add(stamp -> new Receipt(stamp, contact, document, on, amount, reference, false));
    if (document != null) {
      sums.pays(receipt.id(), document);
    }
    touch(document);
    tell(Subject.PAYMENT, Action.CREATED, receipt.id());
    return receipt;
  }

  /** What settles a record changes it. */
  private void touch(@Nullable UUID id) {
    if (id == null) {
      return;
    }
    if (documents.find(id).isPresent()) {
      changeDocument(id, document -> document);
    } else if (deposits.find(id).isPresent()) {
      deposits.change(id, deposit -> deposit);
      tell(Subject.DEPOSIT, Action.CHANGED, id);
    }
  }

  private static Subject subject(SalesDocument document) {
    return document.isInvoice() ? Subject.INVOICE : Subject.CREDIT_NOTE;
  }

  private void tell(Subject subject, Action action, UUID id) {
    Change change = new Change(subject, action, id);
    listeners.forEach(listener -> listener.accept(change));
  }
}
