package org.dunlin.sandbox.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Draft;
import org.dunlin.sandbox.program.books.Item;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.SalesDocument.Kind;
import org.dunlin.sandbox.program.books.SalesDocument.State;
import org.dunlin.sandbox.world.MadeDocument;
import org.joda.money.Money;

/**
 * Books what the invented company makes in a program. A credit note is set against its invoice at
 * once; money that came into the bank is not booked here, since that is what the hub tells.
 */
public final class Bookkeeper {
  private final Books books;
  private final Map<String, UUID> contacts = new HashMap<>();
  private final Map<String, UUID> documents = new HashMap<>();

  /** Of these books. */
  public Bookkeeper(Books books) {
    this.books = books;
  }

  /** Books what was made since the last time. */
  public void keep(List<MadeDocument> made) {
    made.forEach(this::book);
  }

  private void book(MadeDocument made) {
    UUID contact =
        contacts.computeIfAbsent(
            made.customer().id(), id -> books.addContact(made.customer()).id());
    UUID credited = made.credits().map(documents::get).orElse(null);
    boolean invoice = made.credits().isEmpty();
    Draft draft =
        new Draft(
            made.number(),
            contact,
            made.issued(),
            invoice ? made.due() : null,
            made.currency(),
            made.lines().stream()
                .map(l -> new Item(l.description(), l.quantity(), l.price(), l.taxPercent()))
                .toList(),
            null,
            made.reference().orElse(null),
            credited);
    SalesDocument document =
        books.addDocument(invoice ? Kind.INVOICE : Kind.CREDIT_NOTE, State.APPROVED, draft);
    documents.put(made.number(), document.id());
    made.paper().ifPresent(pdf -> books.keepPaper(document.id(), pdf));
    if (credited != null) {
      settle(document, books.documents().get(credited));
    }
  }

  private void settle(SalesDocument note, SalesDocument invoice) {
    Money open = books.sums().open(invoice);
    Money credit = books.sums().open(note);
    Money amount = credit.isGreaterThan(open) ? open : credit;
    if (amount.isPositive()) {
      books.apply(note.id(), invoice.id(), amount, note.draft().issued());
    }
  }
}
