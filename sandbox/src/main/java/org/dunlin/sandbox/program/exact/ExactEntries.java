package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Contact;
import org.dunlin.sandbox.program.books.Receipt;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.joda.money.Money;

/**
 * Entries of a bank or cash journal: each line books money of an account, and where it names an
 * invoice in {@code OurRef}, it is matched with that.
 */
final class ExactEntries {
  private final Books books;
  private final ExactCompany company;
  private final String kind;
  private final Set<String> own;
  private final ExactJournals journals;

  /**
   * @param kind {@code Bank} or {@code Cash}
   * @param own the journals of this kind
   */
  ExactEntries(
      Books books, ExactCompany company, ExactJournals journals, String kind, Set<String> own) {
    this.books = books;
    this.company = company;
    this.journals = journals;
    this.kind = kind;
    this.own = own;
  }

  void serve(ExactApi api) {
    EntitySet entries =
        new EntitySet(
            "financialtransaction/" + kind + "Entries",
            kind + "Entry",
            "EntryID",
            EntitySet.SINGLE,
            () -> receipts().stream().map(r -> entry(r).json()).toList());
    api.rows(entries);
    api.on("POST", entries.path(), ask -> post(api, entries, ask));
    api.rows(
        new EntitySet(
            "financialtransaction/" + kind + "EntryLines",
            kind + "EntryLine",
            "ID",
            EntitySet.SINGLE,
            () -> receipts().stream().map(r -> line(r).json()).toList()));
  }

  private List<Receipt> receipts() {
    return books.receipts().all(r -> !r.deleted() && own.contains(journals.of(r)));
  }

  private Reply post(ExactApi api, EntitySet set, Ask ask) {
    JsonNode sent = ask.json();
    String journal = sent.path("JournalCode").asText();
    if (!own.contains(journal)) {
      throw new Refusal(400, "Ongeldig: Dagboek");
    }
    JsonNode lines = sent.path(kind + "EntryLines");
    if (!lines.isArray() || lines.isEmpty()) {
      throw new Refusal(400, "Verplicht: " + kind + "EntryLines");
    }
    Receipt first = null;
    for (JsonNode line : lines) {
      Receipt receipt = book(line);
      journals.book(receipt, journal);
      books.touch();
      first = first == null ? receipt : first;
    }
    if (first == null) {
      throw new IllegalStateException("There is a line.");
    }
    return ODataEntity.reply(201, set, entry(first).json(), api.base());
  }

  private Receipt book(JsonNode line) {
    Contact contact =
        Optional.of(line.path("Account").asText())
            .filter(text -> !text.isBlank())
            .map(UUID::fromString)
            .flatMap(books.contacts()::find)
            .orElseThrow(() -> new Refusal(400, "Verplicht: Relatie"));
    Money amount = Money.of(company.currency(), new BigDecimal(line.path("AmountFC").asText("0")));
    if (!amount.isPositive()) {
      throw new Refusal(400, "Ongeldig: Bedrag");
    }
    LocalDate date = ExactDates.of(line.path("Date").asText());
    String description = line.path("Description").asText("");
    Optional<SalesDocument> invoice = named(contact, line.path("OurRef"));
    return invoice.isPresent() && !amount.isGreaterThan(books.sums().open(invoice.get()))
        ? books.pay(invoice.get().id(), date, amount, description)
        : books.receive(contact.id(), date, amount, description);
  }

  private Optional<SalesDocument> named(Contact contact, JsonNode ourRef) {
    return books
        .documents()
        .all(
            d ->
                d.stands()
                    && d.draft().contact().equals(contact.id())
                    && ourRef.asInt() == ExactNumbers.of(d))
        .stream()
        .findFirst();
  }

  private Row entry(Receipt receipt) {
    Row row =
        Row.of(company, receipt.stamp())
            .put("EntryID", company.id("entry " + receipt.id()))
            .put("EntryNumber", Math.toIntExact(receipt.stamp().serial()))
            .put("JournalCode", journals.of(receipt))
            .put("JournalDescription", kind)
            .put("Currency", receipt.amount().getCurrencyUnit().getCode())
            .put("FinancialYear", receipt.on().getYear())
            .put("FinancialPeriod", receipt.on().getMonthValue())
            .put("OpeningBalanceFC", 0)
            .put("ClosingBalanceFC", receipt.amount())
            .put("Status", 50)
            .put("StatusDescription", "Verwerkt");
    ObjectNode deferred = Json.object();
    deferred.putObject("__deferred").put("uri", kind + "EntryLines");
    row.json().set(kind + "EntryLines", deferred);
    return row;
  }

  private Row line(Receipt receipt) {
    Contact contact = books.contacts().get(receipt.contact());
    Row row =
        Row.of(company, receipt.stamp())
            .put("ID", receipt.id())
            .put("EntryID", company.id("entry " + receipt.id()))
            .put("EntryNumber", Math.toIntExact(receipt.stamp().serial()))
            .put("LineNumber", 1)
            .put("Account", contact.id())
            .put("AccountCode", ExactAccounts.code(contact))
            .put("AccountName", contact.customer().name())
            .put("AmountDC", receipt.amount())
            .put("AmountFC", receipt.amount())
            .put("Date", receipt.on())
            .put("Description", receipt.reference())
            .put("GLAccount", company.id("1300"))
            .put("GLAccountCode", "1300");
    books
        .documents()
        .find(receipt.document() == null ? receipt.id() : receipt.document())
        .ifPresent(document -> row.put("OurRef", ExactNumbers.of(document)));
    return row;
  }
}
